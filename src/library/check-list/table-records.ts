/** Rows of a spreadsheet as pasted or saved: CSV or tab-separated, known by a first line that names its columns. */
import { LONGEST_REFERENCE } from './reference.ts';
import type { Entry, Fields } from './reference.ts';

type Column = 'title' | 'author' | 'year' | 'journal' | 'pmid' | 'pmcid' | 'doi' | 'reference';

const NAMES: readonly (readonly [column: Column, pattern: RegExp])[] = [
  ['pmcid', /^(?:pmc|pmcid|pmc[ _-]?id)s?$/],
  ['pmid', /^(?:pmid|pubmed|pubmed[ _-]?id|pm[ _-]?id)s?$/],
  ['doi', /^(?:doi|dois|doi[ _-]?link|digital object identifier)$/],
  ['title', /^(?:title|titel|article[ _-]?title|document[ _-]?title|primary title|ti)$/],
  ['author', /^(?:authors?|first[ _-]?author|author[ _-]?names?|autor(?:en)?|au|author full names)$/],
  ['year', /^(?:year|publication[ _-]?year|jahr|pub[ _-]?year|py|date|published|publication[ _-]?date)$/],
  ['journal', /^(?:journal|journal\/book|source|source title|publication title|zeitschrift|publication)$/],
  ['reference', /^(?:references?|citations?|literatur|quelle|bibliography)$/],
];

/** Records of the named columns, or whole references where one column holds those. */
export type TableRow = Fields | Entry;

/** Undefined where the text has no first line that names at least one column of use. */
export function tableRows(lines: readonly string[]): TableRow[] | undefined {
  const firstLine = lines.findIndex((line) => line.trim() !== '');
  const header = lines[firstLine];
  if (header === undefined) return undefined;
  const delimiter = ['\t', ';', ','].find((sign) => columnsOf(cellsOf(header, sign)).size > 1) ?? '\t';
  const columns = columnsOf(cellsOf(header, delimiter));
  const isOneColumn = !/[\t;,]/.test(header.trim());
  if (columns.size === 0 || (columns.size === 1 && !isOneColumn && delimiter !== '\t')) return undefined;
  if (isOneColumn && !columns.has('title')) return undefined;
  return rowsOf(lines, firstLine + 1, isOneColumn ? '\u0000' : delimiter).flatMap((row) => rowRecord(row, columns));
}

function columnsOf(cells: readonly string[]): Map<Column, number> {
  const columns = new Map<Column, number>();
  cells.forEach((cell, index) => {
    const name = cell.trim().toLowerCase();
    const column = NAMES.find(([, pattern]) => pattern.test(name))?.[0];
    if (column !== undefined && !columns.has(column)) columns.set(column, index);
  });
  return columns;
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A quotation mark that is never closed must not swallow the table. */
const MOST_LINES_OF_CELL = 100;

/** A cell in quotation marks may run over several lines. */
function rowsOf(lines: readonly string[], from: number, delimiter: string): Row[] {
  const rows: Row[] = [];
  for (let at = from; at < lines.length; at += 1) {
    const line = at + 1;
    let text = lines[at] as string;
    while (isOpen(text, delimiter) && at + 1 < lines.length && at - line < MOST_LINES_OF_CELL) {
      at += 1;
      text += `\n${lines[at]}`;
    }
    if (text.trim() !== '') rows.push({ line, cells: cellsOf(text, delimiter) });
  }
  return rows;
}

function isOpen(text: string, delimiter: string): boolean {
  if (!text.startsWith('"') && !text.includes(`${delimiter}"`)) return false;
  return (text.split('"').length - 1) % 2 === 1;
}

function cellsOf(text: string, delimiter: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] as string;
    if (isQuoted && sign === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (sign === '"' && (isQuoted || cell === '')) isQuoted = !isQuoted;
    else if (sign === delimiter && !isQuoted) {
      cells.push(cell);
      cell = '';
    } else cell += sign;
  }
  return [...cells, cell].map((each) => each.replace(/\s+/g, ' ').trim());
}

function rowRecord({ line, cells }: Row, columns: ReadonlyMap<Column, number>): TableRow[] {
  const get = (column: Column): string | undefined => {
    const value = cells[columns.get(column) ?? -1] ?? '';
    return /^(?:|-|n\/?a|none|null)$/i.test(value) ? undefined : value;
  };
  const whole = get('reference');
  if (whole !== undefined && get('title') === undefined)
    return [
      {
        line,
        text: [whole.slice(0, LONGEST_REFERENCE), named('PMID', get('pmid')), named('doi', get('doi'))]
          .filter(Boolean)
          .join(' '),
      },
    ];
  const fields: Fields = {
    line,
    title: get('title'),
    author: get('author'),
    year: get('year'),
    journal: get('journal'),
    pmid: get('pmid'),
    pmcid: get('pmcid'),
    doi: get('doi'),
  };
  return (fields.title ?? fields.pmid ?? fields.pmcid ?? fields.doi) ? [fields] : [];
}

function named(name: string, value: string | undefined): string {
  return value === undefined ? '' : `${name}: ${value}`;
}
