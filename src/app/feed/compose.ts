/** A day's Today: the first papers of the order, with one place in twelve drawn by chance from outside it. */
import { diceOf } from '#ranking/index.ts';
import { titlesAgree } from '../title-fold.ts';
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
  { facts }: Collection,
  { rows, total }: Ranking,
  open: Uint8Array,
  places: number,
  seed: number,
): ComposedRow[] {
  const dice = diceOf(seed);
  const usual = new Set(rows.subarray(0, Math.min(USUAL, Math.ceil(total / 2))));
  const outside: number[] = [];
  for (let row = 0; row < facts.length; row += 1)
    if (open[row] === 1 && !usual.has(row) && (facts[row] as PaperFacts).hasAbstract) outside.push(row);
  const titleOf = (row: number): PaperFacts['titleStems'] => (facts[row] as PaperFacts).titleStems;
  const composedRows: ComposedRow[] = [];
  const isIn = (row: number, shown: Iterable<number>): boolean => {
    for (const other of shown) if (other === row || titlesAgree(titleOf(other), titleOf(row))) return true;
    return false;
  };
  const taken = (): number[] => composedRows.map(({ row }) => row);
  let next = 0;
  for (let place = 0; place < places; place += 1) {
    const drawn = dice() < EXPLORED && outside.length > 0 ? outside[Math.floor(dice() * outside.length)] : undefined;
    // Another record of a paper of the usual reading is no exploration.
    if (drawn !== undefined && !isIn(drawn, usual) && !isIn(drawn, taken())) {
      composedRows.push({ row: drawn, isExploration: true });
      continue;
    }
    while (next < rows.length && isIn(rows[next] as number, taken())) next += 1;
    const row = rows[next];
    if (row === undefined) break;
    composedRows.push({ row, isExploration: false });
  }
  return composedRows;
}
