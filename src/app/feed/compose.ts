/** A day's Today: the first papers of the order, with one place in twelve drawn by chance from outside it. */
import { diceOf } from '#ranking/index.ts';
import type { Collection } from './collection.ts';
import type { PaperFacts } from './facts.ts';
import type { Ranking } from './ranking.ts';

/** The chance that a place is given to exploration. */
const EXPLORED = 1 / 12;
/** What a reader would get to soon anyway is no exploration; of a small library, its likelier half. */
const USUAL = 100;

export interface ComposedRow {
  readonly row: number;
  readonly isExploration: boolean;
}

/**
 * The same ranking, places and seed give the same rows.
 * @param open by row, whether it may be shown.
 */
export function composed(
  { facts, sameAs }: Collection,
  { rows, total }: Ranking,
  open: Uint8Array,
  places: number,
  seed: number,
): ComposedRow[] {
  const dice = diceOf(seed);
  const paperOf = (row: number): number => sameAs[row] as number;
  // Another record of a paper of the usual reading is no exploration either.
  const usual = new Set(Array.from(rows.subarray(0, Math.min(USUAL, Math.ceil(total / 2))), paperOf));
  const outside: number[] = [];
  for (let row = 0; row < facts.length; row += 1)
    if (open[row] === 1 && !usual.has(paperOf(row)) && (facts[row] as PaperFacts).hasAbstract) outside.push(row);
  const taken = new Set<number>();
  const composedRows: ComposedRow[] = [];
  let next = 0;
  for (let place = 0; place < places; place += 1) {
    const drawn = dice() < EXPLORED && outside.length > 0 ? outside[Math.floor(dice() * outside.length)] : undefined;
    const isExploration = drawn !== undefined && !taken.has(paperOf(drawn));
    if (!isExploration) while (next < rows.length && taken.has(paperOf(rows[next] as number))) next += 1;
    const row = isExploration ? drawn : rows[next];
    if (row === undefined) break;
    taken.add(paperOf(row));
    composedRows.push({ row, isExploration });
  }
  return composedRows;
}
