/** The field tags of PubMed that the library knows, short and long, as people paste them. */
import type { Named, Scope } from './syntax.ts';

export type Field = { readonly words: Scope } | { readonly name: Named['kind'] } | { readonly days: true };

const FIELDS: readonly (readonly [field: Field, names: readonly string[]])[] = [
  [{ words: 'everywhere' }, ['all', 'all fields']],
  [{ words: 'title' }, ['ti', 'title']],
  [{ words: 'title-abstract' }, ['tiab', 'title/abstract']],
  [{ words: 'text' }, ['tw', 'text word', 'text words']],
  [{ name: 'author' }, ['au', 'author']],
  [{ name: 'journal' }, ['ta', 'journal']],
  [{ name: 'type' }, ['pt', 'publication type']],
  [{ name: 'language' }, ['la', 'language', 'lang']],
  [{ name: 'pmid' }, ['pmid', 'uid']],
  [{ name: 'heading' }, ['mh', 'mesh', 'mesh terms', 'mh:noexp', 'mesh:noexp', 'mesh terms:noexp']],
  [{ days: true }, ['dp', 'pdat', 'publication date', 'date - publication']],
];

const BY_NAME = new Map(FIELDS.flatMap(([field, names]) => names.map((name) => [name, field] as const)));

/** The field of a tag as typed between the brackets, whatever its case and blanks; undefined for an unknown one. */
export function fieldOf(tag: string): Field | undefined {
  return BY_NAME.get(
    tag
      .trim()
      .toLowerCase()
      .replace(/\s+/g, ' ')
      .replace(/ ?([/:]) ?/g, '$1'),
  );
}

/** The short tags, for a sentence that says which there are. */
export const SHORT_TAGS = FIELDS.map(([, names]) => `[${names[0]}]`).join(' ');
