/** `attune import`: PubMed files into the library, and what could not be read. */
import { Command } from 'commander';
import { AppError } from '#model/index.ts';
import type { ImportReport } from '#library/index.ts';
import type { CliRooms, Terminal, Run } from './house.ts';
import { ImportBar } from './progress.ts';

interface Options {
  readonly data?: string;
  readonly json?: true;
  readonly quarantine?: true;
}

export function importCommand(choose: (run: Run) => void): Command {
  return new Command('import')
    .description('read PubMed XML files (.xml, .xml.gz) or folders of them into your library')
    .argument('[paths...]', 'files and folders, read in the order given')
    .option('--quarantine', 'list the records that could not be read: file, position, reason')
    .option('--data <folder>', 'the house to import into (default: data/home)')
    .option('--json', 'print one JSON document; progress goes to standard error')
    .action((paths: string[], options: Options) =>
      choose(options.quarantine === true ? listQuarantine(options) : importPaths(paths, options)),
    );
}

function importPaths(paths: readonly string[], options: Options): Run {
  return async (rooms, terminal) => {
    if (paths.length === 0)
      throw new AppError('bad_request', 'Name at least one file or folder: attune import pubmed26n0001.xml.gz');
    const house = await rooms.openHouse(options.data, true);
    try {
      if (house.kind === 'sample')
        throw new AppError(
          'bad_request',
          `${house.folder} is the sample house, which takes no real papers. Leave --data out to import into your own.`,
        );
      const bar = new ImportBar(terminal);
      const report = await house.importFiles(paths, {
        onProgress: (progress) => bar.show(progress),
        onCommitted: (records) => {
          if (options.json === true) terminal.err(JSON.stringify({ committed: records }));
        },
      });
      bar.end();
      print(report, house.folder, options, terminal);
      return report.files.some((file) => file.error !== undefined) ? 1 : 0;
    } finally {
      await house.close();
    }
  };
}

function print(report: ImportReport, folder: string, options: Options, terminal: Terminal): void {
  if (options.json === true) terminal.out(JSON.stringify(report));
  for (const { error } of report.files) if (error !== undefined) terminal.err(error);
  const isAnyRead = report.files.some((file) => file.error === undefined);
  if (options.json === true || !isAnyRead) return;
  const number = (value: number): string => value.toLocaleString('en');
  const rate = report.seconds > 0 ? `, ${number(Math.round(report.records / report.seconds))} a second` : '';
  terminal.out(`${number(report.records)} records in ${number(report.seconds)} s${rate}.`);
  terminal.out(
    `${number(report.added)} added, ${number(report.updated)} updated, ${number(report.deleted)} deleted, ${number(report.unchanged)} unchanged.`,
  );
  if (report.resumed > 0)
    terminal.out(
      `An import had been cut off before: its ${number(report.resumed)} records were in, and this one went on behind them.`,
    );
  if (report.quarantined > 0)
    terminal.out(
      `${number(report.quarantined)} could not be read and are set aside: attune import --quarantine lists them.`,
    );
  if (report.added > 0)
    terminal.out(`They are in ${folder}. Start Attune with npm start and choose “Yours” to read them.`);
}

function listQuarantine(options: Options): Run {
  return async (rooms: CliRooms, terminal: Terminal) => {
    const house = await rooms.openHouse(options.data, false);
    try {
      const records = await house.quarantined();
      if (options.json === true) terminal.out(JSON.stringify({ quarantined: records }));
      else if (records.length === 0) terminal.out('Nothing is set aside: every record was read.');
      else
        for (const { file, ordinal, line, pmid, reason, excerpt } of records)
          terminal.out(
            `${file}\n  record ${ordinal}, line ${line}${pmid === undefined ? '' : `, PMID ${pmid}`}: ${reason}\n  ${excerpt.replace(/\s+/g, ' ').slice(0, 160)}`,
          );
      return 0;
    } finally {
      await house.close();
    }
  };
}
