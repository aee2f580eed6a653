/** The pages that stand before the way in, and whether a house is closed without it. */
import type { HouseState } from '#api/index.ts';

const BEFORE_IT: ReadonlySet<string> = new Set(['/walk-in', '/set-up', '/sign-in', '/link']);

/** Whether one is at the door already, where being led to it would go round in a circle. */
export function isBeforeDoor(pathname: string): boolean {
  return BEFORE_IT.has(pathname);
}

/** Whether somebody without an account may read nothing here. */
export function isClosed({ library, you }: HouseState): boolean {
  return library === undefined && you === undefined;
}
