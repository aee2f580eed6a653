/** What a reader wants to keep up with: choosing it, and taking it away again. Pure. */
import type { InterestChoice } from '#api/index.ts';

export type Interest = Pick<InterestChoice, 'kind' | 'value'>;

/** As many as the feed takes. */
export const MOST = 20;
/** As many as are asked for first. */
export const FIRST = 3;

export function isSame(one: Interest, other: Interest): boolean {
  return one.kind === other.kind && one.value === other.value;
}

/** Takes it in at the end, or out where it is in; nothing where there are as many as can be. */
export function pressedOn(chosen: readonly InterestChoice[], pressed: InterestChoice): readonly InterestChoice[] {
  const others = chosen.filter((one) => !isSame(one, pressed));
  if (others.length < chosen.length) return others;
  return chosen.length < MOST ? [...chosen, pressed] : chosen;
}

/** What the server is told: no names and no counts. */
export function asSent(chosen: readonly InterestChoice[]): Interest[] {
  return chosen.map(({ kind, value }) => ({ kind, value }));
}
