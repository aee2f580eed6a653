/** The sample's papers: a data file of fictional papers whose dates are days before the making, so that they are always recent. */
import { readFileSync } from 'node:fs';
import { AppError } from '#model/index.ts';
import type { Identifiers, Paper, PartialDate, RecordId } from '#model/index.ts';
import { documentOf } from '../engine/document.ts';
import { recordIdOf } from '../identifiers.ts';
import type { Library } from '../port.ts';

/** A date in the file: that many days before the sample is made, as precise as it says. */
interface DaysAgo {
  readonly daysAgo: number;
  readonly precision: 'day' | 'month' | 'year';
}

const DAY = 86_400_000;

/** Puts the papers of the sample's files into a library in one batch. @returns how many. @throws AppError `unreadable_file` with the line. */
export function makeSample(library: Library, paths: readonly string[], today: Date): number {
  const papers = paths.flatMap((path) => readSample(path, today));
  const writer = library.writer();
  writer.begin();
  try {
    for (const paper of papers) writer.add(documentOf(paper));
    writer.commit();
  } catch (thrown) {
    writer.rollback();
    throw thrown;
  }
  return papers.length;
}

function readSample(path: string, today: Date): Paper[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.flatMap((line, index) => (line.trim() === '' ? [] : [samplePaper(line, index + 1, path, today)]));
}

function samplePaper(line: string, number: number, path: string, today: Date): Paper {
  const written = parsed(line, number, path);
  const identifiers = written['identifiers'] as Identifiers | undefined;
  if (written['source'] !== 'sample' || identifiers?.sample === undefined)
    throw new AppError(
      'unreadable_file',
      `Line ${number} of ${path} is no sample paper: it needs the source "sample" and a key of its own.`,
    );
  const paper = { ...(dated(written, today) as object), id: recordIdOf(identifiers) } as Paper;
  return {
    ...paper,
    ...(paper.relations && {
      relations: paper.relations.map((relation) =>
        relation.to === undefined ? relation : { ...relation, to: sampleId(relation.to) },
      ),
    }),
  };
}

function parsed(line: string, number: number, path: string): Record<string, unknown> {
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch (cause) {
    throw new AppError('unreadable_file', `Line ${number} of ${path} is not JSON.`, { cause });
  }
}

/** In the file other papers are named by their sample key. */
function sampleId(key: string): RecordId {
  return recordIdOf({ sample: key });
}

function dated(value: unknown, today: Date): unknown {
  if (Array.isArray(value)) return value.map((each) => dated(each, today));
  if (typeof value !== 'object' || value === null) return value;
  if ('daysAgo' in value && 'precision' in value) return dateOf(value as DaysAgo, today);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, dated(each, today)]));
}

function dateOf({ daysAgo, precision }: DaysAgo, today: Date): PartialDate {
  const date = new Date(today.getTime() - daysAgo * DAY);
  return {
    year: date.getUTCFullYear(),
    ...(precision === 'year' ? {} : { month: date.getUTCMonth() + 1 }),
    ...(precision === 'day' ? { day: date.getUTCDate() } : {}),
  };
}
