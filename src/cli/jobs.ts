/** `attune jobs`: what runs, waits, stopped, failed and is done in the house, and what is kept current. */
import { Command } from 'commander';
import { AppError } from '#model/index.ts';
import type { JobState, KeptState } from '#app/index.ts';
import { follow } from './fetch.ts';
import type { CliBring, Run, Terminal } from './house.ts';

interface Options {
  readonly data?: string;
  readonly json?: true;
  readonly retry?: string;
  readonly stop?: string;
  readonly end?: string;
}

const SHOWN = 20;

export function jobsCommand(choose: (run: Run) => void): Command {
  return new Command('jobs')
    .description('list what runs, waits, failed and is done, and what is kept current')
    .option('--retry <number>', 'let a job that stopped or failed go on, here')
    .option('--stop <number>', 'stop a job; what came in stays')
    .option('--end <number>', 'keep something current no longer; its papers stay')
    .option('--data <folder>', 'the house (default: data/home)')
    .option('--json', 'print one JSON document')
    .action((options: Options) => choose(jobs(options)));
}

function jobs(options: Options): Run {
  return async (rooms, terminal) => {
    const opened = await rooms.openBring(options.data, false);
    try {
      return await act(opened, options, terminal);
    } finally {
      opened.close();
    }
  };
}

async function act(opened: CliBring, options: Options, terminal: Terminal): Promise<number> {
  const { bring } = opened;
  if (options.stop !== undefined) await bring.stop(readNumber('--stop', options.stop));
  if (options.end !== undefined) await bring.endKept(readNumber('--end', options.end));
  if (options.retry !== undefined) {
    const { id } = await bring.resume(readNumber('--retry', options.retry));
    const { state } = await follow(opened, id, terminal, options.json === true);
    if (options.json === true) terminal.out(JSON.stringify({ job: state }));
    else terminal.out(jobInWords(state));
    return state.status === 'done' ? 0 : 1;
  }
  const held = await bring.jobs();
  if (options.json === true) terminal.out(JSON.stringify(held));
  else print(held.jobs, held.kept, terminal);
  return 0;
}

function print(held: readonly JobState[], kept: readonly KeptState[], terminal: Terminal): void {
  if (held.length === 0)
    terminal.out(
      'Nothing has been brought in yet. attune fetch "heart failure readmission" brings papers from PubMed.',
    );
  for (const job of held.slice(0, SHOWN)) terminal.out(jobInWords(job));
  if (held.length > SHOWN) terminal.out(`… and ${held.length - SHOWN} older ones: --json has them.`);
  if (kept.length > 0) terminal.out('\nKept current, while Attune runs:');
  for (const { id, title, nextAt, lastAt, lastAdded, lastError } of kept) {
    const last =
      lastAt === undefined ? 'not yet looked' : `last ${when(lastAt)}: ${lastError ?? `${lastAdded ?? 0} new`}`;
    terminal.out(`${String(id).padStart(4)}  ${title}\n      next ${when(nextAt)}, ${last}`);
  }
}

const STATES: Readonly<Record<JobState['status'], string>> = {
  waiting: 'waits',
  running: 'runs',
  stopped: 'stopped',
  done: 'done',
  failed: 'FAILED',
};

function jobInWords(job: JobState): string {
  const { id, status, title, wanted, done, added, updated, unchanged, error, againAt, createdAt } = job;
  const number = (value: number): string => value.toLocaleString('en');
  const far = status !== 'done' && wanted !== undefined ? `${number(done ?? 0)} of ${number(wanted)}, ` : '';
  const lines = [
    `${String(id).padStart(4)}  ${STATES[status].padEnd(8)}${title}  (${when(createdAt)})`,
    `      ${far}${number(added)} added, ${number(updated)} updated, ${number(unchanged)} unchanged`,
    ...(error === undefined ? [] : [`      ${error}`]),
    ...(againAt === undefined ? [] : [`      It is tried again at ${when(againAt)}.`]),
    ...(status === 'failed' || status === 'stopped' ? [`      attune jobs --retry ${id} goes on.`] : []),
  ];
  return lines.join('\n');
}

/** `2026-03-09 14:05` where the machine is. */
function when(instant: string): string {
  const at = new Date(instant);
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())} ${pad(at.getHours())}:${pad(at.getMinutes())}`;
}

function readNumber(option: string, text: string): number {
  const id = Number(text);
  if (Number.isInteger(id) && id >= 1) return id;
  throw new AppError('bad_request', `${option} takes the number of a job, as attune jobs lists it, not “${text}”.`);
}
