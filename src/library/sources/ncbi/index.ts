/** Papers from PubMed's own services: counted, listed, fetched and kept up with. */
export { EUTILS_HOST, ncbiClient, PMC_HOST } from './client.ts';
export type { Ncbi } from './client.ts';
export { fetchPapers, forgetFetch } from './fetch.ts';
export type { FetchProgress, FetchReport } from './fetch.ts';
export { countPapers } from './plan.ts';
export type { FetchRequest } from './plan.ts';
