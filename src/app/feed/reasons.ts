/** The reasons of a row as a person reads them: at most three, and always a word of the paper where one raised it. */
import { plainText } from '#model/index.ts';
import type { Paper, RecordId } from '#model/index.ts';
import { writtenAs } from '#ranking/index.ts';
import type { Phrase } from '#ranking/index.ts';
import type { Choice } from './choices.ts';
import { topicKey } from './facts.ts';
import type { WhyParts } from './why.ts';

export type Reason =
  | { readonly kind: 'term'; readonly term: string; readonly stems: Phrase }
  | { readonly kind: 'journal'; readonly journal: string }
  | { readonly kind: 'liked'; readonly id: RecordId; readonly title: string }
  | { readonly kind: 'chosen'; readonly interest: string };

const MOST = 3;

/**
 * @param titles of liked papers; one without a title is not named.
 * @param nameOf an interest, as people know it.
 */
export function reasonsOf(
  { phrases, liked, chosen }: WhyParts,
  paper: Paper,
  titles: ReadonlyMap<RecordId, string>,
  nameOf: (interest: Pick<Choice, 'kind' | 'value'>) => string,
): Reason[] {
  const title = liked === undefined ? undefined : titles.get(liked);
  const terms = written(paper, phrases);
  const told: Reason[] = [
    ...(liked === undefined || title === undefined ? [] : [{ kind: 'liked' as const, id: liked, title }]),
    ...chosen.map((interest): Reason =>
      interest.kind === 'journal'
        ? { kind: 'journal', journal: interest.value }
        : { kind: 'chosen', interest: nameOf(interest) },
    ),
  ];
  const names = new Set(told.map((reason) => (reason.kind === 'chosen' ? topicKey(reason.interest) : '')));
  const others = terms.filter(({ term }) => !names.has(topicKey(term)));
  const room = Math.max(others.length === 0 ? MOST : MOST - 1, 0);
  return [...told.slice(0, room), ...others].slice(0, MOST);
}

/** Terms as a paper writes them; a pair that does not stand together there is two words, of which the first is named. */
export function written(paper: Paper, phrases: readonly Phrase[]): Extract<Reason, { kind: 'term' }>[] {
  const way = writtenAs(textsOf(paper), phrases);
  return phrases.flatMap((stems) => {
    const [term] = way(stems);
    return term === undefined ? [] : [{ kind: 'term' as const, term, stems }];
  });
}

/** Running text before the title, whose words may all have capitals. */
function textsOf(paper: Paper): string[] {
  return [...(paper.abstract?.sections ?? []).map(({ text }) => plainText(text)), plainText(paper.title)];
}
