/** Uses that cross rooms: bringing papers in, the jobs that do what takes long, saved papers with what became of them, papers related to one. */
export { bringing } from './jobs/bring.ts';
export type { Bring, PubmedCount } from './jobs/bring.ts';
export { bringHandlers } from './jobs/handlers.ts';
export type { BringRooms } from './jobs/handlers.ts';
export type { BringWish, SentFile } from './jobs/requests.ts';
export type { JobState, KeptState } from './jobs/views.ts';
export { runJob, runWorker } from './jobs/worker.ts';
export type { WorkerOptions } from './jobs/worker.ts';
export { noticedOf, savedIds, savedRows } from './saved.ts';
export { relatedTo } from './related.ts';
export type { Related, RelatedHit } from './related.ts';
export type { TieKind } from './related-ties.ts';
