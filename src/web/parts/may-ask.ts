/** Who has papers brought by somebody else. Pure. */
import type { HouseState } from '#api/index.ts';

/** Whether somebody may say which papers they want, and a librarian or an administrator lets them come in. */
export function mayAsk(house: HouseState | undefined): boolean {
  return house?.kind === 'home' && !house.mayBring && house.you !== undefined;
}
