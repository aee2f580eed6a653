/** What of a profile is refused, and in which words. Pure. */
import { AppError } from '#model/index.ts';
import { INTEREST_KINDS, SPECIES, STANCES } from './reader-profile.ts';
import type { BeforeStartOver, Interest, LeftOut, Stance } from './reader-profile.ts';

const MOST_PLACES = 12;
const MOST_LEFT_OUT = 50;
const MOST_INTERESTS = 20;
export const MOST_STANCES = 500;
const LONGEST = 300;

/** @throws AppError `bad_request` */
export function checkPlaces(places: number): number {
  if (!Number.isInteger(places) || places < 1 || places > MOST_PLACES)
    throw wrong(`A day has from 1 to ${MOST_PLACES} papers, not ${String(places)}. Choose a number between.`);
  return places;
}

/** @returns the lists that were given, each value once. @throws AppError `bad_request` */
export function checkLeftOut(leftOut: Partial<LeftOut>): Partial<LeftOut> {
  const { types, journals, species, onlyLanguages } = leftOut;
  const unknown = species?.find((one) => !SPECIES.includes(one));
  if (unknown !== undefined)
    throw wrong(`Of species only "${SPECIES.join('", "')}" can be left out, not ${shown(unknown)}.`);
  return {
    ...(types && { types: checkList(types, 'The list of publication types left out') }),
    ...(journals && { journals: checkList(journals, 'The list of journals left out') }),
    ...(species && { species: checkList(species, 'The list of species left out') as LeftOut['species'] }),
    ...(onlyLanguages && { onlyLanguages: checkList(onlyLanguages, 'The list of languages kept') }),
  };
}

/** @returns each once, in the order given. @throws AppError `bad_request` */
export function checkInterests(interests: readonly Interest[]): Interest[] {
  const each = new Map<string, Interest>();
  for (const { kind, value } of interests) {
    if (!INTEREST_KINDS.includes(kind))
      throw wrong(`There is no interest of the kind ${shown(kind)}. It is one of: ${INTEREST_KINDS.join(', ')}.`);
    const checked = checkValue(value, 'An interest');
    each.set(`${kind} ${checked}`, { kind, value: checked });
  }
  if (each.size > MOST_INTERESTS)
    throw wrong(`These are ${each.size} interests; at most ${MOST_INTERESTS} fit. Take some away.`);
  return [...each.values()];
}

/** @throws AppError `bad_request` */
export function checkStance(term: string, stance: Stance | 'none'): void {
  const words = checkValue(term, 'The word').split(' ');
  if (words.length > 2 || words.some((word) => word === '' || /\s/u.test(word)) || term !== words.join(' '))
    throw wrong(`${shown(term)} is neither one word nor two with a blank between. Choose a word from the reasons.`);
  if (stance !== 'none' && !STANCES.includes(stance))
    throw wrong(`${shown(stance)} cannot be said of a word. It is one of: ${STANCES.join(', ')}, none.`);
}

/** @param newest the newest entry of the person's history. @throws AppError `bad_request` */
export function checkBefore(before: BeforeStartOver, newest: number): BeforeStartOver {
  const { startedOver, stances } = before;
  const instants = stances.map(({ at }) => at);
  if (startedOver !== undefined) instants.push(startedOver.at);
  const sequence = startedOver?.sequence ?? 0;
  if (!Number.isSafeInteger(sequence) || sequence < 0 || sequence > newest || instants.some(isNoInstant))
    throw wrong('What stood before is not as it was handed out, and cannot be taken back.');
  for (const { term, stance } of stances) checkStance(term, stance);
  if (new Set(stances.map(({ term }) => term)).size < stances.length || stances.length > MOST_STANCES)
    throw wrong('What stood before says two things of one word, or too many. It cannot be taken back.');
  return { ...before, interests: checkInterests(before.interests) };
}

function checkList(values: readonly string[], what: string): string[] {
  const each = [...new Set(values.map((value) => checkValue(value, `A line of ${what.replace('The', 'the')}`)))];
  if (each.length > MOST_LEFT_OUT)
    throw wrong(`${what} has ${each.length} lines; at most ${MOST_LEFT_OUT} fit. Take some away.`);
  return each;
}

function checkValue(value: string, what: string): string {
  const trimmed = value.normalize('NFC').trim();
  if (trimmed === '') throw wrong(`${what} is empty. Choose or write one.`);
  if (trimmed.length > LONGEST) throw wrong(`${what} is longer than ${LONGEST} characters. Shorten it.`);
  if (!trimmed.isWellFormed() || /\p{Cc}/u.test(trimmed))
    throw wrong(`${what} has characters in it that cannot be seen. Write it anew.`);
  return trimmed;
}

function isNoInstant(at: string): boolean {
  const ms = Date.parse(at);
  return Number.isNaN(ms) || new Date(ms).toISOString() !== at;
}

function shown(value: unknown): string {
  return `"${String(value).slice(0, 80)}"`;
}

function wrong(sentence: string): AppError {
  return new AppError('bad_request', sentence);
}
