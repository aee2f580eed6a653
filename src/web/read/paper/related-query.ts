/** Papers related to one, as the server gives them. */
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../parts/api.ts';

export function relatedQuery(id: string) {
  return queryOptions({
    queryKey: ['related', id],
    queryFn: ({ signal }) => call('related', { id }, signal),
    retryOnMount: false,
  });
}
