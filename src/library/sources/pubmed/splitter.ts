/**
 * Cuts a PubMed file into its records without reading them, so that the records can be read side by side and a broken one
 * harms only itself. Holds one record at a time, whatever the size of the file.
 */
import { AppError } from '#model/index.ts';
import { ByteWindow } from './byte-window.ts';
import type { Mark } from './marks.ts';
import { DELETIONS, nextMark, pastDeclaration, RECORDS, SETS, standsAt } from './marks.ts';
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

/** The element that has begun at the first held byte. */
interface Opened {
  readonly name: string;
  readonly line: number;
}

const LARGEST_RECORD = 64 * 1024 * 1024;
const EXCERPT = 2048;
const BLANK = new Set([0x20, 0x09, 0x0a, 0x0d]);

/**
 * Feed it the uncompressed bytes in any chunks, then call `end`. What is no PubMed file, is cut off, or holds a second
 * document throws `unreadable_file` with one sentence. Records may have been handed out before that shows: where all or
 * nothing is wanted, go through the whole file first.
 */
export class RecordSplitter {
  readonly #bytes = new ByteWindow();
  readonly #largest: number;
  #place: 'prolog' | 'set' | 'after' = 'prolog';
  #root = '';
  #opened: Opened | undefined;
  #ordinal = 0;
  /** How many of the held bytes have been looked through. */
  #searched = 0;

  constructor(options: SplitterOptions = {}) {
    this.#largest = options.largestRecord ?? LARGEST_RECORD;
  }

  /** The parts that are complete with this chunk, whose memory may be used again afterwards. */
  push(chunk: Buffer): SplitPart[] {
    this.#bytes.add(chunk);
    return this.#read(false);
  }

