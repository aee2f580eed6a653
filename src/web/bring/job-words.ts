/** What a job is doing and how it went, in words. Pure. */
import type { JobView } from '#api/index.ts';
import { number, papers } from '../parts/words.ts';

export function isUnderWay({ status }: JobView): boolean {
  return status === 'running' || status === 'waiting';
}

/** A wish that whoever may bring papers did not let go on. */
export function isRefused({ status, askedBy, startedAt }: JobView): boolean {
  return status === 'failed' && askedBy !== undefined && startedAt === undefined;
}

export function statusInWords(job: JobView): string {
  const { status, againAt, isWish } = job;
  if (isWish) return 'Waits for a librarian';
  if (isRefused(job)) return 'Not brought';
  return {
    running: 'Running',
    waiting: againAt === undefined ? 'Waits for its turn' : 'Waits to try again',
    stopped: 'Stopped',
    failed: 'Failed',
    done: 'Done',
  }[status];
}

/** `600 of 1,000 papers, 412 new`; for a file how much of it is read. */
export function progress(job: JobView): string {
  const { kind, wanted, done = 0, added } = job;
  if (wanted === undefined) return kind === 'import' ? 'Reading the file' : 'Asking PubMed which papers these are';
  const far = kind === 'import' ? `${size(done)} of ${size(wanted)} read` : `${number(done)} of ${papers(wanted)}`;
  return `${far}, ${number(added)} new`;
}

/** How far a job is, for somebody who hears it: in quarters, so that it does not talk all the time. */
export function progressHeard(job: JobView): string {
  const { wanted, done = 0, title } = job;
  if (job.againAt !== undefined) return `${title}: ${job.error ?? 'It failed.'} It tries again by itself.`;
  if (job.status === 'waiting') return `${title}: ${statusInWords(job)}.`;
  const quarters = wanted ? Math.floor((done / wanted) * 4) : 0;
  return `${title}: ${['under way', 'a quarter is in', 'half is in', 'three quarters are in', 'nearly done'][quarters]}.`;
}

/** `980 new, 3 changed, 17 as they were`: what is not none. */
export function counts({ added, updated, unchanged }: JobView): string {
  const parts: readonly (readonly [count: number, words: string])[] = [
    [added, 'new'],
    [updated, 'changed'],
    [unchanged, unchanged === 1 ? 'as it was' : 'as they were'],
  ];
  return parts.flatMap(([count, words]) => (count === 0 ? [] : [`${number(count)} ${words}`])).join(', ');
}

export function cameIn({ added, updated, unchanged }: JobView): number {
  return added + updated + unchanged;
}

/** The sentence of a job that is done. */
export function outcome(job: JobView): string {
  const size = cameIn(job);
  if (size === 0) return job.kind === 'keep-current' ? 'Nothing new since the last time.' : 'No papers came in.';
  return `${papers(size)} ${size === 1 ? 'is' : 'are'} in: ${counts(job)}.`;
}

/** What there is of a job that stopped or failed. */
export function kept(job: JobView): string {
  const size = cameIn(job);
  if (job.isWish) return 'Whoever may bring papers lets it go on.';
  if (isRefused(job)) return 'No papers came in.';
  return size === 0
    ? 'No papers have come in from it yet.'
    : `What came in stays: ${papers(size)}, ${number(job.added)} new.`;
}

/** What else a person should know of how it went, as sentences. */
export function remarks({ total, wanted, kind, deleted, quarantined, notes, status }: JobView): readonly string[] {
  const isPart = kind !== 'import' && total !== undefined && wanted !== undefined && total > wanted;
  return [
    ...(isPart && status === 'done' && kind === 'fetch'
      ? [`These are the newest ${number(wanted)} of the ${number(total)} that match in PubMed.`]
      : []),
    ...(deleted > 0
      ? [`${papers(deleted)} that PubMed has withdrawn ${deleted === 1 ? 'was' : 'were'} taken away.`]
      : []),
    ...(quarantined > 0
      ? [
          quarantined === 1
            ? '1 record could not be read and is set aside.'
            : `${number(quarantined)} records could not be read and are set aside.`,
        ]
      : []),
    ...notes,
  ];
}

/** `3.1 MB`, `64 kB`. */
function size(bytes: number): string {
  return bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB` : `${Math.ceil(bytes / 1e3)} kB`;
}
