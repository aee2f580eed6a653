/** `attune doctor`: what a house stands on, one line for each thing that was looked at. */
import { Command } from 'commander';
import type { CliHealth, Run, Terminal } from './house.ts';

interface Options {
  readonly data?: string;
  readonly json?: true;
}

const STATES = { good: 'good', warning: 'WARNING', damage: 'DAMAGE' } as const;

export function doctorCommand(choose: (run: Run) => void): Command {
  return new Command('doctor')
    .description('look whether a house is well: its files, index, disk, rights, jobs and settings; changes nothing')
    .option('--data <folder>', 'the house to look at (default: data/home)')
    .option('--json', 'print one JSON document')
    .action((options: Options) =>
      choose(async (rooms, terminal) => {
        const health = rooms.examine(options.data);
        if (options.json === true) terminal.out(JSON.stringify(health));
        else print(health, terminal);
        return health.ok ? 0 : 1;
      }),
    );
}

function print({ checks }: CliHealth, terminal: Terminal): void {
  const widest = Math.max(...checks.map(({ name }) => name.length));
  for (const { name, state, sentence } of checks)
    terminal.out(`${STATES[state].padEnd(8)} ${name.padEnd(widest)}  ${sentence}`);
  const count = (wanted: keyof typeof STATES): number => checks.filter(({ state }) => state === wanted).length;
  const [warnings, damages] = [count('warning'), count('damage')];
  terminal.out('');
  if (damages > 0) terminal.out('The house is damaged. Stop Attune before you mend it, and keep a copy of the folder.');
  else if (warnings > 0)
    terminal.out(`No damage. ${warnings === 1 ? 'One thing wants' : `${warnings} things want`} a look.`);
  else terminal.out('All is well.');
}
