/** Ways through the tree of a record. All of them look at direct children only, so that nothing is taken from a cited paper. */
import type { XmlElement } from './xml-tree.ts';

/** The first child of that name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  if (element === undefined) return undefined;
  for (const node of element.children) {
    if (typeof node !== 'string' && node.name === name) return node;
  }
  return undefined;
}

/** All children of that name, in order. */
export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  collect(element, name, found);
  return found;
}

/** The items of every list of that name: MEDLINE repeats `KeywordList` and `ReferenceList`. */
export function itemsOf(element: XmlElement | undefined, list: string, item: string): XmlElement[] {
  const found: XmlElement[] = [];
  for (const each of childrenOf(element, list)) collect(each, item, found);
  return found;
}

function collect(element: XmlElement | undefined, name: string, into: XmlElement[]): void {
  if (element === undefined) return;
  for (const node of element.children) {
    if (typeof node !== 'string' && node.name === name) into.push(node);
  }
}

/** An attribute without blanks around it; an empty one counts as absent. */
export function attribute(element: XmlElement | undefined, name: string): string | undefined {
  const value = element?.attributes[name]?.trim();
  return value === '' ? undefined : value;
}

export function isYes(element: XmlElement | undefined, name: string): boolean {
  return element?.attributes[name] === 'Y';
}

/** True only where the source says N: a missing `ValidYN` means Y. */
export function isNo(element: XmlElement | undefined, name: string): boolean {
  return element?.attributes[name] === 'N';
}
