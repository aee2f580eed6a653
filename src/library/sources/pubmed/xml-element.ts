/** One record's XML as a light tree, and how the tree grows while the record is read from its first tag to its last. */
import { AppError } from '#model/index.ts';

export interface XmlElement {
  /** Local name: `math` for `mml:math`. */
  readonly name: string;
  /** True for MathML: by its prefix, or because it stands inside a `math` element. */
  readonly math: boolean;
  readonly attributes: Attributes;
  readonly children: readonly XmlNode[];
}

export type XmlNode = XmlElement | string;

export type Attributes = Readonly<Record<string, string>>;

/** What the name in a tag says of the element. */
export interface ElementName {
  readonly local: string;
  readonly isMath: boolean;
  /** `AuthorTypeSequence_type0`: a wrapper that an old SOAP client of NLM's wrote around the real elements. */
  readonly isWrapper: boolean;
}

interface OpenElement extends XmlElement {
  children: XmlNode[];
}

/** Shared by all elements until they hold something. */
const NOTHING: XmlNode[] = [];

/** Deeper than any record; keeps the functions that walk the tree within the stack. */
const DEEPEST = 200;
const MATH_PREFIX = 'mml:';
const WRAPPER = /(?:Choice|Sequence)_type\d$/;

export function elementName(name: string): ElementName {
  const isPrefixed = name.startsWith(MATH_PREFIX);
  const local = isPrefixed ? name.slice(MATH_PREFIX.length) : name;
  return { local, isMath: isPrefixed || local === 'math', isWrapper: WRAPPER.test(local) };
}

/** Takes the parts of a well-formed document in their order. Blanks are kept, since they matter in mixed text. */
export class TreeBuilder {
  readonly #document: OpenElement = { name: '', math: false, attributes: {}, children: NOTHING };
  readonly #open: OpenElement[] = [];
  #top = this.#document;

  /** Throws `unreadable_file` where elements are nested without end. Wrappers are looked through. */
  open({ local, isMath, isWrapper }: ElementName, attributes: Attributes): void {
    if (this.#open.length >= DEEPEST) {
      throw new AppError('unreadable_file', `The record's elements are nested more than ${DEEPEST} deep.`);
    }
    const above = this.#top;
    this.#open.push(above);
    if (isWrapper) return;
    const element: OpenElement = { name: local, math: isMath || above.math, attributes, children: NOTHING };
    add(above, element);
    this.#top = element;
  }

  text(text: string): void {
    if (this.#top !== this.#document) add(this.#top, text);
  }

  close(): void {
    this.#top = this.#open.pop() ?? this.#document;
  }

  /** Throws `unreadable_file` where there was no element. */
  root(): XmlElement {
    const root = this.#document.children[0];
    if (root === undefined || typeof root === 'string') {
      throw new AppError('unreadable_file', 'The record holds no element.');
    }
    return root;
  }
}

/** Most elements hold one thing, for which an array made with it is several times smaller than one that is pushed to. */
function add(element: OpenElement, node: XmlNode): void {
  if (element.children === NOTHING) element.children = [node];
  else element.children.push(node);
}
