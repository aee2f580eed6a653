/** The words of everything: tokeniser, stems, stop words, hits in context. Pure, and shared so that all rooms see the same words. */
export { fold } from './fold.ts';
export { marked, passage } from './passage.ts';
export type { Piece, Sought } from './passage.ts';
export { stem } from './stem.ts';
export { isStopStem, isStopWord } from './stop-words.ts';
export { wordForms, WORDS_VERSION } from './words.ts';
