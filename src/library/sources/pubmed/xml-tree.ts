/**
 * One record's XML as a light tree. Strict: what is not well-formed is refused with its place in the record. Knows only
 * XML's own entities and never resolves an outside one.
 */
import { SaxesParser } from 'saxes';
import { AppError } from '#model/index.ts';

export interface XmlElement {
  /** Local name: `math` for `mml:math`. */
  readonly name: string;
  /** True for MathML: by its prefix, or because it stands inside a `math` element. */
  readonly math: boolean;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

export type XmlNode = XmlElement | string;

interface OpenElement extends XmlElement {
  readonly children: XmlNode[];
}

/** Deeper than any record; keeps the functions that walk the tree within the stack. */
const DEEPEST = 200;
const MATH_PREFIX = 'mml:';

/** `AuthorTypeSequence_type0`: wrappers that an old SOAP client of NLM's wrote around the real elements. */
const WRAPPER = /(?:Choice|Sequence)_type\d$/;
const LONGEST_PLAIN_NAME = 15;

/**
 * The tree of one element and what it holds, blanks included (they matter in mixed text).
 * Throws `unreadable_file` with line and column within `xml`.
 */
export function parseXml(xml: string): XmlElement {
  try {
    return parse(xml, false);
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    throw locate(xml, thrown);
  }
}

function parse(xml: string, position: boolean): XmlElement {
  const parser = new SaxesParser<{ xmlns: false; position: boolean }>({ xmlns: false, position });
  const document: OpenElement = { name: '', math: false, attributes: {}, children: [] };
  const open: OpenElement[] = [document];
  let top = document;

  const addText = (text: string): void => {
    top.children.push(text);
  };
  parser.on('text', (text) => {
    if (top !== document) addText(text);
  });
  parser.on('cdata', addText);
  parser.on('opentag', (tag) => {
    if (open.length > DEEPEST) {
      throw new AppError('unreadable_file', `The record's elements are nested more than ${DEEPEST} deep.`);
    }
    const prefixed = tag.name.startsWith(MATH_PREFIX);
    const name = prefixed ? tag.name.slice(MATH_PREFIX.length) : tag.name;
    if (name.length > LONGEST_PLAIN_NAME && WRAPPER.test(name)) {
      open.push(top);
      return;
    }
    const math = prefixed || top.math || name === 'math';
    const element: OpenElement = { name, math, attributes: tag.attributes, children: [] };
    top.children.push(element);
    open.push(element);
    top = element;
  });
  parser.on('closetag', () => {
    open.pop();
    top = open[open.length - 1] ?? document;
  });
  parser.write(xml).close();

  const root = document.children[0];
  if (root === undefined || typeof root === 'string') {
    throw new AppError('unreadable_file', 'The record holds no element.');
  }
  return root;
}

/** Reads a refused record again with positions kept, which costs too much to do for every record. */
function locate(xml: string, cause: unknown): AppError {
  let reason = cause instanceof Error ? cause.message : String(cause);
  try {
    parse(xml, true);
  } catch (thrown) {
    if (thrown instanceof Error) reason = thrown.message;
  }
  const place = /^(\d+):(\d+): ([\s\S]*)$/.exec(reason);
  const [where, what] = place === null ? ['', reason] : [` at line ${place[1]}, column ${place[2]}`, place[3] ?? ''];
  return new AppError('unreadable_file', `The record is not well-formed XML${where}: ${what.replace(/\.*$/, '')}.`, {
    cause,
  });
}
