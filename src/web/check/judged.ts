/** Each reference of a list as it counts: with the paper somebody chose, and by how much it asks for attention. Pure. */
import type { CheckAnswer, FoundPaper, NoticeView } from '#api/index.ts';
import type { Checking } from './checking.ts';

export type CheckedRow = CheckAnswer['rows'][number];

export interface Judged {
  /** Tells it from every other of its list, also after the list was checked again with lines put in or taken out. */
  readonly key: string;
  readonly row: CheckedRow;
  readonly state: CheckedRow['state'];
  readonly paper?: FoundPaper | undefined;
  /** Whether somebody said which paper is meant, or that none of those offered is. */
  readonly isChosen: boolean;
}

export function judged(rows: readonly CheckedRow[], chosen: Checking['chosen']): readonly Judged[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const before = seen.get(row.text) ?? 0;
    seen.set(row.text, before + 1);
    // Long references are shown cut, so that two of them may be shown alike.
    const key = before === 0 ? row.text : `${row.text} ${before + 1}`;
    const choice = row.state === 'several' ? chosen[key] : undefined;
    const paper = row.options.find(({ id }) => id === choice);
    if (choice === undefined || (choice !== '' && paper === undefined))
      return { key, row, state: row.state, paper: row.paper, isChosen: false };
    return { key, row, state: paper === undefined ? 'unknown' : 'here', paper, isChosen: true };
  });
}

/** What somebody chose, as the file of the list is asked for with it. */
export interface Choice {
  readonly line: number;
  readonly text: string;
  /** Empty where none of those that fit is meant. */
  readonly paper: string;
}

export function choicesOf(references: readonly Judged[]): readonly Choice[] {
  return references.flatMap(({ row: { lines, text }, paper, isChosen }) => {
    const [line] = lines;
    return isChosen && line !== undefined ? [{ line, text, paper: paper?.id ?? '' }] : [];
  });
}

/** What became of a paper, with the day of it where that is known. */
export type Said = Pick<NoticeView, 'kind' | 'text' | 'id' | 'pmid'> & { readonly day?: string | undefined };

/** @returns undefined where nothing can be known: the paper is not here, and no notice about it is. */
export function said({ row: { standing }, paper, isChosen }: Judged): readonly Said[] | undefined {
  const own = isChosen ? undefined : standing;
  const gravest = own && { ...own, day: own.dateInWords };
  if (paper === undefined) return gravest && [gravest];
  return paper.notices.map(({ kind, text, id, pmid }) => {
    if (gravest?.kind === kind && gravest.id === id && gravest.pmid === pmid) return gravest;
    return { kind, text, ...(id !== undefined && { id }), ...(pmid !== undefined && { pmid }), day: dayOfNotice(text) };
  });
}

/** The order of the file too. */
const GRAVITY: Readonly<Record<NoticeView['kind'], number>> = {
  retracted: 0,
  concern: 1,
  corrected: 2,
  notice: 3,
  republished: 4,
  updated: 5,
};
const LATER: Readonly<Record<Judged['state'], number>> = { several: 6, unknown: 7, missing: 8, here: 10 };
const REMARKED = 9;

/** In the order of the list, or with what somebody should look at first in front. */
export function ordered(references: readonly Judged[], order: Checking['order']): readonly Judged[] {
  const byPlace = references.toSorted((one, other) => firstLine(one) - firstLine(other));
  return order === 'pasted' ? byPlace : byPlace.toSorted((one, other) => gravity(one) - gravity(other));
}

function gravity(reference: Judged): number {
  const kinds = (said(reference) ?? []).map(({ kind }) => GRAVITY[kind]);
  return Math.min(LATER[reference.state], reference.row.remark === undefined ? Infinity : REMARKED, ...kinds);
}

function firstLine({ row }: Judged): number {
  return Math.min(...row.lines);
}

export function hasNotice(reference: Judged, kind: NoticeView['kind']): boolean {
  return said(reference)?.some((each) => each.kind === kind) ?? false;
}

/** The numbers by which those that are not here can be fetched, each once. */
export function wanted(references: readonly Judged[]): readonly string[] {
  const numbers = references.flatMap(({ row, state }) =>
    state === 'missing' && row.wanted !== undefined ? [row.wanted] : [],
  );
  return [...new Set(numbers)];
}

/**
 * The day of a notice, which its sentence gives at its end: `This paper was retracted (20 November 2026).`
 * @returns undefined where the record gives none.
 */
function dayOfNotice(sentence: string): string | undefined {
  return /\((\d[^()]*|\p{Lu}\p{L}+ \d{4})\)\.$/u.exec(sentence)?.[1];
}
