/** Every route of the house, as data. The server dispatches from this table and answers nothing that is not in it. */
import { z } from 'zod';
import {
  facets,
  houseState,
  paperAnswer,
  searchAnswer,
  searchFilters,
  searchRequest,
  switchRequest,
} from './shapes.ts';

/** Who may call: anyone who reaches the house, or only somebody at the machine itself. */
export type Permission = 'read' | 'loopback';

export interface Route {
  readonly method: 'GET' | 'POST';
  /** With `:name` for a part of the path; a part may hold any sign, percent-encoded. */
  readonly path: string;
  readonly permission: Permission;
  readonly summary: string;
  readonly request: z.ZodType;
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
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof ROUTES;