  /** Says that the file has ended. Throws where it ends too early. */
  end(): SplitPart[] {
    const parts = this.#read(true);
    if (this.#place === 'set') throw this.#cutOff();
    return parts;
  }

  #read(atEnd: boolean): SplitPart[] {
    const parts: SplitPart[] = [];
    if (this.#place === 'prolog') {
      const root = readProlog(this.#bytes.held, atEnd);
      if (root === undefined) return parts;
      this.#root = root.name;
      this.#drop(root.end);
      this.#place = root.isEmpty ? 'after' : 'set';
    }
    if (this.#place === 'set') this.#readSet(parts);
    if (this.#place === 'after') this.#readRest(atEnd);
    return parts;
  }

  /** Goes from mark to mark until the bytes run out or the set ends. Unknown elements between the records say nothing. */
  #readSet(parts: SplitPart[]): void {
    while (this.#place === 'set') {
      const mark = nextMark(this.#bytes.held, this.#searched);
      if (mark.kind === 'wait') {
        this.#searched = mark.from;
        if (this.#opened === undefined) this.#drop(mark.from);
        this.#checkSize(this.#bytes.held.length);
        return;
      }
      const part = this.#take(mark);
      if (part !== undefined) parts.push(part);
    }
  }

  #take(mark: Mark): SplitPart | undefined {
    if (mark.kind === 'foreign' || (mark.kind !== 'close' && SETS.has(mark.name))) throw this.#another(mark);
    if (mark.kind !== 'close') return this.#begin(mark);
    if (SETS.has(mark.name)) return this.#endSet(mark);
    if (this.#opened?.name === mark.name) return this.#whole(mark.end);
    if (this.#opened !== undefined) return this.#broken(mark.end, `ends as a ${mark.name}`, mark.at);
    if (!RECORDS.has(mark.name)) return this.#drop(mark.end);
    this.#drop(mark.at);
    this.#open(mark.name);
    return this.#broken(mark.end - mark.at, 'ends without having begun', 0);
  }

  #begin(mark: Mark): SplitPart | undefined {
    if (this.#opened !== undefined) return this.#broken(mark.at, `is not closed before a ${mark.name} begins`, mark.at);
    this.#drop(mark.at);
    this.#open(mark.name);
    if (mark.kind === 'empty') return this.#whole(mark.end - mark.at);
    this.#searched = mark.end - mark.at;
    return undefined;
  }

  #open(name: string): void {
    this.#opened = { name, line: this.#bytes.lineAt(0) };
    if (name !== DELETIONS) this.#ordinal += 1;
  }

  /** A record still open is handed out first; the mark is then met again. */
  #endSet(mark: Mark): SplitPart | undefined {
    if (this.#opened !== undefined) return this.#broken(mark.at, 'is not closed before the set ends', mark.at);
    if (mark.name === this.#root) this.#place = 'after';
    return this.#drop(mark.end);
  }

  #whole(length: number): SplitPart {
    this.#checkSize(length);
    const opened = this.#opened as Opened; // Asked for only where an element has begun.
    const xml = Buffer.from(this.#bytes.held.subarray(0, length));
    const part = { xml, line: opened.line, offset: this.#bytes.offset };
    this.#close(length);
    if (opened.name === DELETIONS) return { kind: 'deletions', ...part };
    return { kind: 'record', ordinal: this.#ordinal, ...part };
  }

  #broken(length: number, what: string, at: number): BrokenPart {
    const { name, line } = this.#opened as Opened; // As above.
    const reason = `The ${name} that begins at line ${line} ${what} at line ${this.#bytes.lineAt(at)}.`;
    if (name === DELETIONS) throw new AppError('unreadable_file', `${reason} What it takes back cannot be told.`);
    const xml = Buffer.from(this.#bytes.held.subarray(0, Math.min(length, EXCERPT)));
    const { offset } = this.#bytes;
    this.#close(length);
    return { kind: 'broken', ordinal: this.#ordinal, reason, xml, line, offset };
  }

  #close(length: number): void {
    this.#opened = undefined;
    this.#drop(length);
  }

  #drop(count: number): undefined {
    this.#bytes.drop(count);
    this.#searched = 0;
  }

  /** After the root only blanks, comments and instructions may come. */
  #readRest(atEnd: boolean): void {
    for (;;) {
      let { held } = this.#bytes;
      let at = 0;
      while (BLANK.has(held[at] ?? 0)) at += 1;
      this.#drop(at);
      held = this.#bytes.held;
      if (held.length === 0) return;
      const past = standsAt(held, 0, '<!') || standsAt(held, 0, '<?') ? pastDeclaration(held, 0) : undefined;
      const isUnfinished = typeof past === 'object' && past.kind === 'wait' ? !atEnd : held.length < 9 && !atEnd;
      if (typeof past === 'number') this.#drop(past);
      else if (isUnfinished) return;
      else throw this.#leftOver(held);
    }
  }

  #checkSize(length: number): void {
    if (length <= this.#largest) return;
    const what = this.#opened === undefined ? 'A comment' : `The ${this.#opened.name}`;
    const megabytes = Math.round(this.#largest / 1024 / 1024);
    const message = `${what} that begins at line ${this.#bytes.lineAt(0)} is larger than ${megabytes} MB, too large to be a record of PubMed.`;
    throw new AppError('unreadable_file', message);
  }

  #cutOff(): AppError {
    const { held } = this.#bytes;
    const place = `line ${this.#bytes.lineAt(held.length)}, before </${this.#root}>`;
    return new AppError('unreadable_file', `The file is cut off: it ends at ${place}. Download it again.`);
  }

  #leftOver(held: Buffer): AppError {
    const isDocument = standsAt(held, 0, '<?xml') || standsAt(held, 0, '<!DOCTYPE') || standsAt(held, 0, '<Pubmed');
    if (isDocument) return this.#second(this.#bytes.lineAt(0));
    const message = `At line ${this.#bytes.lineAt(0)} there is more after the end of the PubMed set.`;
    return new AppError('unreadable_file', message);
  }

  #another(mark: Mark): AppError {
    if (mark.name !== 'ENTITY') return this.#second(this.#bytes.lineAt(mark.at));
    const message = `The file defines an entity at line ${this.#bytes.lineAt(mark.at)}, which PubMed files never do.`;
    return new AppError('unreadable_file', message);
  }

  #second(line: number): AppError {
    const message = `A second document begins at line ${line}: several files were joined into one. Import each on its own.`;
    return new AppError('unreadable_file', message);
  }
}
