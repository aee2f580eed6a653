/** `attune simulate`: how early the learner alone finds what a review included, beside another program from the same priors. */
import { basename } from 'node:path';
import { AppError } from '#model/index.ts';
import { LEARNING, rowsOf, screeningFigures, vocabularyOf } from '#ranking/index.ts';
import type { ScreeningFigures } from '#ranking/index.ts';
import { cpuSeconds, inWords, mean } from './figures.ts';
import type { Measured } from './figures.ts';
import { thisMachine } from './machine.ts';
import { drawnPriors, priorsOf, readPeerSet } from './simulate-priors.ts';
import type { PeerSet } from './simulate-priors.ts';
import { readScreened } from './simulate-records.ts';
import type { ScreenedRecord } from './simulate-records.ts';
import { screen } from './simulate-screening.ts';

export interface Simulation {
  /** Screened collections, one or more. */
  readonly files: readonly string[];
  /** A file with the priors of each, and what the peer made of them; absent, priors are drawn. */
  readonly priors: string | undefined;
  readonly say: (sentence: string) => void;
}

interface SetFigures extends ScreeningFigures {
  readonly records: number;
  readonly relevant: number;
  /** How many runs the figures are means of. */
  readonly seeds: number;
  /** Of all runs, reading and features included. */
  readonly cpuSeconds: number;
}

interface SimulatedSet {
  readonly name: string;
  readonly figures: SetFigures;
  readonly peer: PeerSet | undefined;
}

/**
 * One file's figures are the document itself; those of several stand under `sets`, with their macro means, by split where there are priors.
 * @throws AppError `unreadable_file`, `not_found` or `bad_request` with one sentence that names the file.
 */
export function simulate({ files, priors, say }: Simulation): Measured {
  const sets = files.map((file) => {
    if (files.length > 1) say(`Screening ${basename(file)} …`);
    return simulated(file, priors);
  });
  const [only] = sets;
  const lines = sets.map(sentenceOf);
  if (sets.length === 1 && only !== undefined) return { document: only.figures, sentences: lines };
  const splits = [...new Set(sets.map(({ peer }) => peer?.split ?? 'all'))];
  const macro = splits.map((split) =>
    macroOf(
      split,
      sets.filter(({ peer }) => (peer?.split ?? 'all') === split),
    ),
  );
  return {
    document: { ...thisMachine(), settings: LEARNING, sets: sets.map(documentOf), macro },
    sentences: [
      ...lines,
      ...macro.map(({ split, sets: count, loss, lossToPeer }) => {
        const beside = lossToPeer === undefined ? '' : `, ${inWords(lossToPeer)} times ASReview's`;
        return `Mean of the ${count} sets (${split}): loss ${inWords(loss)}${beside}.`;
      }),
    ],
  };
}

function simulated(file: string, priors: string | undefined): SimulatedSet {
  const began = cpuSeconds();
  const records = readScreened(file);
  refuseWithoutTask(file, records);
  const name = basename(file)
    .replace(/\.gz$/, '')
    .replace(/\.jsonl$/, '');
  const peer = priors === undefined ? undefined : readPeerSet(priors, name);
  const runs = peer === undefined ? drawnPriors(records) : priorsOf(peer, records);
  const rows = rowsOf(records, vocabularyOf(records, LEARNING.features));
  const labels = records.map(({ isRelevant }) => isRelevant);
  const each = runs.map((run) => screeningFigures(screen(rows, labels, run, LEARNING.learner)));
  return {
    name,
    peer,
    figures: {
      records: records.length,
      relevant: labels.filter((isRelevant) => isRelevant).length,
      seeds: runs.length,
      ...meanOf(each),
      cpuSeconds: Math.round((cpuSeconds() - began) * 10) / 10,
    },
  };
}

/** One record of each kind is known beforehand, so there must be more of both. */
function refuseWithoutTask(file: string, records: readonly ScreenedRecord[]): void {
  const relevant = records.filter(({ isRelevant }) => isRelevant).length;
  const irrelevant = records.length - relevant;
  if (relevant >= 2 && irrelevant >= 2) return;
  throw new AppError(
    'bad_request',
    `There is nothing to simulate in ${file}: ${relevant} of its records are relevant and ${irrelevant} are not. It takes two of each, one to begin with and one to find or to pass over.`,
  );
}

function meanOf(each: readonly ScreeningFigures[]): ScreeningFigures {
  const of = (figure: keyof ScreeningFigures): number => sixDigits(mean(each.map((one) => one[figure])));
  return {
    loss: of('loss'),
    ndcg: of('ndcg'),
    wss95: of('wss95'),
    rrf10: of('rrf10'),
    atd: of('atd'),
    recall100: of('recall100'),
    lastFound: of('lastFound'),
  };
}

/** As many as the peer's figures have. */
function sixDigits(value: number): number {
  return Number(value.toFixed(6));
}

function documentOf({ name, figures, peer }: SimulatedSet): object {
  if (peer === undefined) return { name, ...figures };
  return { name, split: peer.split, ...figures, peer: meanOf([peer.mean]), lossToPeer: lossToPeer(figures, peer.mean) };
}

function macroOf(
  split: string,
  sets: readonly SimulatedSet[],
): ScreeningFigures & { split: string; sets: number; peer?: ScreeningFigures; lossToPeer?: number } {
  const own = meanOf(sets.map(({ figures }) => figures));
  const peers = sets.flatMap(({ peer }) => (peer === undefined ? [] : [peer.mean]));
  if (peers.length === 0) return { split, sets: sets.length, ...own };
  const peer = meanOf(peers);
  return { split, sets: sets.length, ...own, peer, lossToPeer: lossToPeer(own, peer) };
}

function lossToPeer(own: ScreeningFigures, peer: ScreeningFigures): number {
  return Number((own.loss / peer.loss).toFixed(3));
}

function sentenceOf({ name, figures, peer }: SimulatedSet): string {
  const { records, relevant, seeds, loss, wss95, rrf10, ndcg, cpuSeconds: seconds } = figures;
  const beside = peer === undefined ? '' : ` (ASReview ${inWords(peer.mean.loss)})`;
  return `${name}: ${inWords(records)} records, ${inWords(relevant)} of them relevant; over ${seeds} runs loss ${inWords(loss)}${beside}, WSS@95 ${inWords(wss95)}, RRF@10 ${inWords(rrf10)}, NDCG ${inWords(ndcg)}; ${inWords(seconds)} CPU-seconds.`;
}
