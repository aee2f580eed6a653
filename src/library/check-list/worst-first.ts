/** The order in which a checked list is read: what must be acted on before what is fine. */
import type { CheckedRow } from './checked-list.ts';
import { isRetractionNotice } from './standing.ts';

/** Retracted, doubted, corrected, then what is not settled, then what is fine; rows of one kind as they stand in the list. */
export function worstFirst(rows: readonly CheckedRow[]): CheckedRow[] {
  return [...rows].sort(
    (left, right) => gravity(left) - gravity(right) || (left.lines[0] ?? 0) - (right.lines[0] ?? 0),
  );
}

function gravity({ standing, state, paper, remark }: CheckedRow): number {
  if (standing !== undefined) return ['retracted', 'concern', 'corrected'].indexOf(standing.kind);
  if (paper !== undefined && isRetractionNotice(paper.paper)) return 3;
  if (state !== 'here') return { several: 4, unknown: 5, missing: 6 }[state];
  return remark === undefined ? 8 : 7;
}
