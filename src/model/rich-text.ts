/**
 * Text of a paper with the little markup it may carry, as data and not as HTML: what is not on the list cannot be said,
 * so nothing has to be cleaned when it is shown. Plain text is a plain string.
 */

/** Formatting PubMed uses, and the presentation elements of MathML. Nothing else is kept of a source's markup. */
export const FORMAT_TAGS = ['i', 'b', 'sup', 'sub', 'u'] as const;
export const MATH_TAGS = [
  'math', 'semantics', 'mrow', 'mi', 'mn', 'mo', 'mtext', 'mspace', 'ms', 'mfrac', 'msqrt', 'mroot', 'mstyle', 'merror',
  'mpadded', 'mphantom', 'mfenced', 'menclose', 'msub', 'msup', 'msubsup', 'munder', 'mover', 'munderover', 'mmultiscripts',
  'mprescripts', 'none', 'mtable', 'mtr', 'mlabeledtr', 'mtd', 'maligngroup', 'malignmark',
] as const; // prettier-ignore

export type RichTag = (typeof FORMAT_TAGS)[number] | (typeof MATH_TAGS)[number];

/** An element: its name, then what it holds. */
export type RichElement = readonly [tag: RichTag, ...children: RichNode[]];
export type RichNode = string | RichElement;

/** A string where there is no markup; otherwise the sequence of pieces. */
export type RichText = string | readonly RichNode[];

/** The words alone: `H2O` for H<sub>2</sub>O. Math elements are set apart by blanks so that symbols do not run into words. */
export function plainText(text: RichText): string {
  return typeof text === 'string' ? text : tidy(text.map(plainNode).join(''));
}

function plainNode(node: RichNode): string {
  if (typeof node === 'string') return node;
  const [tag, ...children] = node;
  const inside = children.map(plainNode).join('');
  return tag === 'math' ? ` ${inside} ` : inside;
}

function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,;:)]|\.(?!\d))/g, '')
    .trim();
}
