/** Why two papers are alike, in words a person reads: the terms that add most to their score, as they are written. */
import { isStopStem, marked, stem, wordForms } from '#text/index.ts';
import type { TermWeights } from './measure.ts';
import { isPlainWord } from './plain-words.ts';

/** A stem, or two that stand next to each other. */
export type Phrase = readonly [string] | readonly [string, string];

/** Words on both sides of it are no phrase. */
const STOPS = /[.,;:!?()[\]]\s/;
/** Terms looked at for each that is asked for, so that two of them can become one phrase. */
const SPARE = 2;

/**
 * The terms both papers have that add most to their score, the strongest first. Numbers, single letters and words that every
 * report has say nothing and are passed over; two terms that stand next to each other in the other paper are one phrase.
 * @param otherText the stems of the other paper as they follow each other.
 */
export function sharedTerms(
  seed: TermWeights,
  other: TermWeights,
  otherText: readonly (readonly string[])[],
  limit: number,
): Phrase[] {
  const terms = [...seed]
    .map(([term, weight]): [string, number] => [term, weight * (other.get(term) ?? 0)])
    .filter(([term, added]) => added > 0 && isTelling(term))
    .sort((one, two) => two[1] - one[1])
    .slice(0, limit * SPARE)
    .map(([term]) => term);
  const pairs = neighbours(otherText, new Set(terms));
  const phrases: Phrase[] = [];
  const used = new Set<string>();
  for (const term of terms) {
    if (used.has(term)) continue;
    const pair = pairs.find(([one, two]) => (one === term || two === term) && !used.has(one) && !used.has(two));
    const phrase: Phrase = pair ?? [term];
    for (const each of phrase) used.add(each);
    phrases.push(phrase);
  }
  return phrases.slice(0, limit);
}

/** Whether a stem says something of a subject: numbers, single letters and words that every report has do not. */
export function isTelling(term: string): boolean {
  return /\p{L}.*[\p{L}\p{N}+]/u.test(term) && !isStopStem(term) && !isPlainWord(term);
}

function neighbours(texts: readonly (readonly string[])[], terms: ReadonlySet<string>): [string, string][] {
  const counts = new Map<string, { pair: [string, string]; times: number }>();
  for (const text of texts)
    for (let at = 1; at < text.length; at += 1) {
      const [one, two] = [text[at - 1] as string, text[at] as string];
      if (one === two || !terms.has(one) || !terms.has(two)) continue;
      const key = `${one} ${two}`;
      counts.set(key, { pair: [one, two], times: (counts.get(key)?.times ?? 0) + 1 });
    }
  return [...counts.values()].sort((one, two) => two.times - one.times).map(({ pair }) => pair);
}

/**
 * How phrases are written in a paper: the commonest way, without the capital that the beginning of a sentence gave it. A pair that
 * does not stand together there is written as two.
 * @param texts of the paper, the running text first: where ways are equally common the first one stays.
 */
export function writtenAs(texts: readonly string[], phrases: readonly Phrase[]): (phrase: Phrase) => string[] {
  const singles = waysOf(
    texts,
    phrases.flatMap((phrase) => phrase.map((term): Phrase => [term])),
  );
  // Pairs may overlap (`acute heart`, `heart failure`), so that each is looked for by itself.
  const pairs = new Map<string, string>();
  for (const phrase of phrases)
    if (phrase.length === 2 && !pairs.has(phrase.join(' ')))
      for (const [key, way] of waysOf(texts, [phrase])) pairs.set(key, way);
  return (phrase) => {
    const whole = pairs.get(phrase.join(' '));
    return whole === undefined ? phrase.flatMap((term) => singles.get(term) ?? []) : [whole];
  };
}

function waysOf(texts: readonly string[], phrases: readonly Phrase[]): Map<string, string> {
  const ways = new Map<string, Map<string, number>>();
  const sought = phrases.map((forms) => ({ forms, stemmed: true, prefix: false }));
  for (const text of sought.length === 0 ? [] : texts) {
    const pieces = marked(text, sought);
    pieces.forEach((piece, place) => {
      if (!piece.hit || STOPS.test(piece.text)) return;
      const counts = ways.get(keyOf(piece.text)) ?? new Map<string, number>();
      ways.set(keyOf(piece.text), counts);
      const way = withoutCapital(piece.text, place === 0 ? '' : (pieces[place - 1]?.text ?? ''));
      counts.set(way, (counts.get(way) ?? 0) + 1);
    });
  }
  return new Map([...ways].map(([key, counts]) => [key, commonest(counts)]));
}

function keyOf(written: string): string {
  return wordForms(written).map(stem).join(' ');
}

function commonest(counts: ReadonlyMap<string, number>): string {
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}

/** Only a capital that is followed by small letters can come from the sentence: `TNF` and `mRNA` stay. */
function withoutCapital(written: string, before: string): string {
  const isBeginning = /(?:^|[.:;?!])[\s"“([]*$/.test(before);
  return isBeginning && /^\p{Lu}\p{Ll}+(?![\p{L}])/u.test(written)
    ? (written[0] as string).toLowerCase() + written.slice(1)
    : written;
}
