/** What an export is, whichever papers are in it: text of one format in pieces, and what is to be said beside it. */
import { AppError, dateOfDay } from '#model/index.ts';
import type { CivilDate, Paper } from '#model/index.ts';
import { shown } from '../display.ts';
import type { Display } from '../display.ts';
import { noticesOf } from '../notices.ts';
import type { Found, Library } from '../port.ts';
import { courtesy } from '../sources/courtesy.ts';
import { bibtex } from './bibtex.ts';
import { cslJson } from './csl-json.ts';
import { csv } from './csv.ts';
import type { ExportedPaper, Format } from './format.ts';
import { jsonl } from './jsonl.ts';
import { nbib } from './nbib.ts';
import { ris } from './ris.ts';

const FORMATS: readonly Format[] = [ris, nbib, bibtex, cslJson, csv, jsonl];

/** How many papers are read at once and held. */
export const BATCH = 500;

export interface Export {
  readonly format: Pick<Format, 'name' | 'label' | 'mediaType' | 'extension'>;
  /** How many papers there are to write. */
  readonly total: number;
  /** What the person should know: how a query was read, which of the chosen papers are not there. */
  readonly notes: readonly string[];
  /** The line the source of the papers asks for; '' where there are none. */
  readonly courtesy: string;
  /** `attune-2026-11-25.ris`, for the day it is taken out. */
  fileName(day: CivilDate): string;
  /** UTF-8, in pieces that end with a line; at most two batches of papers are held. */
  readonly text: AsyncIterable<string>;
}

/** What is asked for beside the papers. */
export interface ExportWish {
  /** `ris`, `nbib`, `bibtex`, `csl-json`, `csv` or `jsonl`. */
  readonly format: string;
  /** Told after each batch how many papers are written. */
  readonly onWritten?: (papers: number) => void;
}

/** @throws AppError `bad_request` for a format there is none of. */
export function formatOf(name: string): Format {
  const format = FORMATS.find((each) => each.name === name);
  if (format !== undefined) return format;
  const names = FORMATS.map((each) => each.name);
  throw new AppError(
    'bad_request',
    `There is no export as “${name}”. Choose one of ${names.slice(0, -1).join(', ')} or ${names.at(-1)}.`,
  );
}

/** A paper as the house shows it, with what became of it. */
export async function exportedPaper(
  library: Library,
  { paper, ties }: Found['hits'][number],
  display: Display,
): Promise<ExportedPaper> {
  return { paper: shown(paper, display), notices: await noticesOf(library, paper, ties) };
}

/** @param batches of papers that are there once; the next is asked for while one is written. */
export async function exportOf(
  library: Library,
  format: Format,
  papers: Pick<Export, 'total' | 'notes'> & {
    readonly first: Paper | undefined;
    readonly batches: AsyncIterable<readonly ExportedPaper[]>;
  },
  onWritten: ExportWish['onWritten'],
): Promise<Export> {
  const { total, notes, first, batches } = papers;
  const line = first === undefined ? '' : await courtesyOf(library, first);
  return {
    format,
    total,
    notes,
    courtesy: line,
    fileName: (day) => `attune-${day}.${format.extension}`,
    text: textOf(format, line, oneAhead(batches), onWritten),
  };
}

async function courtesyOf(library: Library, { source }: Paper): Promise<string> {
  const { dataOf } = await library.state();
  return courtesy(source, dataOf === undefined ? undefined : dateOfDay(dataOf));
}

/** A batch is held until the next is known, since what stands between records follows it. */
async function* textOf(
  format: Format,
  line: string,
  batches: AsyncIterable<readonly ExportedPaper[]>,
  onWritten: ExportWish['onWritten'],
): AsyncGenerator<string> {
  let written = 0;
  let held: string | undefined;
  const beginning = format.begin(line);
  if (beginning !== '') yield beginning;
  for await (const papers of batches) {
    if (papers.length === 0) continue;
    if (held !== undefined) yield held + format.between;
    held = papers.map((exported) => format.record(exported)).join(format.between);
    written += papers.length;
    onWritten?.(written);
  }
  const ending = (held ?? '') + format.end;
  if (ending !== '') yield ending;
}

/** What fails ahead of its turn is told in its turn; where nobody reads on, it is told to nobody. */
async function* oneAhead<T>(batches: AsyncIterable<T>): AsyncGenerator<T> {
  const iterator = batches[Symbol.asyncIterator]();
  let next = iterator.next();
  for (;;) {
    const { value, done } = await next;
    if (done === true) return;
    next = iterator.next();
    next.catch(() => undefined);
    yield value;
  }
}
