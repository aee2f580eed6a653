/** The one paper a command was asked about, or the sentence that says why there is none. */
import { AppError, plainText } from '#model/index.ts';
import type { DescribedPaper, LookUp } from '#library/index.ts';
import type { Terminal } from './house.ts';

/**
 * @param verb what the command does with a paper, for the choice between several: `Show`.
 * @returns undefined where several papers carry the identifier, which have then been printed.
 * @throws AppError `not_found`.
 */
export function onePaper(
  text: string,
  found: LookUp,
  { json, verb, terminal }: { readonly json: boolean; readonly verb: string; readonly terminal: Terminal },
): DescribedPaper | undefined {
  switch (found.kind) {
    case 'paper':
      return found.described;
    case 'several': {
      const papers = found.papers.map(({ paper }) => paper);
      if (json) terminal.out(JSON.stringify({ several: papers }));
      else {
        terminal.out(`${papers.length} papers carry ${text}. ${verb} one of them by its id:`);
        for (const paper of papers) terminal.out(`  ${paper.id}  ${plainText(paper.title)}`);
      }
      return undefined;
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
