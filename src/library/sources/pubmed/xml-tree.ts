/**
 * Reads one record's XML. Strict: what is not well-formed is refused with its place in the record. Knows only XML's own
 * entities and never resolves an outside one.
 */
import { readPlainXml } from './plain-xml.ts';
import { readStrictXml } from './strict-xml.ts';
import type { XmlElement } from './xml-element.ts';

export type { XmlElement, XmlNode } from './xml-element.ts';

/**
 * The tree of one element and what it holds, blanks included (they matter in mixed text).
 * Throws `unreadable_file` with line and column within `xml`.
 */
export function parseXml(xml: string): XmlElement {
  return readPlainXml(xml) ?? readStrictXml(xml);
}
