/** Closing one house and opening the other. Nothing of the house before may be seen in the one after. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { call } from './api.ts';
import { houseQuery } from './queries.ts';
import type { HouseState } from '#api/index.ts';

export type HouseKind = HouseState['kind'];

export interface Switching {
  readonly to: (kind: HouseKind) => void;
  readonly again: () => void;
  /** The house that is being opened now. */
  readonly opening: HouseKind | undefined;
  readonly error: Error | null;
}

export function useSwitchHouse(): Switching {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { mutate, variables, isPending, error } = useMutation({
    mutationFn: (kind: HouseKind) => call('switchHouse', { kind }),
    onSuccess: async (house) => {
      // What was asked of the house before would lead on from there.
      queries.removeQueries({ queryKey: ['feed'] });
      await navigate({ to: '/today' });
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'house' });
      queries.setQueryData(houseQuery().queryKey, house);
      await queries.invalidateQueries();
    },
  });
  return {
    to: (kind) => mutate(kind),
    again: () => variables !== undefined && mutate(variables),
    opening: isPending ? variables : undefined,
    error,
  };
}
