/**
 * How well a title fits into a reference: as a stretch of its words, with slips, words left out and words put in counted
 * against it, and whether a title could begin and end where the stretch does.
 */
import { isStopWord } from '#text/index.ts';
import type { MarkedWord } from './marked-words.ts';
import { likeness } from './word-likeness.ts';

export interface TitleFit {
  /** Share of the weight of the title's words that the reference has in this order, 1 at best. */
  readonly share: number;
  /** The stretch of the reference, in words; the end is exclusive. */
  readonly from: number;
  readonly to: number;
  /** A number of the title is another one in the reference, or one has a number more: part 2 is not part 1. */
  readonly numbersDiffer: boolean;
}

const NO_FIT: TitleFit = { share: 0, from: 0, to: 0, numbersDiffer: false };
/** What a word too many or too few costs, as a share of its own weight. */
const GAP = 0.7;

interface Cell {
  readonly score: number;
  readonly from: number;
  readonly matched: number;
  readonly added: number;
  readonly numbers: number;
}

/** Finds the stretch of the reference that is most like the title. */
export function titleFit(title: readonly string[], reference: readonly MarkedWord[]): TitleFit {
  if (title.length === 0 || reference.length === 0) return NO_FIT;
  const total = title.reduce((sum, form) => sum + weight(form), 0);
  let above = reference.map((_, at): Cell => start(at)).concat(start(reference.length));
  let twoAbove = above;
  for (let i = 0; i < title.length; i += 1) {
    const word = title[i] as string;
    const row: Cell[] = [lost(above[0] as Cell, word)];
    for (let j = 0; j < reference.length; j += 1) {
      const { form } = reference[j] as MarkedWord;
      let best = lost(above[j + 1] as Cell, word);
      best = better(best, found(above[j] as Cell, weight(word), likeness(word, form)));
      if (i + 1 < title.length || i > 0) best = better(best, added(row[j] as Cell, form));
      if (j > 0 && word.length > 5) {
        const both = `${(reference[j - 1] as MarkedWord).form}${form}`;
        if (both.length >= word.length - 1)
          best = better(best, found(above[j - 1] as Cell, weight(word), likeness(word, both)));
      }
      if (i > 0 && form.length > 5) {
        const both = `${title[i - 1]}${word}`;
        if (both.length <= form.length + 1)
          best = better(
            best,
            found(twoAbove[j] as Cell, weight(word) + weight(title[i - 1] as string), likeness(both, form)),
          );
      }
      row.push(best);
    }
    [twoAbove, above] = [above, row];
  }
  let to = 0;
  above.forEach((cell, at) => {
    if (cell.score > (above[to] as Cell).score) to = at;
  });
  const { from, matched, added: more, numbers, score } = above[to] as Cell;
  return score <= 0 ? NO_FIT : { share: matched / (total + more), from, to, numbersDiffer: numbers > 0 };
}

function start(from: number): Cell {
  return { score: 0, from, matched: 0, added: 0, numbers: 0 };
}

function found(cell: Cell, worth: number, like: number): Cell | undefined {
  return like === 0 ? undefined : { ...cell, score: cell.score + worth * like, matched: cell.matched + worth * like };
}

function lost(cell: Cell, word: string): Cell {
  return { ...cell, score: cell.score - weight(word) * GAP, numbers: cell.numbers + (isNumber(word) ? 1 : 0) };
}

function added(cell: Cell, form: string): Cell {
  const worth = weight(form);
  return {
    ...cell,
    score: cell.score - worth * GAP,
    added: cell.added + worth,
    numbers: cell.numbers + (isNumber(form) ? 1 : 0),
  };
}

function better(one: Cell, other: Cell | undefined): Cell {
  return other !== undefined && other.score > one.score ? other : one;
}

/** Words that every title has say little. */
function weight(form: string): number {
  return isStopWord(form) ? 0.4 : 1;
}

function isNumber(form: string): boolean {
  return /^\d+(?:[.,]\d+)*$|^(?:i|ii|iii|iv|vi|vii|viii|one|two|three|four|five|first|second|third)$/.test(form);
}
