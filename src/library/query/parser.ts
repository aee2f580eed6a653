/**
 * Reads a query as PubMed does: booleans from left to right with brackets, words that stand together joined by AND,
 * a tag for the words or the phrase before it. What it does not know it names, with the place; it never guesses.
 */
import { AppError } from '#model/index.ts';
import type { Place } from '#model/index.ts';
import { isStopWord, wordForms } from '#text/index.ts';
import { dayRange } from './days.ts';
import { lex } from './lexer.ts';
import type { Lexeme } from './lexer.ts';
import type { Query, Term } from './syntax.ts';
import { fieldOf, SHORT_TAGS } from './tags.ts';
import { looseWords, named, wordsOf } from './terms.ts';

export interface ParsedQuery {
  readonly query: Query;
  /** What the person should know of how the query was read. */
  readonly notes: readonly string[];
}

/** @throws AppError `bad_query` with a sentence and the place. */
export function parseQuery(typed: string): ParsedQuery {
  const parser = new Parser(typed);
  const query = parser.expression();
  parser.expectEnd();
  if (query !== undefined) return { query, notes: parser.notes };
  throw new AppError('bad_query', emptySentence(typed), { at: { start: 0, length: typed.length } });
}

const NOT_EXPLODED =
  'A heading finds papers filed under that heading itself; unlike PubMed, the headings below it are not added.';

/** More than any strategy needs, less than the engine's own limit. */
const DEEPEST = 20;

class Parser {
  readonly notes: string[] = [];
  readonly #typed: string;
  readonly #lexemes: readonly Lexeme[];
  #next = 0;
  #depth = 0;

  constructor(typed: string) {
    this.#typed = typed;
    this.#lexemes = lex(typed);
  }

  /** Operands joined from left to right, up to a closing bracket or the end; undefined where nothing is left to search. */
  expression(): Query | undefined {
    let left: Query | undefined = this.#leadingNot() ?? this.#operand();
    for (let lexeme = this.#peek(); lexeme !== undefined && lexeme.kind !== 'close'; lexeme = this.#peek()) {
      const join = this.#join();
      const right = this.#operand(lexeme.kind === 'operator' ? lexeme : undefined);
      if (right === undefined) continue;
      left = left === undefined ? right : { join, left, right };
    }
    return left;
  }

  expectEnd(): void {
    const extra = this.#peek();
    if (extra !== undefined) throw this.#wrong(`The ) at position ${extra.at.start + 1} closes nothing.`, extra.at);
  }

