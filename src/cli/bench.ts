/** `attune bench`: measurements of the real program. */
import { Command, Option } from 'commander';
import { AppError } from '#model/index.ts';
import type { Measured, Run, Terminal } from './house.ts';

interface ImportOptions {
  readonly peer?: string;
  readonly times: string;
  readonly megabytes: string;
  readonly rounds: string;
  readonly part?: 'read' | 'index' | 'import';
  readonly json?: true;
}

interface FeedOptions {
  readonly records: string;
  readonly candidates?: string;
  readonly likes: string;
  readonly json?: true;
}

interface SearchOptions {
  readonly data?: string;
  readonly mode?: string;
  readonly word?: string;
  readonly json?: true;
}

interface ServeOptions {
  readonly seconds: string;
  readonly rate: string;
  readonly records: string;
  readonly opened?: true;
  readonly json?: true;
}

interface ReadingOptions {
  readonly readers: string;
  readonly reactions: string;
  readonly json?: true;
}

export function benchCommand(choose: (run: Run) => void): Command {
  const bench = new Command('bench').description('measure the program');
  bench
    .command('web')
    .description('build the web and weigh the script of a first visit, packed')
    .option('--json', 'print one JSON document')
    .action((options: { json?: true }) => choose(benchWeb(options.json === true)));
  bench
    .command('import')
    .description(
      'how fast a PubMed file is read and indexed, and how much memory its import takes; your library is left alone',
    )
    .argument('<file>', 'a PubMed XML file (.xml, .xml.gz)')
    .addOption(
      new Option(
        '--peer <name>',
        'read the same input with this program too (ATTUNE_PEER_PYTHON: a Python that has it)',
      ).choices(['pubmed_parser']),
    )
    .option('--times <number>', 'import a file that many times as long, too', '1')
    .option('--megabytes <number>', 'read the file until that much XML was read', '600')
    .option('--rounds <number>', 'how often both programs are measured, turn by turn', '3')
    .addOption(new Option('--part <name>').choices(['read', 'index', 'import']).hideHelp())
    .option('--json', 'print one JSON document; what is going on goes to standard error')
    .action((file: string, options: ImportOptions) => choose(benchImport(file, options)));
  bench
    .command('search')
    .description('how much CPU time a first page of results takes, over a list of queries')
    .argument('<queries>', 'a file of tab-separated columns: mode, query, yearFrom, yearTo')
    .option('--data <folder>', 'the house to search (default: data/home)')
    .option('--mode <name>', 'only the queries of this mode')
    .option('--word <word>', 'measure this word instead of the broadest one')
    .option('--json', 'print one JSON document; what is going on goes to standard error')
    .action((queries: string, options: SearchOptions) => choose(benchSearch(queries, options)));
  bench
    .command('related')
    .description('how well related papers are found, beside PubMed’s measure and BM25; your library is left alone')
    .option('--data <folder>', 'folders tune and report of screened collections (default: $ATTUNE_FIXTURES/screening)')
    .option('--json', 'print one JSON document; what is going on goes to standard error')
    .action(({ data, json }: { data?: string; json?: true }) =>
      choose((rooms, terminal) =>
        Promise.resolve(print(rooms.benchRelated({ folder: data }), json === true, terminal)),
      ),
    );
  bench
    .command('feed')
    .description(
      'how much CPU time a first page after a like takes, and a refresh of all papers the feed looks at; your house is left alone',
    )
    .option('--records <number>', 'how many papers are made', '50000')
    .option('--candidates <number>', 'how many of them the feed looks at, the newest (default: all, at most 50000)')
    .option('--likes <number>', 'how many papers the reader likes', '50')
    .option('--json', 'print one JSON document; what is going on goes to standard error')
    .action((options: FeedOptions) => choose(benchFeed(options)));
  bench
    .command('reading')
    .description('how much CPU time pages take where many people have marked many papers; your house is left alone')
    .option('--readers <number>', 'how many people', '10000')
    .option('--reactions <number>', 'how many marks each of them has made', '200')
    .option('--json', 'print one JSON document; what is going on goes to standard error')
    .action((options: ReadingOptions) => choose(benchReading(options)));
  bench
    .command('serve')
    .description('how fast 200 readers are answered who ask at once, over real requests; your house is left alone')
    .option('--seconds <number>', 'how long they ask', '30')
    .option('--rate <number>', 'how many requests they send a second', '200')
    .addOption(new Option('--records <number>').default('50000').hideHelp())
    .option('--opened', 'everybody has opened Today before; without it, that is measured too')
    .option('--json', 'print one JSON document; what is going on goes to standard error')
    .action((options: ServeOptions) => choose(benchServe(options)));
  return bench;
}

function benchWeb(json: boolean): Run {
  return async (rooms, terminal) => {
    const measured = await rooms.benchWeb();
    terminal.out(json ? JSON.stringify(measured) : `First visit: ${measured.firstLoadKb} kB of script, packed.`);
    return 0;
  };
}

function benchImport(file: string, options: ImportOptions): Run {
  return async (rooms, terminal) => {
    const measured = await rooms.benchImport({
      file,
      part: options.part,
      peer: options.peer !== undefined,
      times: whole('--times', options.times),
      megabytes: positive('--megabytes', options.megabytes),
      rounds: whole('--rounds', options.rounds),
    });
    return print(measured, options.json === true, terminal);
  };
}

function benchSearch(file: string, { data, mode, word, json }: SearchOptions): Run {
  return async (rooms, terminal) =>
    print(await rooms.benchSearch({ file, folder: data, mode, word }), json === true, terminal);
}

function benchFeed({ records, candidates, likes, json }: FeedOptions): Run {
  return async (rooms, terminal) => {
    const made = whole('--records', records);
    const window = candidates === undefined ? Math.min(made, 50_000) : whole('--candidates', candidates);
    if (window > made)
      throw new AppError('bad_request', `--candidates ${window} are more papers than the ${made} of --records.`);
    const asked = { records: made, candidates: window, likes: whole('--likes', likes) };
    return print(await rooms.benchFeed(asked), json === true, terminal);
  };
}

function benchReading({ readers, reactions, json }: ReadingOptions): Run {
  return async (rooms, terminal) => {
    const asked = { readers: whole('--readers', readers), reactions: whole('--reactions', reactions) };
    return print(await rooms.benchReading(asked), json === true, terminal);
  };
}

function benchServe({ seconds, rate, records, opened, json }: ServeOptions): Run {
  return async (rooms, terminal) => {
    const asked = {
      seconds: positive('--seconds', seconds),
      rate: positive('--rate', rate),
      records: whole('--records', records),
      opened: opened === true,
    };
    return print(await rooms.benchServe(asked), json === true, terminal);
  };
}

function print({ document, sentences }: Measured, json: boolean, terminal: Terminal): number {
  terminal.out(json ? JSON.stringify(document) : sentences.join('\n'));
  return 0;
}

function whole(option: string, text: string): number {
  const value = positive(option, text);
  if (!Number.isInteger(value)) throw new AppError('bad_request', `${option} takes a whole number, not “${text}”.`);
  return value;
}

function positive(option: string, text: string): number {
  const value = Number(text);
  if (!(value > 0 && value < Infinity))
    throw new AppError('bad_request', `${option} takes a number above 0, not “${text}”.`);
  return value;
}
