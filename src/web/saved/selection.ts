/** Which rows of a page are chosen, and what a press on a box makes of that. Pure. */

export interface Chosen {
  readonly ids: ReadonlySet<string>;
  /** Where the last press was: from there a press with Shift reaches. */
  readonly last?: string;
}

export const NOTHING: Chosen = { ids: new Set() };

/**
 * @param rows the ids of the page, in its order.
 * @param reaches whether the press was with Shift: then everything between becomes what this row becomes.
 */
export function pressed(chosen: Chosen, rows: readonly string[], id: string, reaches: boolean): Chosen {
  const isOn = !chosen.ids.has(id);
  const [from, to] = [chosen.last === undefined ? -1 : rows.indexOf(chosen.last), rows.indexOf(id)];
  const between = reaches && from >= 0 ? rows.slice(Math.min(from, to), Math.max(from, to) + 1) : [id];
  const ids = new Set(chosen.ids);
  for (const each of between) if (isOn) ids.add(each);
    else ids.delete(each); // prettier-ignore
  return { ids, last: id };
}

/** All of the page, or none where all were. */
export function allPressed(chosen: Chosen, rows: readonly string[]): Chosen {
  return rows.every((id) => chosen.ids.has(id)) ? NOTHING : { ids: new Set(rows) };
}
