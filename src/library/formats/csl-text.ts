/** Rich text with the little markup that CSL processors read. */
import { plainText } from '#model/index.ts';
import type { RichNode, RichText } from '#model/index.ts';
import { oneLine } from './one-line.ts';

const KEPT: ReadonlySet<string> = new Set(['i', 'b', 'sup', 'sub']);

/** `Loss of H<sub>2</sub>O`; other elements give their words alone. */
export function cslText(text: RichText): string {
  if (typeof text === 'string') return oneLine(text);
  return oneLine(text.map(marked).join(''));
}

function marked(node: RichNode): string {
  if (typeof node === 'string') return node;
  const [tag, ...children] = node;
  if (tag === 'math') return ` ${plainText([node])} `;
  const inside = children.map(marked).join('');
  return KEPT.has(tag) ? `<${tag}>${inside}</${tag}>` : inside;
}
