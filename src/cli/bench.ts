/** `attune bench`: measurements of the real program. */
import { Command } from 'commander';
import type { Run } from './house.ts';

export function benchCommand(choose: (run: Run) => void): Command {
  const bench = new Command('bench').description('measure the program');
  bench
    .command('web')
    .description('build the web and weigh the script of a first visit, packed')
    .option('--json', 'print one JSON document')
    .action((options: { json?: true }) => choose(benchWeb(options.json === true)));
  return bench;
}

function benchWeb(json: boolean): Run {
  return async (rooms, terminal) => {
    const measured = await rooms.benchWeb();
    terminal.out(json ? JSON.stringify(measured) : `First visit: ${measured.firstLoadKb} kB of script, packed.`);
    return 0;
  };
}
