/** The command line: one file per command, exit codes, and sentences instead of stack traces. */
import { Command, CommanderError } from 'commander';
import { toAppError } from '#model/index.ts';
import type { AppError, ErrorCode } from '#model/index.ts';
import { auditCommand } from './audit.ts';
import { benchCommand } from './bench.ts';
import { doctorCommand } from './doctor.ts';
import { fetchCommand } from './fetch.ts';
import type { CliRooms, Run, Terminal } from './house.ts';
import { importCommand } from './import.ts';
import { jobsCommand } from './jobs.ts';
import { sampleCommand } from './sample.ts';
import { searchCommand } from './search.ts';
import { serveCommand } from './serve.ts';
import { showCommand } from './show.ts';
import { similarCommand } from './similar.ts';
import { simulateCommand } from './simulate.ts';
import { userCommand } from './user.ts';

export type { CliBring, CliHealth, CliHouse, CliPeople, CliRooms, Terminal } from './house.ts';

const FAILED = 1;
const WRONG_USAGE = 2;
const USAGE_CODES: ReadonlySet<ErrorCode> = new Set(['bad_query', 'bad_request']);

/**
 * Runs one command. @returns 0 done, 1 failed, 2 wrong usage.
 * @param onUnexpected told of what nobody foresaw, so that it can be logged with its stack.
 */
export async function runCli(
  argv: readonly string[],
  rooms: CliRooms,
  terminal: Terminal,
  onUnexpected: (error: AppError) => void,
): Promise<number> {
  let chosen: Run | undefined;
  const program = programOf(rooms.version, terminal, (run) => (chosen = run));
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return chosen === undefined ? 0 : await chosen(rooms, terminal);
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : WRONG_USAGE;
    const error = toAppError(thrown);
    if (error.code === 'unexpected') onUnexpected(error);
    if (argv.includes('--json'))
      terminal.out(JSON.stringify({ error: { code: error.code, message: error.message, at: error.at } }));
    terminal.err(error.message);
    return USAGE_CODES.has(error.code) ? WRONG_USAGE : FAILED;
  }
}

function programOf(version: string, terminal: Terminal, choose: (run: Run) => void): Command {
  const program = new Command('attune')
    .description('The self-hosted home of a learning health system.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print what a command does and takes')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.err(text.trimEnd()),
    });
  const commands = [
    serveCommand,
    sampleCommand,
    fetchCommand,
    importCommand,
    jobsCommand,
    searchCommand,
    showCommand,
    similarCommand,
    userCommand,
    auditCommand,
    doctorCommand,
    benchCommand,
    simulateCommand,
  ];
  for (const command of commands) {
    const made = command(choose);
    for (const each of [made, ...made.commands]) each.copyInheritedSettings(program).version(version);
    program.addCommand(made);
  }
  return program;
}
