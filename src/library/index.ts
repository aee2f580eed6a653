/** What is known: papers in from their sources, the index over them, the query language, and what became of them. */
export { libraryHealth } from './engine/health.ts';
export { openLibrary } from './engine/open.ts';
export { countsOf, find } from './find.ts';
export type { Finding, FindRequest, Hit } from './find.ts';
export { lookUp } from './look-up.ts';
export type { DescribedPaper, LookUp, RelatedPaper } from './look-up.ts';
export type { Notice } from './notices.ts';
export { paperDate } from './paper-date.ts';
export type { Counts, Filters, Library, LibraryState, Quarantined } from './port.ts';
export { courtesy } from './sources/courtesy.ts';
export type { Display } from './display.ts';
export { importFiles } from './sources/import/index.ts';
export type { ImportOptions, ImportProgress, ImportReport } from './sources/import/index.ts';
export { importStages } from './sources/import/measure.ts';
export { makeSample } from './sources/sample.ts';
export { countPapers, EUTILS_HOST, fetchPapers, forgetFetch, ncbiClient, PMC_HOST } from './sources/ncbi/index.ts';
export type { FetchProgress, FetchReport, FetchRequest, Ncbi } from './sources/ncbi/index.ts';
export { readIdList } from './sources/ncbi/id-list.ts';
