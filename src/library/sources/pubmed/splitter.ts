/**
 * Cuts a PubMed file into its records, byte by byte and without reading them, so that the records can be read side by side
 * and a broken one harms only itself. Holds one record at a time, whatever the size of the file.
 */
import { AppError } from '#model/index.ts';
import { ByteWindow } from './byte-window.ts';
import { readProlog } from './prolog.ts';

interface Part {
  readonly xml: Buffer;
  /** The line it begins on, from 1. */
  readonly line: number;
  /** The byte it begins on, from 0, in the uncompressed file. */
  readonly offset: number;
}

export interface RecordPart extends Part {
  readonly kind: 'record';
  /** The how-manieth record of the file, from 1; broken ones count. */
  readonly ordinal: number;
}

/** A record that is not closed before the next begins or the set ends; `xml` is its first two kilobytes. */
export interface BrokenPart extends Part {
  readonly kind: 'broken';
  readonly ordinal: number;
  readonly reason: string;
}

/** A `DeleteCitation` with all it lists. */
export interface DeletionsPart extends Part {
  readonly kind: 'deletions';
}

export type SplitPart = RecordPart | BrokenPart | DeletionsPart;

export interface SplitterOptions {
  /** Bytes of the largest record that is still read; 64 MB unless told otherwise. */
  readonly largestRecord?: number;
}

type Place = 'prolog' | 'set' | 'after';

/** A record that has begun. `searched` is as far as its end has been looked for, counted from where it begins. */
interface Opened {
  readonly name: string;
  readonly line: number;
  searched: number;
}

const LARGEST_RECORD = 64 * 1024 * 1024;
const EXCERPT = 2048;
const RECORDS = ['PubmedArticle', 'PubmedBookArticle'];
/** The longest of the marks that are looked for; a chunk may end within one. */
const LONGEST_MARK = 32;
const BLANK = new Set([0x20, 0x09, 0x0a, 0x0d]);

/**
 * Feed it the uncompressed bytes in any chunks, then call `end`. What is not a PubMed file, is cut off, or holds a second
 * document throws `unreadable_file` with one sentence; records may have been handed out before that shows, so look at the
 * whole file first where all or nothing is wanted.
 */
export class RecordSplitter {
  readonly #bytes = new ByteWindow();
  readonly #largest: number;
  #place: Place = 'prolog';
  #root = '';
  #opened: Opened | undefined;
  #ordinal = 0;

  constructor(options: SplitterOptions = {}) {
    this.#largest = options.largestRecord ?? LARGEST_RECORD;
  }

  /** The parts that are complete with this chunk. The chunk may be used again afterwards. */
  push(chunk: Buffer): SplitPart[] {
    this.#bytes.add(chunk);
    return this.#read(false);
  }

