/** Measurements of the real program. */
export { benchFeed } from './feed.ts';
export { benchImport } from './import.ts';
export { benchReading } from './reading.ts';
export type { ReadHouse } from './reading.ts';
export { benchRelated } from './related.ts';
export { benchSearch } from './search.ts';
export { benchServe } from './serve.ts';
export type { ServingHouse } from './serve.ts';
export { simulate } from './simulate.ts';
export { benchWeb } from './web.ts';
