/**
 * The fast reader for the XML that nearly all records are made of: elements, attributes, text, XML's own entities. It never
 * refuses anything: whatever it does not surely understand it leaves to the strict reader, right or wrong.
 */
import { elementName, TreeBuilder } from './xml-element.ts';
import type { Attributes, ElementName, XmlElement } from './xml-element.ts';

interface Tag {
  readonly name: ElementName;
  readonly attributes: Attributes;
  /** `<a/>`. */
  readonly isEmpty: boolean;
  /** The end tag that has to follow. */
  readonly closing: string;
}

/** Letters that XML does not allow, halves of letters aside. */
const FORBIDDEN = /[^\t\n -\ufffd]/;
const NAME = /^[A-Za-z_:][\w:.-]*/;
const ATTRIBUTE = /[ \n\t]+([A-Za-z_:][\w:.-]*)=(?:"([^"<\n\t]*)"|'([^'<\n\t]*)')/y;
const REST_OF_TAG = /^[ \n\t]*(\/?)$/;
const LESS = 0x3c;
const SLASH = 0x2f;

/** The tree of a document, or undefined where only the strict reader can tell. Throws as {@link TreeBuilder} does. */
export function readPlainXml(source: string): XmlElement | undefined {
  // XML knows one line end; whatever stands there is read as that.
  const xml = source.includes('\r') ? source.replace(/\r\n?/g, '\n') : source;
  if (FORBIDDEN.test(xml) || xml.includes(']]>') || !xml.isWellFormed()) return undefined;
  if (xml.charCodeAt(0) !== LESS) return undefined;
  const tree = new TreeBuilder();
  const open: Tag[] = [];
  let ampersand = nextIndex(xml, '&', 0);
  let at = 0;
  for (;;) {
    if (xml.charCodeAt(at + 1) === SLASH) {
      const closing = open.pop()?.closing;
      if (closing === undefined || !xml.startsWith(closing, at)) return undefined;
      tree.close();
      at += closing.length;
    } else {
      const end = xml.indexOf('>', at);
      const tag = end === -1 ? undefined : readTag(xml.slice(at + 1, end));
      if (tag === undefined) return undefined;
      tree.open(tag.name, tag.attributes);
      if (tag.isEmpty) tree.close();
      else open.push(tag);
      at = end + 1;
    }
    if (open.length === 0) return at === xml.length ? tree.root() : undefined;

    const next = xml.indexOf('<', at);
    if (next === -1) return undefined;
    if (next > at) {
      let text: string | undefined = xml.slice(at, next);
      if (ampersand < next) {
        text = withLetters(text);
        if (text === undefined) return undefined;
        ampersand = nextIndex(xml, '&', next);
      }
      tree.text(text);
    }
    at = next;
  }
}

/** Where the next such letter stands; past everything where there is none. */
function nextIndex(xml: string, letter: string, from: number): number {
  const at = xml.indexOf(letter, from);
  return at === -1 ? xml.length : at;
}

/**
 * Tags repeat: a few thousand texts make up most of a file. What is remembered is bounded, in number and in length.
 */
const known = new Map<string, Tag>();
const MOST_KNOWN = 4096;
const LONGEST_KNOWN = 120;

function readTag(text: string): Tag | undefined {
  const before = known.get(text);
  if (before !== undefined) return before;
  if (text.length > LONGEST_KNOWN) return parseTag(text);
  const own = ownCopy(text);
  const tag = parseTag(own);
  if (tag === undefined) return undefined;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(own, tag);
  return tag;
}

/** The same text in memory of its own: a part of a string keeps the whole string alive. */
function ownCopy(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}

function parseTag(text: string): Tag | undefined {
  const name = NAME.exec(text)?.[0];
  if (name === undefined) return undefined;
  // Without a prototype, so that no name is taken.
  const attributes = Object.create(null) as Record<string, string>;
  let at = name.length;
  for (;;) {
    ATTRIBUTE.lastIndex = at;
    const found = ATTRIBUTE.exec(text);
    if (found === null) break;
    const [whole, key = '', inDouble, inSingle = ''] = found;
    const value = withLetters(inDouble ?? inSingle);
    if (value === undefined || key in attributes) return undefined;
    attributes[key] = value;
    at += whole.length;
  }
  const slash = REST_OF_TAG.exec(text.slice(at))?.[1];
  if (slash === undefined) return undefined;
  return { name: elementName(name), attributes, isEmpty: slash !== '', closing: `</${name}>` };
}

const PREDEFINED: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** The text with its entities as letters; undefined where one is unknown or not closed. */
function withLetters(text: string): string | undefined {
  let read = '';
  let at = 0;
  for (let begin = text.indexOf('&'); begin !== -1; begin = text.indexOf('&', at)) {
    const end = text.indexOf(';', begin);
    if (end === -1) return undefined;
    const letter = letterOf(text.slice(begin + 1, end));
    if (letter === undefined) return undefined;
    read += text.slice(at, begin) + letter;
    at = end + 1;
  }
  return at === 0 ? text : read + text.slice(at);
}

function letterOf(entity: string): string | undefined {
  const predefined = PREDEFINED.get(entity);
  if (predefined !== undefined) return predefined;
  const [, hexadecimal, decimal] = /^#(?:x([\da-fA-F]{1,6})|(\d{1,7}))$/.exec(entity) ?? [];
  const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  return isLetter(code) ? String.fromCodePoint(code) : undefined;
}

/** Whether XML allows the letter; false for NaN. */
function isLetter(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}
