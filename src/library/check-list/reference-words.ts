/** A reference prepared for comparing: its words with their signs, of the title alone where that is known for sure. */
import { isStopWord, wordForms } from '#text/index.ts';
import { withoutIds } from './ids-in-text.ts';
import { markedWords } from './marked-words.ts';
import type { MarkedWord } from './marked-words.ts';
import type { Reference } from './reference.ts';

export interface ReferenceWords {
  /** Where the title is looked for. */
  readonly words: readonly MarkedWord[];
  /** All there is, for names, years and pages. */
  readonly forms: readonly string[];
  /** Of the title as it was read, which may be wrong unless the reference is fielded. */
  readonly title: readonly string[];
  readonly author: readonly string[];
  /** Words of the title that say something, without names and years. */
  readonly said: readonly string[];
}

export function referenceWords(reference: Reference): ReferenceWords {
  const { title = '', fielded, text, firstAuthor = '', journal = '', year } = reference;
  const words = markedWords(fielded ? title : withoutIds(text));
  const titleForms = wordForms(title);
  const author = wordForms(firstAuthor);
  return {
    words,
    forms: fielded ? wordForms(`${firstAuthor} ${title} ${journal} ${year ?? ''}`) : words.map((word) => word.form),
    title: titleForms,
    author,
    said: titleForms.filter(
      (form) => form.length > 1 && !isStopWord(form) && !author.includes(form) && form !== String(year),
    ),
  };
}
