/** The way in of each kind of house, and where it leads somebody who pressed what needs an account. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import type { HouseState } from '#api/index.ts';
import { houseQuery } from './queries.ts';
import type { Wanted } from './wanted.ts';

export type Door = HouseState['door'];

/** The address of the page at which one comes in. */
export function doorOf({ door }: Pick<HouseState, 'door'>) {
  return `/${door}` as const;
}

/** What stands on what leads there. */
export const DOOR_WORDS: Readonly<Record<Door, string>> = {
  'walk-in': 'Walk in',
  'set-up': 'Set up your account',
  'sign-in': 'Sign in',
};

/**
 * @returns what leads there; after signing in, the act has happened to the paper and the reader is back where they were.
 * Undefined while nobody knows yet whether somebody is signed in, and where somebody is.
 */
export function useWayIn(): ((wanted: Pick<Wanted, 'act' | 'paper'>) => void) | undefined {
  const { data: house } = useQuery(houseQuery());
  const navigate = useNavigate();
  const router = useRouter();
  if (house === undefined || house.you !== undefined) return undefined;
  return (wanted) => void navigate({ to: doorOf(house), search: { to: router.state.location.href, ...wanted } });
}
