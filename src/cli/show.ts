/** `attune show`: one paper by any identifier. */
import { Command } from 'commander';
import { AppError, authorName, authorsOf, dateInWords, plainText } from '#model/index.ts';
import type { DescribedPaper, LookUp } from '#library/index.ts';
import type { CliRooms, Terminal, Run } from './house.ts';

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
      return print(text, await house.lookUp(text), options, rooms, terminal);
    } finally {
      await house.close();
    }
  };
}

function print(text: string, found: LookUp, options: Options, rooms: CliRooms, terminal: Terminal): number {
  switch (found.kind) {
    case 'paper':
      terminal.out(
        options.json === true ? JSON.stringify(whole(found.described, rooms)) : inWords(found.described, rooms),
      );
      return 0;
    case 'several': {
      const papers = found.papers.map(({ paper }) => paper);
      if (options.json === true) terminal.out(JSON.stringify({ several: papers }));
      else {
        terminal.out(`${papers.length} papers carry ${text}. Show one of them by its id:`);
        for (const paper of papers) terminal.out(`  ${paper.id}  ${plainText(paper.title)}`);
      }
      return 0;
    }
    case 'withdrawn':
      throw new AppError(
        'not_found',
        `${text} was withdrawn from PubMed. This library took it out on ${found.tombstone.deletedAt.slice(0, 10)} with ${found.tombstone.file}.`,
      );
    case 'unknown':
      throw new AppError(
        'not_found',
        `No paper in this library is ${text}. Check the identifier, or search for words of its title.`,
      );
  }
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
