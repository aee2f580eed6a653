/** `attune show`: one paper by any identifier. */
import { Command } from 'commander';
import { authorName, authorsOf, dateInWords, plainText } from '#model/index.ts';
import type { DescribedPaper } from '#library/index.ts';
import type { CliRooms, Run } from './house.ts';
import { onePaper } from './one-paper.ts';

interface Options {
  readonly data?: string;
  readonly json?: true;
}

export function showCommand(choose: (run: Run) => void): Command {
  return new Command('show')
    .description('print a paper by PMID, PMCID, DOI or id')
    .argument('<id...>', 'the identifier')
    .option('--data <folder>', 'the house to look in (default: data/home)')
    .option('--json', 'print one JSON document: the whole record')
    .action((words: string[], options: Options) => choose(show(words.join(' '), options)));
}

function show(text: string, options: Options): Run {
  return async (rooms, terminal) => {
    const house = await rooms.openHouse(options.data, false);
    try {
      const json = options.json === true;
      const described = onePaper(text, await house.lookUp(text), { json, verb: 'Show', terminal });
      if (described !== undefined)
        terminal.out(json ? JSON.stringify(whole(described, rooms)) : inWords(described, rooms));
      return 0;
    } finally {
      await house.close();
    }
  };
}

function whole({ paper, notices, relations }: DescribedPaper, rooms: CliRooms): object {
  return { ...paper, notices, related: relations, courtesy: rooms.courtesy(paper.source, paper.revised) };
}

function inWords({ paper, notices, relations }: DescribedPaper, rooms: CliRooms): string {
  const date = rooms.paperDate(paper);
  const { pmid, pmcid, dois } = paper.identifiers;
  const authors = authorsOf(paper).map(authorName);
  const abstract = (paper.abstract?.sections ?? []).map(
    ({ label, text }) => `${label === undefined ? '' : `${label}: `}${plainText(text)}`,
  );
  return [
    ...notices.map((notice) => `! ${notice.text}${notice.citation === undefined ? '' : ` ${notice.citation}`}`),
    plainText(paper.title),
    [paper.journal?.title, date === undefined ? undefined : dateInWords(date)]
      .filter((part) => part !== undefined)
      .join(' · '),
    authors.join(', '),
    '',
    ...abstract.flatMap((section) => [section, '']),
    `id ${paper.id}${pmid === undefined ? '' : ` · PMID ${pmid}`}${pmcid === undefined ? '' : ` · ${pmcid}`}${dois === undefined ? '' : ` · doi ${dois.join(', ')}`}`,
    ...(paper.mesh === undefined ? [] : [`MeSH: ${paper.mesh.map((heading) => heading.name).join('; ')}`]),
    ...relations.map(
      ({ label, citation, title }) => `${label}: ${title === undefined ? (citation ?? '') : plainText(title)}`,
    ),
    '',
    rooms.courtesy(paper.source, paper.revised),
  ].join('\n');
}
