/**
 * Cutting a stretch out of text with markup. Positions are those of the letters one after the other, without the tags;
 * what is left keeps its markup and its wording.
 */
import type { RichElement, RichNode, RichText } from '#model/index.ts';

/** The letters of a text in order, blanks as they stand, so that a position in them can be cut at. */
export function letters(text: RichText): string {
  return typeof text === 'string' ? text : text.map(lettersOf).join('');
}

/**
 * The part from one position up to another, outer blanks removed. Undefined where a cut would go through a formula, or
 * where nothing is left.
 */
export function sliceRich(text: RichText, from: number, to: number): RichText | undefined {
  const all = letters(text);
  const start = from + (/^\s*/.exec(all.slice(from, to))?.[0].length ?? 0);
  const end = start + all.slice(start, to).trimEnd().length;
  if (end <= start) return undefined;
  if (typeof text === 'string') return text.slice(start, end);
  const pieces = sliceNodes(text, start, end);
  if (pieces === undefined) return undefined;
  const [only] = pieces;
  return pieces.length === 1 && typeof only === 'string' ? only : pieces;
}

function lettersOf(node: RichNode): string {
  return typeof node === 'string' ? node : childrenOf(node).map(lettersOf).join('');
}

function childrenOf(element: RichElement): readonly RichNode[] {
  const [, ...children] = element;
  return children;
}

function sliceNodes(nodes: readonly RichNode[], from: number, to: number): RichNode[] | undefined {
  const kept: RichNode[] = [];
  let at = 0;
  for (const node of nodes) {
    const start = at;
    at += lettersOf(node).length;
    if (at <= from || start >= to) continue;
    const part = sliceNode(node, from - start, to - start, at - start);
    if (part === undefined) return undefined;
    kept.push(part);
  }
  return kept;
}

function sliceNode(node: RichNode, from: number, to: number, length: number): RichNode | undefined {
  if (from <= 0 && to >= length) return node;
  if (typeof node === 'string') return node.slice(Math.max(from, 0), to);
  const [tag, ...children] = node;
  const inside = tag === 'math' ? undefined : sliceNodes(children, from, to);
  return inside === undefined ? undefined : [tag, ...inside];
}
