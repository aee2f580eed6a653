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

/** A tag whose end is not there yet. */
interface Unfinished {
  readonly kind: 'unfinished';
  readonly at: number;
}

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;

/** How the names of records and sets begin. */
const RECORD_OR_SET = Buffer.from('Pubmed');
const DELETION = Buffer.from(DELETIONS);
/** The longest beginning of a mark in which its name is not whole. */
const LONGEST_BEGINNING = '</'.length + DELETION.length - 1;

/** How far is looked at a time, so that looking for one thing never runs far past another. */
const STRETCH = 16 * 1024;

/**
 * The next mark at or after an index. Tags inside comments and literal text (CDATA) are words and no marks. Looks for the
 * rare letters that a mark cannot be without: a look at each byte would cost more than all else.
 */
export function nextMark(bytes: Buffer, from: number): Mark | Wait {
  let at = from;
  for (;;) {
    const to = Math.min(bytes.length, at + STRETCH);
    const tag = nextTag(bytes, at, to);
    const declaration = nextDeclaration(bytes, at, tag?.at ?? to);
    if (declaration !== undefined) {
      const past = pastDeclaration(bytes, declaration);
      if (typeof past !== 'number') return past;
      at = past;
    } else if (tag !== undefined) {
      return tag.kind === 'unfinished' ? { kind: 'wait', from: tag.at } : tag;
    } else {
      at = Math.max(at, to - LONGEST_BEGINNING);
      if (to === bytes.length) return { kind: 'wait', from: at };
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

/** The first tag with a name of ours that shows its name in a stretch; undefined where none does. */
function nextTag(bytes: Buffer, from: number, to: number): Mark | Unfinished | undefined {
  const stretch = bytes.subarray(0, to);
  for (let nameAt = nextName(stretch, from); nameAt !== -1; nameAt = nextName(stretch, nameAt + 1)) {
    const at = bytes[nameAt - 1] === SLASH ? nameAt - 2 : nameAt - 1;
    const tag = at >= from && bytes[at] === LESS ? readTag(bytes, at, nameAt) : undefined;
    if (tag !== undefined) return tag;
  }
  return undefined;
}

function nextName(stretch: Buffer, from: number): number {
  const record = stretch.indexOf(RECORD_OR_SET, from);
  const before = record === -1 ? stretch : stretch.subarray(0, record);
  const deletion = before.indexOf(DELETION, from);
  return deletion === -1 ? record : deletion;
}

function readTag(bytes: Buffer, at: number, nameAt: number): Mark | Unfinished | undefined {
  // One letter more than the longest name, so that its end is seen.
  const rest = bytes.toString('latin1', nameAt, nameAt + 21);
  const name = /^[A-Za-z]*/.exec(rest)?.[0] ?? '';
  if (name.length === rest.length && rest.length < 21) return { kind: 'unfinished', at };
  if (!/^[\s/>]/.test(rest.slice(name.length))) return undefined;
  if (!RECORDS.has(name) && !SETS.has(name) && name !== DELETIONS) return undefined;
  const close = bytes.indexOf(GREATER, nameAt);
  if (close === -1) return { kind: 'unfinished', at };
  const isClosing = bytes[nameAt - 1] === SLASH;
  const kind = isClosing ? 'close' : bytes[close - 1] === SLASH ? 'empty' : 'open';
  return { kind, name, at, end: close + 1 };
}

/** The first `<!` or `<?` of a stretch. */
function nextDeclaration(bytes: Buffer, from: number, to: number): number | undefined {
  const stretch = bytes.subarray(from, to);
  const found = [tagBefore(stretch, BANG), tagBefore(stretch, QUESTION)].filter((at) => at !== -1);
  return found.length === 0 ? undefined : from + Math.min(...found);
}

function tagBefore(bytes: Buffer, letter: number): number {
  let at = bytes.indexOf(letter);
  while (at !== -1 && bytes[at - 1] !== LESS) at = bytes.indexOf(letter, at + 1);
  return at === -1 ? -1 : at - 1;
}
