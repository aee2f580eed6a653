/** `attune fetch`: papers of a search, a journal or a list of numbers from PubMed into the house. */
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { AppError } from '#model/index.ts';
import type { JobState } from '#app/index.ts';
import { JobLine } from './job-line.ts';
import type { CliBring, Run, Terminal } from './house.ts';

interface Options {
  readonly data?: string;
  readonly json?: true;
  readonly max: string;
  readonly since?: string;
  readonly ids?: string;
  readonly journal?: string;
  readonly keepCurrent?: true;
}

const MOST = 100_000;

export function fetchCommand(choose: (run: Run) => void): Command {
  return new Command('fetch')
    .description('bring papers from PubMed: of a search, a journal, or a list of numbers')
    .argument('[query...]', 'a search in PubMed’s language; quote it so that the shell leaves it alone')
    .option('--max <number>', 'how many to take at most, the newest first', '1000')
    .option('--since <date>', 'published since: 2024, 2024/03 or 2024/03/09')
    .option('--journal <name>', 'papers of this journal')
    .option('--ids <file>', 'a file with PMIDs, PMCIDs and DOIs, as you have them; - reads standard input')
    .option('--keep-current', 'and look every day for what is new, while Attune runs')
    .option('--data <folder>', 'the house they go into (default: data/home)')
    .option('--json', 'print one JSON document')
    .action((words: string[], options: Options) => choose(fetch(words.join(' '), options)));
}

function fetch(query: string, options: Options): Run {
  return async (rooms, terminal) => {
    const wish = {
      ...(query === '' ? {} : { query }),
      ...(options.journal === undefined ? {} : { journal: options.journal }),
      ...(options.ids === undefined ? {} : { ids: readIds(options.ids) }),
      ...(options.since === undefined ? {} : { since: options.since }),
      max: readMax(options.max),
      keepCurrent: options.keepCurrent === true,
    };
    const bring = await rooms.openBring(options.data, true);
    try {
      const { id } = await bring.bring.fetch(wish);
      const { state, report } = await follow(bring, id, terminal, options.json === true);
      if (options.json === true)
        terminal.out(JSON.stringify({ job: id, status: state.status, ...report, ...failure(state) }));
      else tell(state, bring.folder, options, terminal);
      return state.status === 'done' ? 0 : 1;
    } finally {
      bring.close();
    }
  };
}

/**
 * Follows a job to its end; an interrupt stops it in good order, so that it can go on.
 * @param json tells how far it is as lines of JSON on standard error.
 */
export async function follow(
  bring: CliBring,
  id: number,
  terminal: Terminal,
  json: boolean,
): ReturnType<CliBring['follow']> {
  const line = new JobLine(terminal, json);
  const ending = new AbortController();
  const stop = (): void => {
    void bring.bring.stop(id).catch(() => undefined);
    process.once('SIGINT', () => ending.abort());
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    return await bring.follow(id, (state) => line.show(state), ending.signal);
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
    line.end();
  }
}

function tell(state: JobState, folder: string, { keepCurrent }: Options, terminal: Terminal): void {
  const number = (value: number): string => value.toLocaleString('en');
  const { status, total, wanted = 0, done = 0, added, updated, unchanged, quarantined } = state;
  if (total !== undefined)
    terminal.out(`${number(total)} ${total === 1 ? 'paper matches' : 'papers match'} ${state.title} in PubMed.`);
  if (status === 'failed') {
    terminal.err(state.error ?? 'It failed.');
    if (done > 0)
      terminal.err(`${number(done)} of ${number(wanted)} papers are in. The same command goes on from there.`);
    return;
  }
  if (status === 'stopped') {
    terminal.err(`Stopped. ${number(done)} of ${number(wanted)} papers are in. The same command goes on from there.`);
    return;
  }
  terminal.out(
    `${number(wanted)} taken: ${number(added)} added, ${number(updated)} updated, ${number(unchanged)} unchanged.`,
  );
  if (quarantined > 0)
    terminal.out(`${number(quarantined)} could not be read and are set aside: attune import --quarantine lists them.`);
  for (const { line, text } of state.badLines) terminal.out(`Line ${line} is no number of a paper: ${text}`);
  if (state.notFound.length > 0) terminal.out(`PubMed has no record for: ${state.notFound.join(', ')}`);
  for (const note of state.notes) terminal.out(note);
  if (added > 0) terminal.out(`They are in ${folder}. Start Attune with npm start and choose “Yours” to read them.`);
  if (keepCurrent === true)
    terminal.out('What is new is looked for every day while Attune runs. attune jobs shows when.');
}

function failure({ error, done, wanted, total }: JobState): object {
  return error === undefined ? {} : { error: { code: 'failed', message: error }, done, wanted, total };
}

function readMax(text: string): number {
  const max = Number(text);
  if (Number.isInteger(max) && max >= 1 && max <= MOST) return max;
  throw new AppError(
    'bad_request',
    `--max takes a number from 1 to ${MOST.toLocaleString('en')}, not “${text}”. For more, bring NLM’s baseline files with attune import.`,
  );
}

function readIds(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'is not there' : code === 'EISDIR' ? 'is a folder' : 'cannot be read';
    throw new AppError('unreadable_file', `The list ${file} ${why}. Name a text file with one number on each line.`, {
      cause,
    });
  }
}
