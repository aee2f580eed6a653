/** `attune simulate`: screenings replayed with the learner choosing what comes next. */
import { Command } from 'commander';
import type { Run } from './house.ts';

interface Options {
  readonly priors?: string;
  readonly json?: true;
}

export function simulateCommand(choose: (run: Run) => void): Command {
  return new Command('simulate')
    .description('how early the learner finds what a finished review included; your library is left alone')
    .argument(
      '<files...>',
      'screened records, one JSON object a line: title, abstract, label 0 or 1 (.jsonl, .jsonl.gz)',
    )
    .option('--priors <file>', 'begin with the records that another program began with, and print its figures beside')
    .option('--json', 'print one JSON document; what is going on goes to standard error')
    .action((files: string[], { priors, json }: Options) =>
      choose((rooms, terminal) => {
        const { document, sentences } = rooms.simulate({ files, priors });
        terminal.out(json === true ? JSON.stringify(document) : sentences.join('\n'));
        return Promise.resolve(0);
      }),
    );
}
