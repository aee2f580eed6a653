/** The few tags of a PubMed file that say where its parts begin and end, found among all the others without reading them. */

/** `foreign` is what only the head of a document may hold: a second XML declaration, a DOCTYPE, an entity. */
export interface Mark {
  readonly kind: 'open' | 'empty' | 'close' | 'foreign';
  readonly name: string;
  /** Indexes into the bytes; `end` is exclusive. */
  readonly at: number;
  readonly end: number;
}

export const RECORDS: ReadonlySet<string> = new Set(['PubmedArticle', 'PubmedBookArticle']);
export const SETS: ReadonlySet<string> = new Set(['PubmedArticleSet', 'PubmedBookArticleSet']);
export const DELETIONS = 'DeleteCitation';

/** Where to go on looking once there are more bytes. */
export interface Wait {
  readonly kind: 'wait';
  readonly from: number;
}

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;
const CAPITAL_P = 0x50;
const CAPITAL_D = 0x44;

/** The next mark at or after an index. Tags inside comments and literal text (CDATA) are words and no marks. */
export function nextMark(bytes: Buffer, from: number): Mark | Wait {
  const { length } = bytes;
  let at = from;
  for (;;) {
    while (at < length && bytes[at] !== LESS) at += 1;
    if (at >= length) return { kind: 'wait', from: length };
    const second = bytes[at + 1];
    if (second === BANG || second === QUESTION) {
      const past = pastDeclaration(bytes, at);
      if (typeof past !== 'number') return past;
      at = past;
    } else if (second === undefined || mayBeMark(second === SLASH ? bytes[at + 2] : second)) {
      const mark = readTag(bytes, at);
      if (mark !== undefined) return mark;
      at += 1;
    } else {
      at += 1;
    }
  }
}

/** Whether bytes go on with that text at an index. */
export function standsAt(bytes: Buffer, at: number, text: string): boolean {
  return bytes.length >= at + text.length && bytes.toString('latin1', at, at + text.length) === text;
}

/** The index after a comment, literal text or instruction; its end has to be there. */
export function pastDeclaration(bytes: Buffer, at: number): number | Mark | Wait {
  const rest = bytes.toString('latin1', at, at + 9);
  if (rest.startsWith('<!--')) return past(bytes, at, 4, '-->');
  if (rest.startsWith('<![CDATA[')) return past(bytes, at, 9, ']]>');
  if (/^<\?(?!xml[ \t\r\n])/.test(rest) && rest.length > 5) return past(bytes, at, 2, '?>');
  if (rest.length < 9) return { kind: 'wait', from: at };
  const name = rest.startsWith('<?') ? 'xml' : (/^[A-Z]+/.exec(rest.slice(2))?.[0] ?? '');
  return { kind: 'foreign', name, at, end: at };
}

function past(bytes: Buffer, at: number, opening: number, closing: string): number | Wait {
  const close = bytes.indexOf(closing, at + opening);
  return close === -1 ? { kind: 'wait', from: at } : close + closing.length;
}

function mayBeMark(letter: number | undefined): boolean {
  return letter === CAPITAL_P || letter === CAPITAL_D || letter === undefined;
}

function readTag(bytes: Buffer, at: number): Mark | Wait | undefined {
  const isClosing = bytes[at + 1] === SLASH;
  const nameAt = at + (isClosing ? 2 : 1);
  // One letter more than the longest name, so that its end is seen.
  const rest = bytes.toString('latin1', nameAt, nameAt + 21);
  const name = /^[A-Za-z]*/.exec(rest)?.[0] ?? '';
  if (name.length === rest.length && rest.length < 21) return { kind: 'wait', from: at };
  if (!/^[\s/>]/.test(rest.slice(name.length))) return undefined;
  if (!RECORDS.has(name) && !SETS.has(name) && name !== DELETIONS) return undefined;
  const close = bytes.indexOf(GREATER, nameAt);
  if (close === -1) return { kind: 'wait', from: at };
  const kind = isClosing ? 'close' : bytes[close - 1] === SLASH ? 'empty' : 'open';
  return { kind, name, at, end: close + 1 };
}
