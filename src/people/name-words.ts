/** The words of a name in the form in which people are looked for: without case and accents, in any script. */
import type { ExpressionBuilder, Expression, SqlBool } from 'kysely';
import { sql } from 'kysely';
import { fold } from '#text/index.ts';
import type { PeopleTables } from './tables.ts';

const LONGEST_TYPED = 120;
/** Where a word of a name ends and the next begins: `Haddad-Lund` and `O’Neill` are looked for by both halves. */
const BETWEEN = /[\s.'’-]+/gu;
const OF_A_WORD = /^[\p{L}\p{N}\p{M}]$/u;

/** With one space between, and signs that are no letters as they are. */
export function wordsOf(name: string): string {
  return Array.from(name, folded).join('').replace(BETWEEN, ' ').trim();
}

/** What was typed, word by word; empty where it holds none. */
export function typedWords(text: string): string[] {
  return (
    text
      .slice(0, LONGEST_TYPED)
      .trim()
      .split(/\s+/u)
      .filter(Boolean)
      // What ends a word stays in what was typed, so that a lone hyphen finds nobody.
      .map((word) => Array.from(word, folded).join('').replace(BETWEEN, ' '))
  );
}

/** Whether each of the typed words begins a word of the name. */
export function beginWords(
  eb: ExpressionBuilder<PeopleTables, 'identity'>,
  words: readonly string[],
): Expression<SqlBool> {
  return eb.and(words.map((word) => sql<SqlBool>`instr(' ' || identity.name_match, ${` ${word}`}) > 0`));
}

function folded(letter: string): string {
  return OF_A_WORD.test(letter) ? fold(letter.codePointAt(0) ?? 0) : letter.toLowerCase();
}
