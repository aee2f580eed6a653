/** pubmed_parser, the usual reader of PubMed XML in Python, beside ours: the same input, the same total, turn by turn. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AppError } from '#model/index.ts';
import { median, per, rounded } from './figures.ts';
import type { ReadFigures } from './import-parts.ts';
import { measuredApart } from './own-process.ts';
import { writeArticles } from './record-files.ts';
import type { LeftOut } from './record-files.ts';

const PROGRAM = 'bench/peers/pubmed_parser.py';
const run = promisify(execFile);

export interface PeerRequest {
  readonly root: string;
  readonly file: string;
  /** A Python that may have pubmed_parser. */
  readonly python: string;
  /** An empty folder for the common input. */
  readonly folder: string;
  readonly megabytes: number;
  readonly rounds: number;
  readonly say: (sentence: string) => void;
}

interface Round {
  /** MB per CPU-second. */
  readonly ours: number;
  readonly peer: number;
}

export interface PeerFigures {
  readonly name: 'pubmed_parser';
  readonly version: string;
  readonly python: string;
  /** Medians over the rounds, of the peer and of this program on the same input. */
  readonly mbPerCpuSecond: number;
  readonly recordsPerCpuSecond: number;
  readonly oursMbPerCpuSecond: number;
  readonly input: { readonly mb: number; readonly records: number; readonly passes: number; readonly leftOut: LeftOut };
  /** What ended the peer at the articles that were left out for it, and how often. */
  readonly stoppedBy: Readonly<Record<string, number>>;
  readonly rounds: readonly Round[];
}

/** A sentence instead of figures where there is no pubmed_parser. */
export async function measurePeer(request: PeerRequest): Promise<PeerFigures | string> {
  const { root, file, python, folder, megabytes, rounds, say } = request;
  const ask = async <T>(...words: readonly string[]): Promise<T> => {
    const { stdout } = await run(python, [join(root, PROGRAM), ...words], { maxBuffer: 64 * 1024 * 1024 });
    return JSON.parse(stdout) as T;
  };
  const about = await ask<{ version: string; python: string }>('version').catch(() => undefined);
  if (about === undefined)
    return `${python} has no pubmed_parser, so it was not measured. Install it (pip install pubmed_parser==0.5.1) or name a Python that has it in ATTUNE_PEER_PYTHON.`;

  say('Looking for articles that pubmed_parser cannot read …');
  const all = join(folder, 'articles.xml.gz');
  const common = join(folder, 'common.xml.gz');
  await writeArticles(file, all, new Set());
  const stops = await ask<{ place: number; error: string }[]>('stops', all);
  const leftOut = await writeArticles(file, common, new Set(stops.map(({ place }) => place)));
  const stoppedBy: Record<string, number> = {};
  for (const { error } of stops) stoppedBy[error] = (stoppedBy[error] ?? 0) + 1;

  const ours: ReadFigures[] = [];
  const theirs: { records: number; cpuSeconds: number }[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    say(`Round ${round} of ${rounds}: Attune, then pubmed_parser …`);
    const own = await measuredApart<ReadFigures>(root, common, 'read', ['--megabytes', String(megabytes)]);
    const peer = await ask<{ records: number; cpuSeconds: number }>('read', common, String(own.passes));
    if (peer.records !== own.records)
      throw new AppError(
        'outside_failed',
        `pubmed_parser gave ${peer.records} of ${own.records} articles, so its time is not comparable.`,
      );
    ours.push(own);
    theirs.push(peer);
  }
  const { mb, records, passes } = ours[0] as ReadFigures; // There is at least one round.
  const seconds = median(theirs.map((each) => each.cpuSeconds));
  return {
    name: 'pubmed_parser',
    ...about,
    mbPerCpuSecond: per(mb * passes, seconds),
    recordsPerCpuSecond: per(records * passes, seconds),
    oursMbPerCpuSecond: rounded(median(ours.map((each) => each.mbPerCpuSecond))),
    input: { mb, records, passes, leftOut },
    stoppedBy,
    rounds: ours.map((own, index) => ({
      ours: own.mbPerCpuSecond,
      peer: per(mb * passes, theirs[index]?.cpuSeconds ?? 0),
    })),
  };
}
