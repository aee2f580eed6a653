/** The title with its markup, without the full stop NLM closes every title with. */
import type { RichNode, RichText } from '#model/index.ts';

export function withoutFullStop(title: RichText): RichText {
  if (typeof title === 'string') return title.replace(/\s*\.+$/, '');
  const last = title.at(-1);
  return last === undefined ? title : [...title.slice(0, -1), shortened(last)];
}

function shortened(node: RichNode): RichNode {
  if (typeof node === 'string') return node.replace(/\s*\.+$/, '');
  const [tag, ...children] = node;
  const last = children.at(-1);
  return last === undefined ? node : [tag, ...children.slice(0, -1), shortened(last)];
}
