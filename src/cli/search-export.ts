/** `attune search --export`: all papers found, to standard output or into a file that is there whole or not at all. */
import { AppError } from '#model/index.ts';
import type { Export } from '#library/index.ts';
import type { CliHouse, Terminal } from './house.ts';
import { refuseToOverwrite, writeWhole } from './search-export-file.ts';

interface Options {
  readonly export: string;
  readonly out?: string;
  readonly newest?: true;
  readonly page?: string;
  readonly json?: true;
}

const SILENT_MS = 1_000;
const EVERY_MS = 200;

/** @throws AppError `bad_request` for options that do not go together or an unknown format, `conflict` where the file is there. */
export async function exportAll(house: CliHouse, text: string, options: Options, terminal: Terminal): Promise<void> {
  const { out, json } = options;
  if (options.page !== undefined)
    throw new AppError('bad_request', '--export writes all papers found, not one page. Leave --page out.');
  if (json === true && out === undefined)
    throw new AppError('bad_request', '--json and --export both want standard output. Name a file with --out.');
  if (out !== undefined) refuseToOverwrite(out);
  let written = 0;
  const show = out === undefined ? undefined : progressOn(terminal);
  const found = await house.exportFound({
    text,
    filters: {},
    sort: options.newest === true ? 'newest' : 'best',
    format: options.export,
    onWritten: (papers) => {
      written = papers;
      show?.(papers, found.total);
    },
  });
  if (json !== true) for (const note of found.notes) terminal.err(note);
  if (out === undefined) for await (const piece of found.text) terminal.out(piece.replace(/\n$/, ''));
  else await writeWhole(out, found.text).finally(() => show?.());
  if (out !== undefined) tell(found, written, { out, json }, terminal);
  if (written !== found.total)
    terminal.err(
      `The library changed while the papers were written: ${words(written)} of ${number(found.total)} are there. Export again to have them all.`,
    );
}

/** Standard output stays free for the one document of `--json`; people read the rest beside it. */
function tell(
  { format, total, notes, courtesy }: Export,
  papers: number,
  { out, json }: { readonly out: string; readonly json: true | undefined },
  terminal: Terminal,
): void {
  if (json === true) {
    terminal.out(JSON.stringify({ out, format: format.name, papers, total, notes, courtesy }));
    return;
  }
  terminal.err(`${words(papers)} written to ${out} as ${format.label}.`);
  if (courtesy !== '') terminal.err(courtesy);
}

/** A line that moves where somebody watches, once it takes longer than a moment; called without figures it goes away. */
function progressOn(terminal: Terminal): (papers?: number, total?: number) => void {
  const started = performance.now();
  let shown = 0;
  return (papers, total) => {
    const now = performance.now();
    if (papers === undefined || total === undefined) {
      if (shown > 0) terminal.draw('\r\u001b[K');
      return;
    }
    if (!terminal.isWatched || now - started < SILENT_MS || now - shown < EVERY_MS) return;
    shown = now;
    terminal.draw(`\r${number(papers)} of ${number(total)} papers\u001b[K`);
  };
}

function words(papers: number): string {
  return papers === 1 ? '1 paper' : `${number(papers)} papers`;
}

function number(value: number): string {
  return value.toLocaleString('en');
}
