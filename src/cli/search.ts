/** `attune search`: papers for words, phrases or a PubMed strategy. */
import { Command } from 'commander';
import { AppError, dateInWords, dateOfDay, isoDate, plainText } from '#model/index.ts';
import type { Finding, Hit } from '#library/index.ts';
import type { CliHouse, CliRooms, Terminal, Run } from './house.ts';
import { exportAll } from './search-export.ts';

interface Options {
  readonly data?: string;
  readonly json?: true;
  readonly newest?: true;
  readonly page?: string;
  readonly export?: string;
  readonly out?: string;
}

const PAGE_SIZE = 20;

export function searchCommand(choose: (run: Run) => void): Command {
  return new Command('search')
    .description('search the library: words, "phrases", AND OR NOT, word*, tags such as [ti] [au] [dp]')
    .argument('<query...>', 'what to search for; quote it so that the shell leaves it alone')
    .option('--newest', 'newest first instead of best match')
    .option('--page <number>', 'which twenty to show (default: 1)')
    .option('--export <format>', 'write all papers found as ris, nbib, bibtex, csl-json, csv or jsonl')
    .option('--out <file>', 'where to write them (default: standard output)')
    .option('--data <folder>', 'the house to search (default: data/home)')
    .option('--json', 'print one JSON document')
    .action((words: string[], options: Options) => choose(search(words.join(' '), options)));
}

function search(text: string, options: Options): Run {
  return async (rooms, terminal) => {
    const page = Number(options.page ?? 1);
    if (!Number.isInteger(page) || page < 1)
      throw new AppError('bad_request', `--page takes a number from 1, not “${options.page}”.`);
    if (options.export === undefined && options.out !== undefined)
      throw new AppError('bad_request', '--out goes with --export: say in which format the papers are to be written.');
    const house = await rooms.openHouse(options.data, false);
    try {
      if (options.export !== undefined) {
        await exportAll(house, text, { ...options, export: options.export }, terminal);
        return 0;
      }
      const started = performance.now();
      const sort = options.newest === true ? 'newest' : 'best';
      const found = await house.find({ text, filters: {}, sort, page, pageSize: PAGE_SIZE });
      const ms = Math.round((performance.now() - started) * 10) / 10;
      const courtesy = await courtesyOf(house, rooms);
      if (options.json === true) terminal.out(JSON.stringify(asJson(text, found, ms, courtesy, rooms)));
      else await print(found, page, house, courtesy, rooms, terminal);
      return 0;
    } finally {
      await house.close();
    }
  };
}

/** The line NLM asks for, with the date of the data; for the sample the one that says it is fiction. */
async function courtesyOf(house: CliHouse, rooms: CliRooms): Promise<string> {
  const { dataOf } = await house.state();
  return rooms.courtesy(
    house.kind === 'sample' ? 'sample' : 'pubmed',
    dataOf === undefined ? undefined : dateOfDay(dataOf),
  );
}

function asJson(query: string, found: Finding, ms: number, courtesy: string, rooms: CliRooms): object {
  return {
    query,
    total: found.total,
    ms,
    hits: found.hits.map(({ paper, score }) => {
      const date = rooms.paperDate(paper);
      return {
        id: paper.id,
        ...(paper.identifiers.pmid === undefined ? {} : { pmid: paper.identifiers.pmid }),
        title: plainText(paper.title),
        ...(paper.journal?.title === undefined ? {} : { journal: paper.journal.title }),
        ...(date === undefined ? {} : { date: isoDate(date) }),
        score: Math.round(score * 1000) / 1000,
      };
    }),
    notes: found.notes,
    courtesy,
  };
}

async function print(
  found: Finding,
  page: number,
  house: CliHouse,
  courtesy: string,
  rooms: CliRooms,
  terminal: Terminal,
): Promise<void> {
  for (const note of found.notes) terminal.out(note);
  const { papers } = await house.state();
  const count = found.total === 1 ? '1 paper' : `${found.total.toLocaleString('en')} papers`;
  terminal.out(
    `${count} of ${papers.toLocaleString('en')}${house.kind === 'sample' ? ' (SAMPLE, all fictional)' : ''}`,
  );
  found.hits.forEach((hit, index) => terminal.out(row(hit, (page - 1) * PAGE_SIZE + index + 1, rooms)));
  if (page < found.pages) terminal.out(`\nMore: --page ${page + 1}`);
  if (house.kind === 'home' && found.hits.length > 0) terminal.out(`\n${courtesy}`);
}

function row({ paper, notices }: Hit, number: number, rooms: CliRooms): string {
  const date = rooms.paperDate(paper);
  const retracted = notices.some((notice) => notice.kind === 'retracted') ? 'RETRACTED. ' : '';
  const meta = [paper.journal?.title, date === undefined ? undefined : dateInWords(date), paper.id].filter(
    (part) => part !== undefined,
  );
  return `\n${String(number).padStart(3)}  ${retracted}${plainText(paper.title)}\n     ${meta.join(' · ')}`;
}
