/** The way in for somebody without an account who pressed what needs one: where it leads, and what happens afterwards. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import type { HouseState } from '#api/index.ts';
import { houseQuery } from './queries.ts';
import type { Wanted } from './wanted.ts';

const DOORS: Readonly<Record<HouseState['door'], '/walk-in' | '/set-up' | '/sign-in'>> = {
  'walk-in': '/walk-in',
  'set-up': '/set-up',
  'sign-in': '/sign-in',
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
  return (wanted) => void navigate({ to: DOORS[house.door], search: { to: router.state.location.href, ...wanted } });
}
