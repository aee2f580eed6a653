/** Many screened collections as one pool of papers, in which each review's relevant papers are to be found again. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { AppError } from '#model/index.ts';
import { isStopWord, stem, wordForms } from '#text/index.ts';
import { readScreened, textOf } from './simulate-records.ts';

export interface PooledPaper {
  /** Stems in order, stop words left out. */
  readonly title: readonly string[];
  readonly abstract: readonly string[];
}

export interface PooledReview {
  readonly name: string;
  readonly split: string;
  /** Places of its relevant papers in the pool. */
  readonly relevant: ReadonlySet<number>;
}

export interface Pool {
  readonly papers: readonly PooledPaper[];
  readonly reviews: readonly PooledReview[];
}

const SPLITS = ['tune', 'report'];

/**
 * A record of several collections is one paper: known by its PMID, else by its words.
 * @throws AppError `unreadable_file` where the folder holds no collections or one cannot be read.
 */
export function readPool(folder: string): Pool {
  const papers: PooledPaper[] = [];
  const places = new Map<string, number>();
  const reviews = SPLITS.flatMap((split) => filesIn(join(folder, split)).map((file) => ({ split, file })));
  if (reviews.length === 0)
    throw new AppError(
      'unreadable_file',
      `The folder ${folder} holds no screened collections: its folders tune and report should hold files of the form .jsonl or .jsonl.gz. Name another with --data.`,
    );
  return {
    papers,
    reviews: reviews.map(({ split, file }) => {
      const pmids = pmidsIn(file);
      const relevant = new Set<number>();
      readScreened(file).forEach(({ title, abstract, isRelevant }, index) => {
        const key = pmids[index] ?? `${title}\n${abstract}`.toLowerCase();
        const place = places.get(key) ?? papers.length;
        if (place === papers.length) {
          places.set(key, place);
          papers.push({ title: stemsOf(title), abstract: stemsOf(abstract) });
        }
        if (isRelevant) relevant.add(place);
      });
      return { name: basename(file).replace(/\.jsonl(\.gz)?$/, ''), split, relevant };
    }),
  };
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => /\.jsonl(\.gz)?$/.test(name));
  return names.sort().map((name) => join(folder, name));
}

function pmidsIn(file: string): (string | undefined)[] {
  const lines = textOf(file).split(/\r?\n/);
  return lines.filter((line) => line.trim() !== '').map((line) => /"pmid":\s*"?(\d+)"?/.exec(line)?.[1]);
}

function stemsOf(text: string): string[] {
  return wordForms(text)
    .filter((form) => !isStopWord(form))
    .map(stem);
}
