/** The settings of the house: one table, read once at start, checked with clear sentences. */
export { configurationPage } from './page.ts';
export { OF_HOUSE, readConfig } from './read.ts';
export type { Config, NcbiSettings, Outgoing } from './read.ts';
export { toldSettings } from './told.ts';
