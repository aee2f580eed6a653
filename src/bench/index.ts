/** Measurements of the real program. */
export { benchImport } from './import.ts';
export { benchSearch } from './search.ts';
export { benchWeb } from './web.ts';
