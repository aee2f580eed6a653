/** What somebody settled in a checked list: which of the papers that fit a reference is meant. */
import type { CheckedRow } from './checked-list.ts';

export interface Choice {
  /** The first line of the reference. */
  readonly line: number;
  /** The reference as the list shows it. */
  readonly text: string;
  /** The id of the paper; empty where none of those that fit is meant. */
  readonly paper: string;
}

/** The rows as somebody settled them. A choice whose reference or paper the list does not offer any more changes nothing. */
export function withChoices(rows: readonly CheckedRow[], choices: readonly Choice[]): readonly CheckedRow[] {
  return rows.map((row) => {
    const choice = choices.find(({ line, text }) => line === row.lines[0] && text === row.text);
    return row.state !== 'several' || choice === undefined ? row : settled(row, choice.paper);
  });
}

function settled(row: CheckedRow, chosen: string): CheckedRow {
  const { lines, text, options, remark = '' } = row;
  if (chosen === '')
    return { lines, text, state: 'unknown', options: [], remark: `${remark} None of them is meant.`.trim() };
  const option = options.find(({ paper }) => paper.id === chosen);
  if (option === undefined) return row;
  const { standing, ...paper } = option;
  return {
    lines,
    text,
    state: 'here',
    paper,
    options: [],
    ...(standing && { standing }),
    remark: `${remark} This one was chosen.`.trim(),
  };
}
