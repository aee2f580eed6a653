/** A line cut from a record, with what the query found set off. */
import type { MarkedText as Marked } from '#api/index.ts';

export function MarkedText({ pieces }: { pieces: Marked }) {
  return pieces.map((piece, at) => (piece.hit ? <mark key={at}>{piece.text}</mark> : piece.text));
}
