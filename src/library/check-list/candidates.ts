/** Papers that a reference could mean, by the library's own search: by its title's words, else by some of them, else by author and year. */
import { AppError } from '#model/index.ts';
import type { Paper } from '#model/index.ts';
import { isStopWord } from '#text/index.ts';
import type { Library } from '../port.ts';
import type { Query, Term } from '../query/index.ts';
import type { Reference } from './reference.ts';
import type { ReferenceWords } from './reference-words.ts';

const MOST = 8;
const FIRST = 4;
const OTHERS = 3;
const NOWHERE = { start: 0, length: 0 };

/**
 * Searches from the quickest to the widest; each is made only if the ones before did not do. A slip in one of the longest words
 * leaves the others, a title that was read wrongly leaves the author, and what has no author is sought by all its words.
 */
export function searchesFor({ fielded }: Reference, words: ReferenceWords): Query[] {
  const title = longestFirst(words.title);
  const first = title.slice(0, FIRST);
  const others = title.slice(FIRST, FIRST + OTHERS);
  const author = words.author.length === 0 ? undefined : authorTerm(words.author);
  const isDoubtful = !fielded && (author === undefined || title.length < OTHERS);
  const all = longestFirst(words.forms.filter((form) => !words.author.includes(form))).slice(0, FIRST + OTHERS);
  return [
    first.length < 2 && author === undefined ? undefined : allOf(first),
    others.length < 2 ? undefined : allOf(others),
    author === undefined || first.length === 0 ? undefined : joined('and', [author, anyOf(first)]),
    author !== undefined || first.length < 3 ? undefined : joined('or', pairs(first.slice(0, 3))),
    isDoubtful ? joined('or', threes(all)) : undefined,
  ].filter((query) => query !== undefined);
}

/** The papers of one search. */
export async function papersOf(library: Pick<Library, 'search'>, query: Query): Promise<Paper[]> {
  const { hits } = await library.search({ query, filters: {}, sort: 'best', offset: 0, limit: MOST });
  return hits.map((hit) => hit.paper);
}

/** So many searches of one list may spend their budget. */
const MOST_COSTLY = 5;

/**
 * The library for the references of one list: after a few searches that spent their budget none is begun any more, so that a long
 * list of costly references ends. Such a search fails as those before did.
 */
export function withPatience(library: Library): Library {
  let costly = 0;
  return {
    ...library,
    async search(request) {
      if (costly >= MOST_COSTLY)
        throw new AppError(
          'too_expensive',
          'Too many searches for titles of this list took too long. Shorten the list.',
        );
      try {
        return await library.search(request);
      } catch (thrown) {
        if (isTooExpensive(thrown)) costly += 1;
        throw thrown;
      }
    },
  };
}

export function isTooExpensive(thrown: unknown): boolean {
  return thrown instanceof AppError && thrown.code === 'too_expensive';
}

/** Words that tell one title from another, each once. Long ones are the rare ones, which a search is quick with. */
function longestFirst(forms: readonly string[]): string[] {
  return [...new Set(forms)]
    .filter((form) => form.length > 1 && !isStopWord(form))
    .sort((left, right) => right.length - left.length);
}

function pairs([first = '', second = '', third = '']: readonly string[]): Query[] {
  return [
    [first, second],
    [first, third],
    [second, third],
  ].map((pair) => allOf(pair) as Query);
}

function threes(forms: readonly string[]): Query[] {
  const starts = forms.map((_, at) => at).filter((at) => at % 3 === 0 && at + 3 <= forms.length);
  return starts.map((at) => allOf(forms.slice(at, at + 3)) as Query);
}

function allOf(forms: readonly string[]): Query | undefined {
  return joined('and', forms.map(titleWord));
}

function anyOf(forms: readonly string[]): Query {
  return joined('or', forms.map(titleWord)) as Query;
}

function joined(join: 'and' | 'or', parts: readonly Query[]): Query | undefined {
  return parts.reduce<Query | undefined>(
    (left, right) => (left === undefined ? right : { join, left, right }),
    undefined,
  );
}

function titleWord(form: string): Term {
  return { kind: 'words', scope: 'title', forms: [form], exact: true, prefix: false, at: NOWHERE };
}

function authorTerm(forms: readonly string[]): Term {
  return { kind: 'author', forms, exact: false, prefix: false, at: NOWHERE };
}
