/** `attune sample`: a house of fictional papers to look around in. */
import { Command } from 'commander';
import type { Run } from './house.ts';

interface Options {
  readonly data?: string;
  readonly json?: true;
}

export function sampleCommand(choose: (run: Run) => void): Command {
  return new Command('sample')
    .description('make the sample house of fictional papers')
    .option('--data <folder>', 'where to make it (default: data/sample)')
    .option('--json', 'print one JSON document')
    .action((options: Options) => choose(makeSample(options)));
}

function makeSample(options: Options): Run {
  return async (rooms, terminal) => {
    const { folder, papers, made } = await rooms.makeSample(options.data);
    if (options.json === true) terminal.out(JSON.stringify({ folder, papers, made }));
    else
      terminal.out(
        `${made ? 'Made' : 'There already is'} a sample house with ${papers} fictional papers in ${folder}.`,
      );
    return 0;
  };
}
