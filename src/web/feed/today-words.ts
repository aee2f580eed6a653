/** What Today says of itself: how much came in, what moved, and what it is built on. Pure. */
import type { Belief, LeftOut, TodayAnswer } from '#api/index.ts';
import { languageName } from '#model/index.ts';
import { number, papers } from '../parts/words.ts';

type Whole = Extract<TodayAnswer, { kind: 'today' }>;
export type Since = Whole['since'];

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** `five` for 5; digits from thirteen on. */
export function counted(count: number): string {
  return SMALL[count] ?? number(count);
}

export function capitalised(words: string): string {
  return words.charAt(0).toLocaleUpperCase('en') + words.slice(1);
}

/**
 * The sentence under the heading.
 * @param shown how many papers Today has, of which those that came in since are counted in `since`.
 * @param isFiltered whether the reader leaves anything out: where not, what did not pass was a notice or was retracted.
 */
export function sinceInWords(since: Since, shown: number, isFiltered: boolean): string {
  const { from, fromInWords = 'last time', arrived, shown: newOnes } = since;
  const passing = filtered(since, isFiltered);
  if (from === undefined) {
    if (shown === 0) return `None of ${papers(arrived)} can stand here.`;
    return `Your first Today: ${some(shown)} out of ${number(arrived)} in the library${passing}.`;
  }
  const came = `came in since ${fromInWords}`;
  if (arrived === 0) {
    if (shown === 0) return `Nothing ${came}.`;
    return `Nothing ${came}. ${shown === 1 ? 'This paper' : `These ${some(shown)}`} came before.`;
  }
  if (shown === 0) return `${papers(arrived)} ${came}${passing}.`;
  if (newOnes >= shown) return `${capitalised(some(shown))} out of ${number(arrived)} that ${came}${passing}.`;
  if (newOnes > 0)
    return `${capitalised(some(shown))}, ${counted(newOnes)} of them out of ${number(arrived)} that ${came}${passing}.`;
  const these = shown === 1 ? 'This one came before and fits' : `These ${counted(shown)} came before and fit`;
  return `${papers(arrived)} ${came}${passing}. ${these} you better.`;
}

function some(count: number): string {
  return `${counted(count)} ${count === 1 ? 'paper' : 'papers'}`;
}

function filtered({ arrived, passed }: Since, isFiltered: boolean): string {
  if (!isFiltered || passed === arrived) return '';
  return `; ${passed === 0 ? 'none' : number(passed)} passed your filters`;
}

/**
 * Two likes: `strongly · 2 likes`. What one said oneself comes before what was learned.
 * @param interests what the reader chose: where no press speaks of a word, it comes from there.
 */
export function beliefInWords(
  { term, strength, stance, likes, lesses }: Belief,
  interests: readonly { readonly name: string }[],
): string {
  if (stance !== undefined) return `${strength} · ${SAID[stance]}`;
  if (likes === 0 && lesses === 0 && interests.length > 0) {
    const isChosen = interests.some(({ name }) => name.toLocaleLowerCase() === term.toLocaleLowerCase());
    return `${strength} · ${isChosen ? 'you chose it' : 'from what you chose'}`;
  }
  const counts = [
    likes > 0 && `${number(likes)} ${likes === 1 ? 'like' : 'likes'}`,
    lesses > 0 && (lesses === 1 ? 'once less' : `${number(lesses)} times less`),
  ].filter((words) => words !== false);
  return [strength, ...counts].join(' · ');
}

const SAID = { more: 'you said more', less: 'you said less', forget: 'you said so' } as const;

/** One sentence, or undefined where nothing is left out. */
export function leftOutInWords({ types, journals, animalsOnly, onlyLanguages }: LeftOut): string | undefined {
  const parts = [
    animalsOnly && 'papers on animals alone',
    types.length > 0 && listed(types),
    journals.length > 0 && listed(journals),
    onlyLanguages.length > 0 && `papers not in ${either(onlyLanguages.map(languageName))}`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? undefined : `${capitalised(parts.join('; '))}.`;
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 3);
  const more = names.length - shown.length;
  return more === 0 ? shown.join(', ') : `${shown.join(', ')} and ${more} more`;
}

function either(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
