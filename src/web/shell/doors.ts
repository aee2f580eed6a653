/** The way in of each kind of house, and the pages that stand before it. */
import type { HouseState } from '#api/index.ts';

type Door = HouseState['door'];

export function doorOf({ door }: Pick<HouseState, 'door'>) {
  return `/${door}` as const;
}

export const DOOR_WORDS: Readonly<Record<Door, string>> = {
  'walk-in': 'Walk in',
  'set-up': 'Set up',
  'sign-in': 'Sign in',
};

const BEFORE_IT: ReadonlySet<string> = new Set(['/walk-in', '/set-up', '/sign-in', '/link']);

/** Whether one is at the door already, where being led to it would go round in a circle. */
export function isBeforeDoor(pathname: string): boolean {
  return BEFORE_IT.has(pathname);
}

/** Whether somebody without an account may read nothing here. */
export function isClosed({ library, you }: HouseState): boolean {
  return library === undefined && you === undefined;
}
