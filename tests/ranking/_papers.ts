/** Papers made up by chance, in subjects whose words overlap, so that a window has something to tell apart. */
import { diceOf } from '#ranking/index.ts';
import type { PaperText } from '#ranking/index.ts';

const SUBJECTS = 12;

/** The paper of a number is always the same; its subject is the number's remainder by 12. */
export function madeUpPaper(number: number): PaperText {
  const dice = diceOf(number + 1);
  const subject = number % SUBJECTS;
  const word = (): string => {
    const draw = dice();
    if (draw < 0.25) return `topic${subject}x${Math.floor(dice() ** 2 * 20)}`;
    if (draw < 0.27) return `single${number}x${Math.floor(dice() * 3)}`;
    return `w${Math.floor(dice() ** 3 * 2500)}`;
  };
  const text = (words: number): string => Array.from({ length: words }, word).join(' ');
  return { title: text(8), abstract: text(60) };
}

export function keysOf(from: number, to: number): string[] {
  return Array.from({ length: to - from }, (_, at) => String(from + at));
}
