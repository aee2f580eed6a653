/** Bringing papers in, and the jobs that this becomes. */
import { z } from 'zod';
import type { Route } from '../route.ts';
import { countAnswer, countRequest, fetchRequest, fileRequest, jobAnswer, jobsAnswer, numbered } from '../shapes.ts';

export const BRING_ROUTES = {
  countInPubmed: {
    method: 'POST',
    path: '/api/pubmed/count',
    permission: 'wish',
    summary: 'How many papers a query finds in PubMed.',
    request: countRequest,
    answer: countAnswer,
  },
  fetch: {
    method: 'POST',
    path: '/api/fetches',
    permission: 'wish',
    summary:
      'Bring papers from PubMed; one of `query`, `journal` and `ids` says which. The same wish is one job as long as it is unfinished. A reader’s wish waits until a librarian lets it go on.',
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
    permission: 'wish',
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
