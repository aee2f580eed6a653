/** One file into the library: checked through, then read a second time in batches that readers see whole. */
import type { RecordId } from '#model/index.ts';
import type { Library, Writer } from '../../port.ts';
import { checkFile, parts } from './check.ts';
import type { CheckedFile } from './check.ts';
import type { PrepareThread } from './prepare-thread.ts';
import type { Prepared, RawRecord } from './prepare.ts';

/** Raised whenever the same bytes would give other records, so that a file that is in is read again. */
const READING = 1;
const BATCH_RECORDS = 25;
const BATCH_BYTES = 256 * 1024;
const UNDER_WAY = 3;
/** A batch of the writer is committed at least that often, in milliseconds, so that nothing acknowledged waits long. */
const COMMIT_AFTER = 1_000;

export interface FileCounts {
  records: number;
  /** Before the file's own deletions. */
  added: number;
  updated: number;
  /** Deletions that hit a paper. */
  deleted: number;
  unchanged: number;
  quarantined: number;
}

export interface ImportFileOptions {
  readonly withoutAbstracts: boolean;
  /** Bytes of the file read in the second pass so far. */
  readonly onProgress: (bytes: number, records: number) => void;
}

/** @throws AppError `unreadable_file`; then nothing of the file was written. */
export async function importFile(
  library: Library,
  thread: PrepareThread,
  file: { readonly name: string; readonly path: string },
  options: ImportFileOptions,
): Promise<FileCounts> {
  const checked = await checkFile(file.name, file.path);
  const writer = library.writer();
  const reading = READING * 2 + (options.withoutAbstracts ? 1 : 0);
  const applied = writer.applied(checked.digest, reading);
  if (applied !== undefined) return { ...noCounts(), records: applied.records, unchanged: applied.records };

  const counts = noCounts();
  const intake = new Intake(writer, file.path, checked, counts);
  try {
    intake.begin();
    let bytes = 0;
    for await (const prepared of preparedBatches(file, thread, (chunk) => (bytes += chunk.length))) {
      for (const record of prepared) intake.take(record);
      intake.commitIfDue();
      options.onProgress(bytes, counts.records);
    }
    intake.finish(reading, file.name);
  } catch (thrown) {
    writer.rollback();
    throw thrown;
  }
  return counts;
}

export function noCounts(): FileCounts {
  return { records: 0, added: 0, updated: 0, deleted: 0, unchanged: 0, quarantined: 0 };
}

/** What the writer does with each record and, at the end, with the deletions and the mark of the file. */
class Intake {
  readonly #writer: Writer;
  readonly #path: string;
  readonly #checked: CheckedFile;
  readonly #counts: FileCounts;
  readonly #takenBack: ReadonlySet<string>;
  #begun = 0;

  constructor(writer: Writer, path: string, checked: CheckedFile, counts: FileCounts) {
    this.#writer = writer;
    this.#path = path;
    this.#checked = checked;
    this.#counts = counts;
    this.#takenBack = new Set(checked.deletions.map((pmid) => `pm${pmid}`));
  }

  begin(): void {
    this.#writer.begin();
    this.#writer.clearQuarantine(this.#path);
    this.#begun = performance.now();
  }

  take(record: Prepared): void {
    this.#counts.records += 1;
    if (!('document' in record)) {
      this.#writer.quarantine({ file: this.#path, ...record });
      this.#counts.quarantined += 1;
      return;
    }
    const { id } = record.document;
    const isGoneAlready = this.#takenBack.has(id) && this.#writer.isDeleted(id as RecordId);
    this.#counts[isGoneAlready ? 'unchanged' : this.#writer.add(record.document)] += 1;
  }

  commitIfDue(): void {
    if (performance.now() - this.#begun < COMMIT_AFTER) return;
    this.#writer.commit();
    this.#writer.begin();
    this.#begun = performance.now();
  }

  /** Deletions and the mark come in the last batch. A file with records set aside gets no mark: it is worth another try. */
  finish(reading: number, name: string): void {
    for (const id of this.#takenBack) if (this.#writer.remove(id as RecordId, name)) this.#counts.deleted += 1;
    if (this.#counts.quarantined === 0)
      this.#writer.fileApplied({ digest: this.#checked.digest, reading, name, records: this.#counts.records });
    this.#writer.commit();
  }
}

/** The file's records through the thread, in their order, with no more under way than keeps it busy. */
async function* preparedBatches(
  file: { readonly name: string; readonly path: string },
  thread: PrepareThread,
  onRead: (chunk: Buffer) => void,
): AsyncGenerator<Prepared[]> {
  const underWay: Promise<Prepared[]>[] = [];
  for await (const batch of rawBatches(file, onRead)) {
    underWay.push(thread.prepare(batch));
    if (underWay.length >= UNDER_WAY) yield await (underWay.shift() as Promise<Prepared[]>);
  }
  for (const batch of underWay) yield await batch;
}

async function* rawBatches(
  file: { readonly name: string; readonly path: string },
  onRead: (chunk: Buffer) => void,
): AsyncGenerator<RawRecord[]> {
  let batch: RawRecord[] = [];
  let bytes = 0;
  for await (const part of parts(file.name, file.path, onRead)) {
    if (part.kind === 'deletions') continue;
    const { ordinal, line, xml } = part;
    batch.push({
      ordinal,
      line,
      xml: new Uint8Array(xml),
      ...(part.kind === 'broken' ? { broken: part.reason } : {}),
    });
    bytes += xml.length;
    if (batch.length < BATCH_RECORDS && bytes < BATCH_BYTES) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield batch;
}
