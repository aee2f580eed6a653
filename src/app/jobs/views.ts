/** Jobs in words and numbers, the same for the page and for the command line. */
import type { FetchReport, ImportReport } from '#library/index.ts';
import type { Job, Schedule } from '#storage/index.ts';
import type { JobKind } from './requests.ts';

export interface JobState {
  readonly id: number;
  readonly kind: JobKind;
  readonly title: string;
  readonly status: Job['status'];
  /** The pseudonym of the reader who wished it. */
  readonly askedBy?: string;
  /** Whether it waits for somebody who may bring papers. */
  readonly isWish: boolean;
  readonly error?: string;
  readonly saying?: string;
  readonly createdAt: string;
  readonly startedAt?: string;
  readonly endedAt?: string;
  readonly againAt?: string;
  readonly wanted?: number;
  readonly done?: number;
  readonly total?: number;
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly deleted: number;
  readonly quarantined: number;
  readonly notFound: string[];
  readonly badLines: { line: number; text: string }[];
  readonly notes: string[];
}

export interface KeptState {
  readonly id: number;
  readonly title: string;
  readonly nextAt: string;
  readonly lastAt?: string;
  readonly lastAdded?: number;
  readonly lastError?: string;
}

/** What is written of a job while it runs and when it is done. */
type Told = Partial<FetchReport & ImportReport & { done: number; saying: string }>;

export function jobState(job: Job): JobState {
  const { id, status, error, createdAt, startedAt, endedAt } = job;
  const told = (job.result ?? job.progress ?? {}) as Told;
  const { askedBy } = job.request as { readonly askedBy?: string };
  const { wanted, total, saying } = told;
  const isOver = status === 'done';
  const done = isOver ? wanted : told.done;
  return {
    id,
    kind: job.kind as JobKind,
    title: titleOf(job.request),
    status,
    ...(askedBy === undefined ? {} : { askedBy }),
    isWish: askedBy !== undefined && status === 'stopped' && startedAt === undefined,
    ...(error === undefined ? {} : { error }),
    ...(saying === undefined || status !== 'running' ? {} : { saying }),
    createdAt,
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(endedAt === undefined ? {} : { endedAt }),
    ...(status === 'waiting' && job.failures > 0 ? { againAt: job.notBefore } : {}),
    ...(wanted === undefined ? {} : { wanted }),
    ...(done === undefined ? {} : { done }),
    ...(total === undefined ? {} : { total }),
    added: told.added ?? 0,
    updated: told.updated ?? 0,
    unchanged: told.unchanged ?? 0,
    deleted: told.deleted ?? 0,
    quarantined: told.quarantined ?? 0,
    notFound: [...(told.notFound ?? [])],
    badLines: (told.badLines ?? []).map((each) => ({ ...each })),
    notes: [...(told.notes ?? []), ...unknownWords(told.unknown ?? [])],
  };
}

export function keptState({ id, request, nextAt }: Schedule, last: Job | undefined): KeptState {
  const result = last?.result as Told | undefined;
  return {
    id,
    title: titleOf(request),
    nextAt,
    ...(last?.endedAt === undefined ? {} : { lastAt: last.endedAt }),
    ...(last?.status === 'done' && result?.added !== undefined ? { lastAdded: result.added } : {}),
    ...(last?.error === undefined ? {} : { lastError: last.error }),
  };
}

function titleOf(request: unknown): string {
  return (request as { title?: string } | undefined)?.title ?? 'Papers';
}

function unknownWords(words: readonly string[]): string[] {
  return words.length === 0 ? [] : [`PubMed does not know: ${words.join(', ')}.`];
}
