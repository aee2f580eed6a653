/** Every route of the house, as data. The server dispatches from this table and answers nothing that is not in it. */
import { z } from 'zod';
import {
  countAnswer,
  countRequest,
  facets,
  fetchRequest,
  fileRequest,
  houseState,
  jobAnswer,
  jobsAnswer,
  numbered,
  paperAnswer,
  searchAnswer,
  searchFilters,
  searchRequest,
  switchRequest,
} from './shapes.ts';

/**
 * Who may call: anyone who reaches the house, only somebody at the machine itself, or whoever may bring papers, who is
 * somebody at the machine as long as the house has no accounts.
 */
export type Permission = 'read' | 'loopback' | 'bring';

export interface Route {
  readonly method: 'GET' | 'POST';
  /** With `:name` for a part of the path; a part may hold any sign, percent-encoded. */
  readonly path: string;
  readonly permission: Permission;
  readonly summary: string;
  readonly request: z.ZodType;
  /** Set where the body is a file as it is; what else is asked then stands in the query. */
  readonly takesFile?: true;
  readonly answer: z.ZodType;
}

export const ROUTES = {
  house: {
    method: 'GET',
    path: '/api/house',
    permission: 'read',
    summary: 'Which house is open and what its library holds.',
    request: z.object({}),
    answer: houseState,
  },
  switchHouse: {
    method: 'POST',
    path: '/api/house',
    permission: 'loopback',
    summary: 'Turn to the other house: the sample, or yours.',
    request: switchRequest,
    answer: houseState,
  },
  search: {
    method: 'GET',
    path: '/api/search',
    permission: 'read',
    summary: 'One page of the papers a query finds.',
    request: searchRequest,
    answer: searchAnswer,
  },
  facets: {
    method: 'GET',
    path: '/api/search/facets',
    permission: 'read',
    summary: 'How the papers a query finds spread over years, types and languages.',
    request: searchFilters,
    answer: facets,
  },
  paper: {
    method: 'GET',
    path: '/api/papers/:id',
    permission: 'read',
    summary: 'A paper by any identifier.',
    request: z.object({ id: z.string().min(1).max(2_000) }),
    answer: paperAnswer,
  },
  countInPubmed: {
    method: 'POST',
    path: '/api/pubmed/count',
    permission: 'bring',
    summary: 'How many papers a query finds in PubMed.',
    request: countRequest,
    answer: countAnswer,
  },
  fetch: {
    method: 'POST',
    path: '/api/fetches',
    permission: 'bring',
    summary:
      'Bring papers from PubMed; one of `query`, `journal` and `ids` says which. The same wish is one job as long as it is unfinished.',
    request: fetchRequest,
    answer: jobAnswer,
  },
  importFile: {
    method: 'POST',
    path: '/api/imports',
    permission: 'bring',
    summary: 'Bring the papers of a PubMed XML file, packed or not: the body is the file.',
    takesFile: true,
    request: fileRequest,
    answer: jobAnswer,
  },
  jobs: {
    method: 'GET',
    path: '/api/jobs',
    permission: 'bring',
    summary: 'What runs, waits, stopped, failed and is done, and what is kept current.',
    request: z.object({}),
    answer: jobsAnswer,
  },
  stopJob: {
    method: 'POST',
    path: '/api/jobs/stop',
    permission: 'bring',
    summary: 'Stop a job. What came in stays, and it can go on from there.',
    request: numbered,
    answer: jobAnswer,
  },
  resumeJob: {
    method: 'POST',
    path: '/api/jobs/resume',
    permission: 'bring',
    summary: 'Let a job that stopped or failed go on where it was.',
    request: numbered,
    answer: jobAnswer,
  },
  endKept: {
    method: 'POST',
    path: '/api/kept/end',
    permission: 'bring',
    summary: 'Keep something current no longer. Its papers stay.',
    request: numbered,
    answer: jobsAnswer,
  },
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof ROUTES;
