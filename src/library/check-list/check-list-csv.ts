/** A checked list for a spreadsheet: one row a paper, with what a librarian reports on. */
import { authorsOf, dateInWords } from '#model/index.ts';
import { BYTE_ORDER_MARK, row } from '../formats/csv.ts';
import { paperDate } from '../paper-date.ts';
import { listedName, titleText } from '../reading-aids/metadata.ts';
import { withChoices } from './choices.ts';
import type { Choice } from './choices.ts';
import type { CheckedList, CheckedRow } from './checked-list.ts';
import { worstFirst } from './worst-first.ts';

const IN_LIBRARY: Readonly<Record<CheckedRow['state'], string>> = {
  here: 'yes',
  several: 'not known',
  missing: 'no',
  unknown: 'not known',
};

const COLUMNS: readonly (readonly [name: string, value: (checked: CheckedRow) => string | undefined])[] = [
  ['lines', ({ lines }) => lines.join('; ')],
  ['reference', ({ text }) => text],
  ['in_library', ({ state }) => IN_LIBRARY[state]],
  ['notice', ({ standing }) => standing?.kind],
  ['notice_date', ({ standing }) => standing?.date && dateInWords(standing.date)],
  ['notice_pmid', ({ standing }) => standing?.pmid ?? /^pm(\d+)$/.exec(standing?.id ?? '')?.[1]],
  ['notice_text', ({ standing }) => standing?.text],
  ['remark', ({ remark }) => remark],
  ['free_copy', ({ paper }) => (paper?.paper.identifiers.pmcid === undefined ? 'not known' : 'yes')],
  ['fetch_by', ({ wanted }) => wanted],
  ['title', ({ paper }) => paper && titleText(paper.paper)],
  ['first_author', ({ paper }) => paper && authorsOf(paper.paper).slice(0, 1).map(listedName)[0]],
  ['journal', ({ paper }) => paper?.paper.journal?.title],
  ['year', ({ paper }) => paper && paperDate(paper.paper)?.year.toString()],
  ['pmid', ({ paper }) => paper?.paper.identifiers.pmid],
  ['pmcid', ({ paper }) => paper?.paper.identifiers.pmcid],
  ['doi', ({ paper }) => paper?.paper.identifiers.dois?.[0]],
  [
    'may_be',
    ({ options }) =>
      options.map(({ paper }) => `${titleText(paper)} (${paper.identifiers.pmid ?? paper.id})`).join('; '),
  ],
];

/**
 * RFC 4180 in UTF-8 with its mark; what must be acted on stands first, and the lines tell where it stood in the list.
 * @param choices which paper is meant where several fit, so that the file says what somebody settled.
 */
export function checkListCsv({ rows }: Pick<CheckedList, 'rows'>, choices: readonly Choice[] = []): string {
  const lines = worstFirst(withChoices(rows, choices)).map((checked) =>
    row(COLUMNS.map(([, value]) => value(checked) ?? '')),
  );
  return BYTE_ORDER_MARK + row(COLUMNS.map(([name]) => name)) + lines.join('');
}
