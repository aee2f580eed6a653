/**
 * Text out of the tree: rich text with the markup the model knows, or the words alone. Blanks are collapsed over element
 * borders (never removed there, so that neighbouring words stay apart) and letters are brought to NFC.
 */
import type { RichNode, RichTag, RichText } from '#model/index.ts';
import { FORMAT_TAGS, MATH_TAGS, plainText } from '#model/index.ts';
import type { XmlElement } from './xml-tree.ts';

type Draft = RichNode[];

const FORMAT: ReadonlySet<string> = new Set(FORMAT_TAGS);
const MATH: ReadonlySet<string> = new Set(MATH_TAGS);

/** What needs a second look: blanks to collapse, or letters from U+0300, below which every text is NFC already. */
const MAY_CHANGE = /[^ -\u02ff]| {2}/;
/** Blanks that are not one space already. */
const BLANKS = /[\t\r\n][ \t\r\n]*| [ \t\r\n]+/g;
const OUTER_BLANKS = /^[ \t\r\n]+|[ \t\r\n]+$/g;

/** The content of an element; '' where it has none. Elements that the model does not know give their text alone. */
export function richText(element: XmlElement): RichText {
  const { children } = element;
  if (children.length === 0) return '';
  const [first] = children;
  if (children.length === 1 && typeof first === 'string') return tidy(first).trim();
  const flow = new Flow();
  flow.read(element, flow.pieces);
  return flow.finish();
}

/** The words of an element, or undefined where there are none. */
export function textOf(element: XmlElement | undefined): string | undefined {
  if (element === undefined) return undefined;
  const text = plainText(richText(element));
  return text === '' ? undefined : text;
}

/** Like {@link richText}, with undefined for an element that is missing or empty. */
export function richTextOf(element: XmlElement | undefined): RichText | undefined {
  if (element === undefined) return undefined;
  const text = richText(element);
  return text === '' ? undefined : text;
}

/** Blanks collapsed to one, letters in NFC. Ends are kept, since more text may follow. */
export function tidy(text: string): string {
  return MAY_CHANGE.test(text) ? text.replace(BLANKS, ' ').normalize('NFC') : text;
}

/** Text as it is read, which remembers whether the last letter was a blank. */
class Flow {
  readonly pieces: Draft = [];
  #afterBlank = true;

  read(element: XmlElement, into: Draft): void {
    for (const node of element.children) {
      if (typeof node === 'string') this.#addText(node, into);
      else if (node.name === 'math') this.#addMath(node, into);
      else if (FORMAT.has(node.name)) this.#addFormat(node, into);
      else if (node.name === 'DispFormula') this.#addApart(node, into);
      else this.read(node, into);
    }
  }

  /** A plain string where no markup came. */
  finish(): RichText {
    if (this.#afterBlank) trimEnd(this.pieces);
    if (this.pieces.length === 0) return '';
    const [only] = this.pieces;
    if (this.pieces.length === 1 && typeof only === 'string') return only.trim();
    return this.pieces;
  }

  #addText(text: string, into: Draft): void {
    let tidied = tidy(text);
    if (this.#afterBlank && tidied.startsWith(' ')) tidied = tidied.slice(1);
    if (tidied === '') return;
    this.#afterBlank = tidied.endsWith(' ');
    const last = into.length - 1;
    const before = into[last];
    if (typeof before === 'string') into[last] = before + tidied;
    else into.push(tidied);
  }

  #addFormat(element: XmlElement, into: Draft): void {
    const inside: Draft = [];
    this.read(element, inside);
    const [only] = inside;
    if (only === undefined) return;
    if (inside.length === 1 && only === ' ') {
      this.#afterBlank = false;
      this.#addText(' ', into);
    } else {
      // Only names of FORMAT_TAGS come here.
      into.push([element.name as RichTag, ...inside]);
    }
  }

  #addApart(element: XmlElement, into: Draft): void {
    this.#addText(' ', into);
    this.read(element, into);
    this.#addText(' ', into);
  }

  #addMath(element: XmlElement, into: Draft): void {
    const inside = mathPieces(element);
    if (inside.length === 0) return;
    into.push(['math', ...inside]);
    this.#afterBlank = false;
  }
}

/** Blanks between MathML elements mean nothing; empty elements do (`none`, `mspace`). */
function mathPieces(element: XmlElement): Draft {
  const pieces: Draft = [];
  for (const node of element.children) {
    if (typeof node === 'string') {
      const text = tidy(node).replace(OUTER_BLANKS, '');
      if (text !== '') pieces.push(text);
    } else if (MATH.has(node.name)) {
      // Only names of MATH_TAGS come here.
      pieces.push([node.name as RichTag, ...mathPieces(node)]);
    } else if (!node.name.startsWith('annotation')) {
      pieces.push(...mathPieces(node));
    }
  }
  return pieces;
}

function trimEnd(pieces: Draft): void {
  const last = pieces.length - 1;
  const piece = pieces[last];
  if (typeof piece === 'string') {
    const trimmed = piece.trimEnd();
    if (trimmed === '') pieces.pop();
    else pieces[last] = trimmed;
  } else if (piece !== undefined && piece[0] !== 'math') {
    const [tag, ...inside] = piece;
    trimEnd(inside);
    pieces[last] = [tag, ...inside];
  }
}
