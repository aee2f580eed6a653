/** A job as the rest of the house sees it. */
import type { Selectable } from 'kysely';
import type { JobTable } from './tables.ts';

export interface Job {
  readonly id: number;
  readonly kind: string;
  readonly lane: string;
  readonly request: unknown;
  readonly status: JobTable['status'];
  readonly attempt: number;
  /** Failures in a row. */
  readonly failures: number;
  readonly isToStop: boolean;
  readonly progress?: unknown;
  readonly result?: unknown;
  readonly error?: string;
  /** The schedule it came from. */
  readonly schedule?: number;
  /** Instants in UTC. */
  readonly notBefore: string;
  readonly createdAt: string;
  readonly startedAt?: string;
  readonly endedAt?: string;
}

export function jobOf(row: Selectable<JobTable>): Job {
  return {
    id: row.id,
    kind: row.kind,
    lane: row.lane,
    request: JSON.parse(row.request),
    status: row.status,
    attempt: row.attempt,
    failures: row.failures,
    isToStop: row.is_to_stop === 1,
    ...(row.progress === null ? {} : { progress: JSON.parse(row.progress) as unknown }),
    ...(row.result === null ? {} : { result: JSON.parse(row.result) as unknown }),
    ...(row.error === null ? {} : { error: row.error }),
    ...(row.schedule === null ? {} : { schedule: row.schedule }),
    notBefore: instant(row.not_before),
    createdAt: instant(row.created_at),
    ...(row.started_at === null ? {} : { startedAt: instant(row.started_at) }),
    ...(row.ended_at === null ? {} : { endedAt: instant(row.ended_at) }),
  };
}

export function instant(ms: number): string {
  return new Date(ms).toISOString();
}
