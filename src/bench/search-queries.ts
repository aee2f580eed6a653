/** A list of queries in tab-separated columns `mode query yearFrom yearTo`, as searches of the product. */
import { readFileSync } from 'node:fs';
import { AppError } from '#model/index.ts';
import type { FindRequest } from '#library/index.ts';

const HEADER = 'mode\tquery\tyearFrom\tyearTo';

/** How the words of a query are typed into the search field, and the order that is asked for. */
const MODES: Readonly<Record<string, { typed(words: string): string; readonly sort: FindRequest['sort'] }>> = {
  and: { typed: (words) => words, sort: 'best' },
  or: { typed: (words) => words.split(' ').join(' OR '), sort: 'best' },
  or_common: { typed: (words) => words.split(' ').join(' OR '), sort: 'best' },
  phrase: { typed: (words) => `"${words}"`, sort: 'best' },
  and_year: { typed: (words) => words, sort: 'best' },
  and_date: { typed: (words) => words, sort: 'newest' },
};

export interface BenchQuery {
  readonly mode: string;
  readonly request: FindRequest;
}

/** @throws AppError `unreadable_file` with the place of the line that is no query. */
export function readQueries(path: string): BenchQuery[] {
  const [header, ...lines] = textOf(path).split(/\r?\n/);
  if (header !== HEADER)
    throw new AppError('unreadable_file', `The file ${path} is no list of queries: its first line is not “${HEADER}”.`);
  return lines.flatMap((line, index) => (line === '' ? [] : [queryOf(path, line, index + 2)]));
}

/** The first page of twenty, as the search page asks for it. */
export function firstPage(text: string, sort: FindRequest['sort'] = 'best'): FindRequest {
  return { text, filters: {}, sort, page: 1, pageSize: 20 };
}

function queryOf(path: string, line: string, number: number): BenchQuery {
  const [mode = '', words = '', from = '', to = ''] = line.split('\t');
  const known = MODES[mode];
  if (known === undefined || words === '')
    throw new AppError(
      'unreadable_file',
      `Line ${number} of ${path} is no query: its mode is none of ${Object.keys(MODES).join(', ')}, or it has no words.`,
    );
  const page = firstPage(known.typed(words), known.sort);
  const filters = {
    ...(from === '' ? {} : { fromYear: Number(from) }),
    ...(to === '' ? {} : { toYear: Number(to) }),
  };
  return { mode, request: { ...page, filters } };
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const isAbsent = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    const message = isAbsent
      ? `There is no file ${path}. Check the path.`
      : `The file ${path} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`;
    throw new AppError('unreadable_file', message, { cause });
  }
}
