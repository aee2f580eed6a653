/** What came of checking a list, in words. Pure. */
import { number } from '../parts/words.ts';
import { hasNotice } from './judged.ts';
import type { Judged } from './judged.ts';

export const BEFORE = 'Check a list of references';

/** The message of the whole list: the gravest that is known of it. */
export function message(references: readonly Judged[]): string {
  const all = references.length;
  const count = (isIt: (reference: Judged) => boolean) => references.filter(isIt).length;
  const retracted = count((reference) => hasNotice(reference, 'retracted'));
  const doubted = count((reference) => hasNotice(reference, 'concern'));
  const here = count(({ state }) => state === 'here');
  if (all === 0) return 'No references were found in this text';
  if (retracted > 0) return `${some(retracted, all)} ${retracted === 1 ? 'is' : 'are'} retracted`;
  if (doubted > 0) return `${some(doubted, all)} ${doubted === 1 ? 'has' : 'have'} an expression of concern`;
  if (here === 0)
    return all === 1 ? 'This reference is not in the library' : `None of ${inWords(all)} references is in the library`;
  if (here === all)
    return `No retraction is known for ${all === 1 ? 'this reference' : `these ${inWords(all)} references`}`;
  return `No retraction is known for the ${here === 1 ? 'one that is' : `${inWords(here)} that are`} in the library`;
}

/** `Two of ten references`; `This reference` where there is no other. */
function some(part: number, all: number): string {
  if (all === 1) return 'This reference';
  if (part === all) return all === 2 ? 'Both references' : `All ${inWords(all)} references`;
  return `${capital(inWords(part))} of ${inWords(all)} references`;
}

/** `Seven are in the library, two are not. One fits more than one paper.` Empty where the message says it all. */
export function account(references: readonly Judged[]): string {
  const of = (state: Judged['state']) => references.filter((reference) => reference.state === state).length;
  const [here, missing, several, unknown] = [of('here'), of('missing'), of('several'), of('unknown')];
  const are = (count: number) => `${inWords(count)} ${count === 1 ? 'is' : 'are'}`;
  if (missing === references.length) return '';
  const held = [
    ...(here > 0 ? [`${are(here)} in the library`] : []),
    ...(missing > 0 ? [here > 0 ? `${are(missing)} not` : `${are(missing)} not in the library`] : []),
  ].join(', ');
  return [
    held,
    several > 0 ? `${inWords(several)} ${several === 1 ? 'fits' : 'fit'} more than one paper` : '',
    unknown > 0 ? `${inWords(unknown)} ${unknown === 1 ? 'fits' : 'fit'} no paper` : '',
  ]
    .filter((part) => part !== '')
    .map((part) => `${capital(part)}.`)
    .join(' ');
}

/** `Line 2`, `Lines 2 and 9`, `Lines 2, 4 and 9`. */
export function linesInWords(lines: readonly number[]): string {
  const numbers = lines.map(number);
  const last = numbers.at(-1) ?? '';
  return numbers.length === 1 ? `Line ${last}` : `Lines ${numbers.slice(0, -1).join(', ')} and ${last}`;
}

export function linesOf(text: string): number {
  return text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '').length;
}

/** `the missing two`; a number from thirteen on is written as one. */
export function theMissing(count: number): string {
  return `the missing ${inWords(count)}`;
}

const WORDS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');

export function inWords(count: number): string {
  return WORDS[count] ?? number(count);
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Words to search for where a reference fits no paper: the longest of its sentences, which nearly always is the title. */
export function titleWithin(reference: string): string {
  const sentences = reference
    .replace(/https?:\/\/\S+|\b10\.\d{4,9}\/\S+/g, ' ')
    .split(/[.?!]\s|[“”"]/)
    .map((sentence) =>
      sentence
        .replace(/[^\p{L}\p{N}\s'’-]/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    );
  const longest = sentences.toSorted((one, other) => plainWords(other) - plainWords(one))[0] ?? '';
  return longest.slice(0, 300);
}

/** How many words it has that are no names and no abbreviations. */
function plainWords(sentence: string): number {
  return sentence.split(' ').filter((word) => /^\p{Ll}{2,}/u.test(word)).length;
}
