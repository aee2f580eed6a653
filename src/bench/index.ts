/** Measurements of the real program. */
export { benchImport } from './import.ts';
export { benchReading } from './reading.ts';
export type { ReadHouse } from './reading.ts';
export { benchSearch } from './search.ts';
export { benchWeb } from './web.ts';
