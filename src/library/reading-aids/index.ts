/** What helps to read, judge and pass on one paper: pure functions of it, which read nothing and keep nothing. */
export { chipsOf } from './chips.ts';
export type { Chip } from './chips.ts';
export { citeAma, citeVancouver } from './citation.ts';
export { coins } from './coins.ts';
export { conclusionOf } from './conclusion.ts';
export type { Conclusion } from './conclusion.ts';
export { jsonLd } from './json-ld.ts';
export { highwireTags } from './metadata.ts';
export type { MetaTag } from './metadata.ts';
export { teamNote } from './team-note.ts';