  #leadingNot(): Query | undefined {
    const lexeme = this.#peek();
    if (lexeme?.kind !== 'operator') return undefined;
    this.#next += 1;
    if (lexeme.text !== 'NOT')
      throw this.#wrong(`${lexeme.text} at position ${lexeme.at.start + 1} has nothing before it.`, lexeme.at);
    const right = this.#operand(lexeme);
    return right && { join: 'not', left: { kind: 'everything', at: lexeme.at }, right };
  }

  #join(): 'and' | 'or' | 'not' {
    const operator = this.#peek();
    if (operator?.kind !== 'operator') return 'and';
    this.#next += 1;
    const second = this.#peek();
    if (second?.kind !== 'operator') return operator.text.toLowerCase() as 'and' | 'or' | 'not';
    if (operator.text === 'AND' && second.text === 'NOT') {
      this.#next += 1;
      return 'not';
    }
    throw this.#wrong(
      `${operator.text} and ${second.text} stand side by side at position ${operator.at.start + 1}. Take one away.`,
      operator.at,
    );
  }

  #operand(after?: Lexeme): Query | undefined {
    const lexeme = this.#peek();
    if (lexeme === undefined || lexeme.kind === 'close') {
      if (after !== undefined)
        throw this.#wrong(`${after.text} at position ${after.at.start + 1} has nothing after it.`, after.at);
      return undefined;
    }
    if (lexeme.kind === 'open') return this.#group(lexeme);
    if (lexeme.kind === 'tag')
      throw this.#wrong(
        `The tag [${lexeme.text}] at position ${lexeme.at.start + 1} has no word before it.`,
        lexeme.at,
      );
    if (lexeme.kind === 'operator')
      throw this.#wrong(`${lexeme.text} at position ${lexeme.at.start + 1} has nothing before it.`, lexeme.at);
    return lexeme.kind === 'quoted' ? this.#phrase(lexeme) : this.#run();
  }

  #group(open: Lexeme): Query | undefined {
    this.#next += 1;
    this.#depth += 1;
    if (this.#depth > DEEPEST)
      throw this.#wrong(`The brackets at position ${open.at.start + 1} are nested deeper than ${DEEPEST}.`, open.at);
    const inside = this.expression();
    this.#depth -= 1;
    const close = this.#peek();
    if (close === undefined)
      throw this.#wrong(`The ( at position ${open.at.start + 1} is opened and not closed.`, open.at);
    this.#next += 1;
    const at = { start: open.at.start, length: close.at.start + 1 - open.at.start };
    if (inside === undefined)
      throw this.#wrong(`The brackets at position ${open.at.start + 1} hold nothing to search for.`, at);
    const tag = this.#peek();
    if (tag?.kind === 'tag')
      throw this.#wrong(
        `The tag [${tag.text}] at position ${tag.at.start + 1} follows a bracket. Put it behind each word inside.`,
        tag.at,
      );
    return inside;
  }

  #phrase(quoted: Lexeme): Query {
    this.#next += 1;
    const tag = this.#tag();
    if (tag?.field !== undefined && 'days' in tag.field) return this.#days(quoted.text, quoted.at);
    const forms = wordForms(quoted.text);
    if (forms.length === 0)
      throw this.#wrong(`The quotation marks at position ${quoted.at.start + 1} hold no word.`, quoted.at);
    const prefix = hasStar(quoted.text);
    this.#checkStars(quoted);
    if (tag === undefined) return { kind: 'words', scope: 'everywhere', forms, exact: true, prefix, at: quoted.at };
    if ('words' in tag.field)
      return { kind: 'words', scope: tag.field.words, forms, exact: true, prefix, at: quoted.at };
    return named((tag.field as { name: never }).name, quoted.text, true, quoted.at);
  }

  #run(): Query | undefined {
    const run: Lexeme[] = [];
    for (let lexeme = this.#peek(); lexeme?.kind === 'bare'; lexeme = this.#peek()) {
      if (lexeme.text === ':' && run.length === 0)
        throw this.#wrong(
          `The colon at position ${lexeme.at.start + 1} stands between two dates only: 2011[dp] : 2012[dp].`,
          lexeme.at,
        );
      run.push(lexeme);
      this.#next += 1;
    }
    run.forEach((lexeme) => this.#checkStars(lexeme));
    const first = run[0] as Lexeme;
    const last = run.at(-1) as Lexeme;
    const at = { start: first.at.start, length: last.at.start + last.at.length - first.at.start };
    const text = this.#typed.slice(at.start, at.start + at.length);
    const tag = this.#tag();
    if (tag === undefined)
      return this.#joined(this.#worthwhile(run).flatMap((lexeme) => looseWords(lexeme.text, lexeme.at)));
    if ('days' in tag.field) return this.#days(text, at);
    if ('name' in tag.field) return named(tag.field.name, text, false, at);
    const { words } = tag.field;
    const terms = this.#worthwhile(run).flatMap((lexeme) => wordsOf(words, lexeme.text, lexeme.at));
    if (terms.length === 0)
      throw this.#wrong(`The tag [${tag.text}] at position ${tag.at.start + 1} has no word before it.`, tag.at);
    return this.#joined(terms);
  }

  /** A run without its stop words; one that is nothing else is passed over if anything else is searched for. */
  #worthwhile(run: readonly Lexeme[]): readonly Lexeme[] {
    const worth = run.filter((lexeme) => !isStopWord(lexeme.text.toLowerCase()));
    const alone = this.#lexemes.every(
      (lexeme) => lexeme.kind !== 'quoted' && (lexeme.kind !== 'bare' || run.includes(lexeme)),
    );
    if (worth.length > 0) return worth;
    if (alone) return run;
    const operator = run.find((lexeme) => /^(and|or)$/.test(lexeme.text));
    if (operator !== undefined)
      this.#note(
        `“${operator.text}” was read as a word and passed over. Write ${operator.text.toUpperCase()} in capitals to join two parts.`,
      );
    return [];
  }

  #joined(terms: readonly Term[]): Query | undefined {
    return terms.reduce<Query | undefined>(
      (left, right) => (left === undefined ? right : { join: 'and', left, right }),
      undefined,
    );
  }

  #days(text: string, at: Place): Query {
    const range = dayRange(text, at);
    const colon = this.#peek();
    if (colon?.kind !== 'bare' || colon.text !== ':') return { kind: 'days', ...range, at };
    this.#next += 1;
    const end = this.#peek();
    if (end?.kind !== 'quoted' && end?.kind !== 'bare')
      throw this.#wrong(`The colon at position ${colon.at.start + 1} has no date after it.`, colon.at);
    this.#next += 1;
    const tag = this.#tag();
    if (tag === undefined || !('days' in tag.field))
      throw this.#wrong(`The date at position ${end.at.start + 1} needs the tag [dp] behind it.`, end.at);
    return { kind: 'days', from: range.from, to: dayRange(end.text, end.at).to, at };
  }

  #tag(): { field: NonNullable<ReturnType<typeof fieldOf>>; text: string; at: Place } | undefined {
    const lexeme = this.#peek();
    if (lexeme?.kind !== 'tag') return undefined;
    this.#next += 1;
    const field = fieldOf(lexeme.text);
    if (field !== undefined) {
      if ('name' in field && field.name === 'heading' && !/noexp/i.test(lexeme.text)) this.#note(NOT_EXPLODED);
      return { field, text: lexeme.text, at: lexeme.at };
    }
    const where = `at position ${lexeme.at.start + 1}`;
    if (/:~\d+\s*$/.test(lexeme.text))
      throw this.#wrong(
        `The proximity operator [${lexeme.text}] ${where} is not supported. Search the words with AND, or the phrase in quotation marks.`,
        lexeme.at,
      );
    throw this.#wrong(`The tag [${lexeme.text}] ${where} is not known. These are: ${SHORT_TAGS}.`, lexeme.at);
  }

  /** A star stands at the end of a word of at least two letters. */
  #checkStars(lexeme: Lexeme): void {
    const star = lexeme.text.indexOf('*');
    if (star < 0) return;
    if (star < lexeme.text.length - 1 || (wordForms(lexeme.text).at(-1) ?? '').length < 2)
      throw this.#wrong(
        `The * at position ${this.#typed.indexOf('*', lexeme.at.start) + 1} must end a word of at least two letters, as in cardio*.`,
        lexeme.at,
      );
  }

  #note(note: string): void {
    if (!this.notes.includes(note)) this.notes.push(note);
  }

  #peek(): Lexeme | undefined {
    return this.#lexemes[this.#next];
  }

  #wrong(message: string, at: Place): AppError {
    return new AppError('bad_query', message, { at });
  }
}

function hasStar(text: string): boolean {
  return text.endsWith('*');
}

function emptySentence(typed: string): string {
  return typed.trim() === ''
    ? 'The search is empty. Type words, a phrase in quotation marks, or a PubMed strategy.'
    : `“${typed.trim()}” holds no word to search for. Type words, a phrase in quotation marks, or a PubMed strategy.`;
}
