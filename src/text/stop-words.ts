import { stem } from './stem.ts';

/** Words so common that a search for all words of a sentence must not insist on them. Inside quotation marks they count. */
const STOP_WORDS = new Set(
  `a an and are as at be been by do does for from had has have in into is it its of on or that the their these this those
   to was were which with`.split(/\s+/),
);

const STOP_STEMS = new Set([...STOP_WORDS].map(stem));

export function isStopWord(form: string): boolean {
  return STOP_WORDS.has(form);
}

/** Whether a stem is that of such a word. */
export function isStopStem(stemmed: string): boolean {
  return STOP_STEMS.has(stemmed);
}
