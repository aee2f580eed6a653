/** Measurements of the real program. */
export { benchWeb } from './web.ts';
