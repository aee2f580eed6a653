/** Text of a paper with its little markup, built element by element from the model's lists; no HTML is ever parsed. */
import { createElement } from 'react';
import type { ReactNode } from 'react';
import { FORMAT_TAGS, MATH_TAGS } from '#model/index.ts';
import type { RichNode, RichText as Rich } from '#model/index.ts';

const KNOWN: ReadonlySet<string> = new Set<string>([...FORMAT_TAGS, ...MATH_TAGS]);

export function RichText({ text }: { text: Rich }): ReactNode {
  return typeof text === 'string' ? text : createElement('span', null, ...text.map(rendered));
}

/** A tag that is not on the list shows its words alone: a record from elsewhere must not choose elements of the page. */
function rendered(node: RichNode): ReactNode {
  if (typeof node === 'string') return node;
  const [tag, ...children] = node;
  return createElement(KNOWN.has(tag) ? tag : 'span', null, ...children.map(rendered));
}
