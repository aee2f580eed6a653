/** The query language: what people type, as PubMed has it, into what the engine searches for. */
export { parseQuery } from './parser.ts';
export type { ParsedQuery } from './parser.ts';
export { wantedTerms } from './syntax.ts';
export type { Days, Named, Query, Scope, Term, Words } from './syntax.ts';
