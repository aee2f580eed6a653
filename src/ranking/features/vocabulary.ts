/** The terms of a collection that are features, each with a column of its own and its rarity. */
import { stem, wordForms } from '#text/index.ts';
import { Terms } from './terms.ts';

/** The text of a paper, as far as the learner reads it. */
export interface PaperText {
  readonly title: string;
  readonly abstract: string;
}

export interface FeatureSettings {
  /** How often each occurrence in the title counts. */
  readonly titleCounts: number;
  /** Pairs of neighbouring words are terms beside the words; they may reach from the title into the abstract. */
  readonly pairs: boolean;
  /** Words are told apart by their stems, so that “trial” and “trials” are one. */
  readonly stems: boolean;
  /** A term in fewer papers is no feature. */
  readonly fewestPapers: number;
  /** A term in more than this share of the papers is no feature. */
  readonly largestShare: number;
}

export interface Vocabulary {
  readonly settings: FeatureSettings;
  /** How many columns there are. */
  readonly width: number;
  /** By column: the smooth inverse document frequency, 1 + ln((1 + papers) / (1 + papers with the term)). */
  readonly rarity: Float64Array;
  /** Undefined for a term that is no feature here. */
  columnOfWord(word: string): number | undefined;
  columnOfPair(first: string, second: string): number | undefined;
  /** The term of a column as people read it. */
  name(column: number): string;
}

/** The vocabulary of a collection of papers. */
export function vocabularyOf(texts: readonly PaperText[], settings: FeatureSettings): Vocabulary {
  const terms = new Terms();
  const papersWith: number[] = [];
  const lastSeen: number[] = [];
  const see = (term: number, paper: number): void => {
    if (lastSeen[term] === paper) return;
    lastSeen[term] = paper;
    papersWith[term] = (papersWith[term] ?? 0) + 1;
  };
  for (const [paper, text] of texts.entries()) {
    let before: number | undefined;
    for (const word of wordsOf(text.title, settings).concat(wordsOf(text.abstract, settings))) {
      const term = terms.learnWord(word);
      see(term, paper);
      if (settings.pairs && before !== undefined) see(terms.learnPair(before, term), paper);
      before = term;
    }
  }
  return chosen(terms, papersWith, texts.length, settings);
}

function chosen(terms: Terms, papersWith: readonly number[], papers: number, settings: FeatureSettings): Vocabulary {
  const columns = new Int32Array(terms.size).fill(-1);
  const kept: number[] = [];
  for (const [term, count] of papersWith.entries())
    if (count >= settings.fewestPapers && count <= settings.largestShare * papers) columns[term] = kept.push(term) - 1;
  const columnOf = (term: number | undefined): number | undefined => {
    const column = term === undefined ? -1 : (columns[term] as number);
    return column < 0 ? undefined : column;
  };
  return {
    settings,
    width: kept.length,
    rarity: Float64Array.from(kept, (term) => 1 + Math.log((1 + papers) / (1 + (papersWith[term] as number)))),
    columnOfWord: (word) => columnOf(terms.word(word)),
    columnOfPair(first, second) {
      const [one, other] = [terms.word(first), terms.word(second)];
      return one === undefined || other === undefined ? undefined : columnOf(terms.pair(one, other));
    },
    name: (column) => terms.name(kept[column] as number),
  };
}

/** The words of a text in the form in which they are terms. */
export function wordsOf(text: string, { stems }: FeatureSettings): string[] {
  const forms = wordForms(text);
  return stems ? forms.map(stem) : forms;
}
