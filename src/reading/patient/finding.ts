/** What the search for patients' details finds, and the one way in which its parts read a text. */

export type FindingKind =
  'name-and-birth-date' | 'birth-date' | 'record-number' | 'phone' | 'e-mail' | 'address' | 'national-id';

/** A stretch of the text, in UTF-16 units from its beginning. */
export interface Finding {
  readonly kind: FindingKind;
  readonly start: number;
  readonly length: number;
}

/** Every stretch that a pattern finds and a look at it confirms. @param pattern with the flags `g` and `u`. */
export function stretches(
  kind: FindingKind,
  text: string,
  pattern: RegExp,
  isOne: (match: RegExpExecArray) => boolean = () => true,
): Finding[] {
  return [...text.matchAll(pattern)]
    .filter(isOne)
    .map((match) => ({ kind, start: match.index, length: match[0].length }));
}

export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
