/** `attune similar`: papers related to one. */
import { Command } from 'commander';
import { AppError, dateInWords, plainText } from '#model/index.ts';
import type { Related, RelatedHit } from '#app/index.ts';
import type { Paper } from '#model/index.ts';
import type { CliRooms, Run } from './house.ts';
import { onePaper } from './one-paper.ts';

interface Options {
  readonly data?: string;
  readonly limit: string;
  readonly json?: true;
}

const MOST = 100;

export function similarCommand(choose: (run: Run) => void): Command {
  return new Command('similar')
    .description('papers related to one: its corrections, comments and updates, then those most like it')
    .argument('<id...>', 'its PMID, PMCID, DOI or id')
    .option('--limit <number>', `how many, up to ${MOST}`, '20')
    .option('--data <folder>', 'the house to look in (default: data/home)')
    .option('--json', 'print one JSON document')
    .action((words: string[], options: Options) => choose(similar(words.join(' '), options)));
}

function similar(text: string, options: Options): Run {
  return async (rooms, terminal) => {
    const limit = Number(options.limit);
    if (!Number.isInteger(limit) || limit < 1 || limit > MOST)
      throw new AppError('bad_request', `--limit takes a number from 1 to ${MOST}, not “${options.limit}”.`);
    const house = await rooms.openHouse(options.data, false);
    try {
      const json = options.json === true;
      const described = onePaper(text, await house.lookUp(text), { json, verb: 'Ask for', terminal });
      if (described === undefined) return 0;
      const { paper } = described;
      const started = performance.now();
      const related = await house.related(paper.id, limit);
      const ms = Math.round((performance.now() - started) * 10) / 10;
      terminal.out(json ? JSON.stringify(asJson(paper, related, ms)) : inWords(paper, related, rooms));
      return 0;
    } finally {
      await house.close();
    }
  };
}

function asJson({ id }: Paper, { hits }: Related, ms: number): object {
  return {
    id,
    ms,
    hits: hits.map(({ paper, score, shared, tie, mark, also, notices }) => ({
      id: paper.id,
      ...(paper.identifiers.pmid === undefined ? {} : { pmid: paper.identifiers.pmid }),
      title: plainText(paper.title),
      score: Math.round(score * 1000) / 1000,
      shared,
      ...(tie === undefined ? {} : { tie }),
      ...(mark === undefined ? {} : { mark }),
      ...(also === undefined ? {} : { also }),
      ...(notices.length === 0 ? {} : { notices: notices.map((notice) => notice.text) }),
    })),
  };
}

function inWords(paper: Paper, { hits }: Related, rooms: CliRooms): string {
  const title = plainText(paper.title);
  if (hits.length === 0) return `No paper in this library is like “${title}”.`;
  return [`Related to “${title}”`, ...hits.map((hit, index) => row(hit, index + 1, rooms))].join('\n');
}

function row({ paper, notices, shared, tie, mark }: RelatedHit, number: number, rooms: CliRooms): string {
  const date = rooms.paperDate(paper);
  const retracted = notices.some((notice) => notice.kind === 'retracted') ? 'RETRACTED. ' : '';
  const meta = [paper.journal?.title, date === undefined ? undefined : dateInWords(date), paper.id, tie, mark];
  return [
    `\n${String(number).padStart(3)}  ${retracted}${plainText(paper.title)}`,
    `     ${meta.filter((part) => part !== undefined).join(' · ')}`,
    ...(shared.length === 0 ? [] : [`     because they share ${shared.join(', ')}`]),
  ].join('\n');
}
