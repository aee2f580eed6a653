/** The order in which a checked list is read: what must be acted on before what is fine. The page sorts its rows by the same. */
import type { NoticeKind } from '../notices.ts';
import type { CheckedRow } from './checked-list.ts';

/** Retracted, doubted, corrected, other notices, then what is not settled, then what is fine; rows of one kind as they stand in the list. */
export function worstFirst(rows: readonly CheckedRow[]): CheckedRow[] {
  return [...rows].sort(
    (left, right) => gravity(left) - gravity(right) || (left.lines[0] ?? 0) - (right.lines[0] ?? 0),
  );
}

const GRAVITY: Readonly<Record<NoticeKind, number>> = {
  retracted: 0,
  concern: 1,
  corrected: 2,
  notice: 3,
  republished: 4,
  updated: 5,
};
const LATER: Readonly<Record<CheckedRow['state'], number>> = { several: 6, unknown: 7, missing: 8, here: 10 };
const REMARKED = 9;

function gravity({ standing, state, paper, remark }: CheckedRow): number {
  const kinds = [...(paper?.notices ?? []), ...(standing === undefined ? [] : [standing])].map(
    ({ kind }) => GRAVITY[kind],
  );
  return Math.min(LATER[state], remark === undefined ? Infinity : REMARKED, ...kinds);
}
