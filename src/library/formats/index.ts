/** Papers on their way out: a search or a selection as a file of one of six formats. */
export type { Export } from './export.ts';
export { exportFound } from './export-found.ts';
export type { ExportRequest } from './export-found.ts';
export { exportPapers } from './export-papers.ts';
export type { ExportPapersRequest } from './export-papers.ts';
