/** What these pages ask the server for. Nothing of it is shown from memory without asking whether it still is so. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../parts/api.ts';

const staleTime = 0;

/** Which of the accounts are wanted: a page of those whose name or address has these beginnings of words. */
export interface AccountsWish {
  readonly look: string;
  readonly page: number;
}

export function accountsQuery(wish: AccountsWish = { look: '', page: 1 }) {
  return queryOptions({
    queryKey: [...ALL_ACCOUNTS, wish],
    queryFn: ({ signal }) => call('accounts', wish, signal),
    placeholderData: keepPreviousData,
    staleTime,
  });
}

/** What the keys of all lists of accounts begin with. */
export const ALL_ACCOUNTS = ['accounts'] as const;

export function settingsQuery() {
  return queryOptions({ queryKey: ['settings'], queryFn: ({ signal }) => call('settings', {}, signal), staleTime });
}

export function sessionsQuery() {
  return queryOptions({ queryKey: ['sessions'], queryFn: ({ signal }) => call('sessions', {}, signal), staleTime });
}

export function historyQuery() {
  return queryOptions({ queryKey: ['history'], queryFn: ({ signal }) => call('history', {}, signal), staleTime });
}

/** Which entries of the log are wanted; days as `2026-11-25`, in the time zone of the house. */
export interface AuditWish {
  readonly what?: string;
  readonly who?: string;
  readonly from?: string;
  readonly to?: string;
}

export function auditQuery(wish: AuditWish) {
  return infiniteQueryOptions({
    queryKey: ['audit', wish],
    queryFn: ({ signal, pageParam }) =>
      call('audit', { ...wish, ...(pageParam !== undefined && { before: pageParam }) }, signal),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    staleTime,
  });
}
