/** `attune serve`: the product in the browser. */
import { Command } from 'commander';
import type { Run } from './house.ts';

export function serveCommand(choose: (run: Run) => void): Command {
  return new Command('serve')
    .description('start the server and print its address; makes the sample house on the first start')
    .option('--data <folder>', 'serve this house alone: no sample, no switch')
    .action((options: { data?: string }) => choose((rooms) => rooms.serve(options.data)));
}
