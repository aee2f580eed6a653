/** The head of a file: decides whether it is a PubMed set at all, and says in one sentence what it is if not. */
import { AppError } from '#model/index.ts';
import { pastDeclaration, SETS } from './marks.ts';

export interface Root {
  readonly name: string;
  /** Index after its opening tag. */
  readonly end: number;
  /** `<PubmedArticleSet/>`: a set of nothing. */
  readonly isEmpty: boolean;
}

const LONGEST_PROLOG = 1024 * 1024;
const UTF_8 = /^(?:utf-?8|us-ascii|ascii)$/i;
const BLANK = new Set([0x20, 0x09, 0x0a, 0x0d]);
const LESS = 0x3c;

/**
 * The root element, or undefined while its tag is not whole. A document type that points elsewhere is passed over and never
 * fetched; one that defines anything itself is refused, since it could make the text mean something else.
 * Throws `unreadable_file`.
 */
export function readProlog(bytes: Buffer, atEnd: boolean): Root | undefined {
  const root = bytes.length < 4 && !atEnd ? undefined : findRoot(bytes);
  if (root !== undefined) return root;
  if (bytes.length > LONGEST_PROLOG) throw refused('It has no beginning of a PubMed set in its first megabyte.');
  if (!atEnd) return undefined;
  if (bytes.length === 0) throw refused('The file is empty.');
  throw refused('The file holds no PubMed set: it ends before one begins.');
}

function findRoot(bytes: Buffer): Root | undefined {
  let at = pastByteOrderMark(bytes);
  let isFirst = true;
  for (;;) {
    while (BLANK.has(bytes[at] ?? 0)) at += 1;
    if (at >= bytes.length) return undefined;
    if (bytes[at] !== LESS) {
      throw refused(
        isFirst
          ? 'The file is not XML: it does not begin with "<".'
          : 'The file is not XML that can be read: there is text before its first element.',
      );
    }
    const rest = bytes.toString('latin1', at, at + 9);
    if (/^<[^!?]/.test(rest)) return readRoot(bytes, at);
    const past = isFirst && /^<\?xml\s/.test(rest) ? pastXmlDeclaration(bytes, at) : pastOther(bytes, at, rest);
    if (past === undefined) return undefined;
    at = past;
    isFirst = false;
  }
}

function pastByteOrderMark(bytes: Buffer): number {
  const [first, second, third] = bytes;
  const isUtf16 = (first === 0xfe && second === 0xff) || (first === 0xff && second === 0xfe);
  if (isUtf16 || (first === LESS && second === 0) || (first === 0 && second === LESS)) {
    throw refused('The file is encoded in UTF-16. Save it as UTF-8 and import it again.');
  }
  return first === 0xef && second === 0xbb && third === 0xbf ? 3 : 0;
}

function pastXmlDeclaration(bytes: Buffer, at: number): number | undefined {
  const close = bytes.indexOf('?>', at);
  if (close === -1) return undefined;
  const encoding = /\sencoding\s*=\s*["']([^"']*)["']/.exec(bytes.toString('latin1', at, close))?.[1];
  if (encoding !== undefined && !UTF_8.test(encoding)) {
    throw refused(
      `The file says that it is encoded in ${encoding.slice(0, 40)}. Save it as UTF-8 and import it again.`,
    );
  }
  return close + 2;
}

function pastOther(bytes: Buffer, at: number, rest: string): number | undefined {
  if (rest === '<!DOCTYPE') return pastDocumentType(bytes, at);
  const past = pastDeclaration(bytes, at);
  if (typeof past === 'number') return past;
  if (past.kind === 'wait') return undefined;
  if (past.name === 'ENTITY') throw definesEntities();
  throw refused(`The file is not XML that can be read: "${rest}" stands before its first element.`);
}

function pastDocumentType(bytes: Buffer, at: number): number | undefined {
  let quote = '';
  for (let index = at; index < bytes.length; index += 1) {
    const letter = String.fromCharCode(bytes[index] ?? 0);
    if (quote !== '') {
      if (letter === quote) quote = '';
    } else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '[') throw definesEntities();
    else if (letter === '>') return index + 1;
  }
  return undefined;
}

function readRoot(bytes: Buffer, at: number): Root | undefined {
  const close = bytes.indexOf('>', at);
  if (close === -1) return undefined;
  const name = /^[^\s/>]*/.exec(bytes.toString('utf8', at + 1, close + 1))?.[0] ?? '';
  if (!SETS.has(name)) throw refused(describeRoot(name.slice(0, 60)));
  return { name, end: close + 1, isEmpty: bytes[close - 1] === 0x2f };
}

function describeRoot(name: string): string {
  if (/^html$/i.test(name))
    return 'The file is a web page and not a PubMed file. Download the XML itself and import that.';
  return `The file is not a PubMed set: its outermost element is ${name}, and should be PubmedArticleSet.`;
}

function definesEntities(): AppError {
  return refused(
    'The file defines entities or elements of its own in its DOCTYPE, which PubMed files never do. It was not read.',
  );
}

function refused(sentence: string): AppError {
  return new AppError('unreadable_file', sentence);
}
