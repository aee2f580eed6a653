/** How reactions move the rows of a Today: those without a reaction change places among themselves, by how much each scores more than at its opening. */

export interface Place<Id> {
  readonly id: Id;
  /** The scores at the opening, and by the taste as it is now. */
  readonly before: number;
  readonly now: number;
  /** Whether somebody reacted to it, so that it stays where it is. */
  readonly isFixed: boolean;
}

/**
 * The opening order is not that of the scores alone, because interests are mixed and chance takes part. So each place keeps the score
 * that belongs to it, the highest to the first, and what a paper gained since is added to that of its place: where nothing is
 * different from the opening nothing stands elsewhere, whatever was pressed and taken back.
 * @param opening the places in the order of the opening.
 * @param standing the order that stands now, in which papers that somebody reacted to stay where they are.
 */
export function shifted<Id>(opening: readonly Place<Id>[], standing: readonly Id[]): Id[] {
  const levels = opening.map(({ before }) => before).sort((one, other) => other - one);
  const free = opening
    .map(({ id, before, now, isFixed }, at) => ({ id, at, isFixed, score: (levels[at] as number) + now - before }))
    .filter(({ isFixed }) => !isFixed)
    .sort((one, other) => other.score - one.score || one.at - other.at);
  const isFree = new Set(free.map(({ id }) => id));
  let next = 0;
  return standing.map((id) => {
    if (!isFree.has(id)) return id;
    next += 1;
    return (free[next - 1] as { id: Id }).id;
  });
}

/** By how many places each went up; those that did not are absent. */
export function upIn<Id extends string>(before: readonly Id[], now: readonly Id[]): Record<Id, number> {
  const entries = now.map((id, place): [Id, number] => [id, before.indexOf(id) - place]).filter(([, up]) => up > 0);
  return Object.fromEntries(entries) as Record<Id, number>;
}
