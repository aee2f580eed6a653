/** What a simulated screener knows beforehand: one relevant record and one that is not, drawn here or given by a file. */
import { z } from 'zod';
import { AppError } from '#model/index.ts';
import { diceOf, sampleOf } from '#ranking/index.ts';
import type { ScreeningFigures } from '#ranking/index.ts';
import { textOf } from './simulate-records.ts';
import type { ScreenedRecord } from './simulate-records.ts';
import type { Priors } from './simulate-screening.ts';

const SEEDS = [0, 1, 2];

const figures = z.object({
  loss: z.number(),
  ndcg: z.number(),
  wss95: z.number(),
  rrf10: z.number(),
  atd: z.number(),
  recall100: z.number(),
  lastFound: z.number(),
}) satisfies z.ZodType<ScreeningFigures>;

const priorsFile = z.object({
  sets: z.array(
    z.object({
      split: z.string(),
      name: z.string(),
      runs: z.array(z.object({ seed: z.int(), priorRelevantId: z.string(), priorIrrelevantId: z.string() })).min(1),
      mean: figures,
    }),
  ),
});

/** The runs of a set that another program made, to be replayed from the same priors. */
export type PeerSet = z.infer<typeof priorsFile>['sets'][number];

/** @throws AppError `unreadable_file` where it is no file of priors, `not_found` where it lacks the set. */
export function readPeerSet(path: string, name: string): PeerSet {
  const text = textOf(path);
  const read = priorsFile.safeParse(jsonOf(text));
  if (!read.success)
    throw new AppError(
      'unreadable_file',
      `The file ${path} holds no priors: it should be JSON with sets, each with its name, split, runs and mean.`,
    );
  const set = read.data.sets.find((each) => each.name === name);
  if (set !== undefined) return set;
  const names = read.data.sets.map((each) => each.name).join(', ');
  throw new AppError('not_found', `The file ${path} has no priors for ${name}. It has some for: ${names}.`);
}

/** The rows that the ids of a peer's runs name. @throws AppError `bad_request` where an id names no such record, or two. */
export function priorsOf({ name, runs }: PeerSet, records: readonly ScreenedRecord[]): Priors[] {
  const rowOf = (id: string, isRelevant: boolean): number => {
    const rows = records.flatMap((record, row) => (record.id === id ? [row] : []));
    const [row] = rows;
    if (row !== undefined && rows.length === 1 && records[row]?.isRelevant === isRelevant) return row;
    const wanted = isRelevant ? 'relevant' : 'irrelevant';
    throw new AppError(
      'bad_request',
      `The priors of ${name} name record ${id} as ${wanted}, but the file has no single record of that id that is. Use the file the priors were made with.`,
    );
  };
  return runs.map(({ seed, priorRelevantId, priorIrrelevantId }) => ({
    seed,
    relevant: rowOf(priorRelevantId, true),
    irrelevant: rowOf(priorIrrelevantId, false),
  }));
}

/** Priors drawn among the records that have a text, or among all of a kind where none has. */
export function drawnPriors(records: readonly ScreenedRecord[]): Priors[] {
  return SEEDS.map((seed) => {
    const dice = diceOf(seed);
    const one = (isRelevant: boolean): number => {
      const all = records.flatMap((record, row) => (record.isRelevant === isRelevant ? [row] : []));
      const withText = all.filter((row) => `${records[row]?.title}${records[row]?.abstract}`.trim() !== '');
      return sampleOf(withText.length > 0 ? withText : all, 1, dice)[0] as number; // There is one of each kind.
    };
    return { seed, relevant: one(true), irrelevant: one(false) };
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
