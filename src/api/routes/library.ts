/** Reading: which house this is, searching it, and its papers. */
import { z } from 'zod';
import type { Route } from '../route.ts';
import {
  facets,
  houseState,
  paperAnswer,
  relatedAnswer,
  searchAnswer,
  searchFilters,
  searchRequest,
  switchRequest,
} from '../shapes.ts';

export const LIBRARY_ROUTES = {
  house: {
    method: 'GET',
    path: '/api/house',
    permission: 'public',
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
  related: {
    method: 'GET',
    path: '/api/papers/:id/related',
    permission: 'read',
    summary: 'Papers related to one: its corrections, comments and updates, then those most like it.',
    request: z.object({ id: z.string().min(1).max(2_000) }),
    answer: relatedAnswer,
  },
} as const satisfies Record<string, Route>;
