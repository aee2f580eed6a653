/** A note in which something looks as if it told who a patient is: its text in pieces, and what each looks like. Pure. */

export interface Finding {
  readonly kind: string;
  /** In UTF-16 units. */
  readonly start: number;
  readonly length: number;
}

export interface Piece {
  readonly text: string;
  /** What it looks like, in words; absent for what is between. */
  readonly looksLike?: string;
}

const WORDS: Readonly<Record<string, string>> = {
  'name-and-birth-date': 'a name with a date of birth',
  'birth-date': 'a date of birth',
  'record-number': 'a record number',
  phone: 'a telephone number',
  'e-mail': 'an e-mail address',
  address: 'an address',
  'national-id': 'a personal number',
};

export function piecesOf(text: string, findings: readonly Finding[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { kind, start, length } of findings.toSorted((one, other) => one.start - other.start)) {
    if (start < at) continue;
    if (start > at) pieces.push({ text: text.slice(at, start) });
    pieces.push({ text: text.slice(start, start + length), looksLike: WORDS[kind] ?? 'something personal' });
    at = start + length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at) });
  return pieces;
}