  /** The parts that only the end of the file completes; throws where the file ends too early. */
  end(): SplitPart[] {
    const parts = this.#read(true);
    if (this.#place === 'set') throw this.#cutOff();
    return parts;
  }

  #read(atEnd: boolean): SplitPart[] {
    const parts: SplitPart[] = [];
    if (this.#place === 'prolog') this.#readProlog(atEnd);
    if (this.#place === 'set') this.#readSet(parts);
    if (this.#place === 'after') this.#readRest(atEnd);
    return parts;
  }

  #readProlog(atEnd: boolean): void {
    const root = readProlog(this.#bytes.held, atEnd);
    if (root === undefined) return;
    this.#root = root.name;
    this.#bytes.drop(root.end);
    this.#place = root.isEmpty ? 'after' : 'set';
  }

  /** From one element of the set to the next, until the bytes run out or the set ends. */
  #readSet(parts: SplitPart[]): void {
    for (;;) {
      const part = this.#opened === undefined ? this.#nextElement() : this.#restOfElement(this.#opened);
      if (part === 'wait') return;
      if (part === 'end') {
        this.#place = 'after';
        return;
      }
      if (part !== 'next') parts.push(part);
    }
  }

  #nextElement(): SplitPart | 'wait' | 'end' | 'next' {
    const bytes = this.#bytes;
    const start = bytes.held.indexOf('<');
    bytes.drop(start === -1 ? bytes.held.length : start);
    const { held } = bytes;
    if (startsWith(held, '<!--')) return this.#passOver('-->', 4);
    if (startsWith(held, '<![CDATA[')) return this.#passOver(']]>', 9);
    const close = held.indexOf('>');
    if (close === -1) {
      if (held.length > this.#largest) throw this.#tooLarge(bytes.line);
      return 'wait';
    }
    this.#refuseAnotherDocument(held.subarray(0, close + 1), bytes.line);
    if (held[1] === 0x2f) return this.#closingTag(close);
    const name = tagName(held, 1);
    const isRecord = RECORDS.includes(name);
    if (!isRecord && name !== 'DeleteCitation') {
      bytes.drop(close + 1);
      return 'next';
    }
    if (isRecord) this.#ordinal += 1;
    const opened = { name, line: bytes.line, searched: close + 1 };
    if (held[close - 1] === 0x2f) return this.#whole(opened, close + 1);
    this.#opened = opened;
    return 'next';
  }

  #closingTag(close: number): SplitPart | 'end' | 'next' {
    const name = tagName(this.#bytes.held, 2);
    if (RECORDS.includes(name)) {
      this.#ordinal += 1;
      const opened = { name, line: this.#bytes.line, searched: close + 1 };
      return this.#broken(opened, close + 1, `A record ends here (</${name}>) that never began.`);
    }
    this.#bytes.drop(close + 1);
    return name === this.#root ? 'end' : 'next';
  }

  /** Looks for the closing tag, past comments and literal text, in which a tag is only words. */
  #restOfElement(opened: Opened): SplitPart | 'wait' {
    const { held } = this.#bytes;
    for (;;) {
      const mark = nextMark(held, opened.searched);
      // A mark may stand across two chunks: what could be its beginning is looked at again.
      const surelyWithout = Math.max(opened.searched, held.length - LONGEST_MARK);
      if (mark === -1) opened.searched = surelyWithout;
      const end = mark === -1 ? 'wait' : this.#judge(opened, mark);
      if (end === 'wait') {
        if (held.length > this.#largest) throw this.#tooLarge(opened.line);
        return 'wait';
      }
      if (end !== 'next') return end;
    }
  }

  /** What the mark at `at` means for the open element; moves `searched` past it where it means nothing. */
  #judge(opened: Opened, at: number): SplitPart | 'wait' | 'next' {
    const { held } = this.#bytes;
    const opening = [
      ['<!--', '-->'],
      ['<![CDATA[', ']]>'],
    ] as const;
    for (const [from, to] of opening) {
      if (!startsWith(held, from, at)) continue;
      const close = held.indexOf(to, at + from.length);
      if (close === -1) return 'wait';
      opened.searched = close + to.length;
      return 'next';
    }
    const close = held.indexOf('>', at);
    if (close === -1) return 'wait';
    const isClosing = held[at + 1] === 0x2f;
    const name = tagName(held, isClosing ? at + 2 : at + 1);
    if (isClosing && name === opened.name) return this.#whole(opened, close + 1);
    if (isClosing ? name === this.#root || RECORDS.includes(name) : isTopLevel(name)) {
      return this.#brokenBy(opened, at, isClosing, name);
    }
    this.#refuseAnotherDocument(held.subarray(at, close + 1), this.#bytes.lineAt(at));
    opened.searched = close + 1;
    return 'next';
  }

  #brokenBy(opened: Opened, at: number, isClosing: boolean, name: string): BrokenPart | DeletionsPart {
    const before = name === this.#root ? `the set ends` : isClosing ? `another record ends` : `the next element begins`;
    const reason = `The ${opened.name} is not closed before ${before} at line ${this.#bytes.lineAt(at)}.`;
    if (opened.name === 'DeleteCitation') throw new AppError('unreadable_file', reason);
    return this.#broken(opened, isClosing && name !== this.#root ? this.#bytes.held.indexOf('>', at) + 1 : at, reason);
  }

  #whole(opened: Opened, length: number): SplitPart {
    if (length > this.#largest) throw this.#tooLarge(opened.line);
    const part = { xml: Buffer.from(this.#bytes.held.subarray(0, length)), line: opened.line, offset: this.#bytes.offset };
    this.#leave(length);
    return opened.name === 'DeleteCitation'
      ? { kind: 'deletions', ...part }
      : { kind: 'record', ordinal: this.#ordinal, ...part };
  }

  #broken(opened: Opened, length: number, reason: string): BrokenPart {
    const { held, offset } = this.#bytes;
    const xml = Buffer.from(held.subarray(0, Math.min(length, EXCERPT)));
    this.#leave(length);
    return { kind: 'broken', ordinal: this.#ordinal, reason, xml, line: opened.line, offset };
  }

  #leave(length: number): void {
    this.#bytes.drop(length);
    this.#opened = undefined;
  }

  #passOver(mark: string, from: number): 'wait' | 'next' {
    const close = this.#bytes.held.indexOf(mark, from);
    if (close === -1) {
      if (this.#bytes.held.length > this.#largest) throw this.#tooLarge(this.#bytes.line);
      return 'wait';
    }
    this.#bytes.drop(close + mark.length);
    return 'next';
  }
}
