/** What the writer does with each record of a source and, at the end, with its deletions and its mark. */
import type { RecordId } from '#model/index.ts';
import type { Writer } from '../../port.ts';
import type { RecordSource } from './bytes.ts';
import type { CheckedFile } from './check.ts';
import type { Prepared } from './prepare.ts';

/** Raised whenever the same bytes would give other records, so that a source that is in is read again. */
const READING = 1;
/** A batch of the writer is committed after so many milliseconds or records, so that little waits and little is lost. */
const COMMIT_AFTER = 1_000;
const COMMIT_RECORDS = 1_500;

export interface FileCounts {
  records: number;
  /** Before the file's own deletions. */
  added: number;
  updated: number;
  /** Deletions that hit a paper. */
  deleted: number;
  unchanged: number;
  quarantined: number;
  /** Records that an import of the same file had brought in before it was cut off; they are among the others. */
  resumed: number;
}

export function noCounts(): FileCounts {
  return { records: 0, added: 0, updated: 0, deleted: 0, unchanged: 0, quarantined: 0, resumed: 0 };
}

/** How far a source is in: kept with each batch, so that an import that was killed goes on behind it. */
interface Mark {
  readonly records: number;
  readonly quarantined: number;
}

interface IntakeOptions {
  readonly withoutAbstracts: boolean;
  readonly onCommitted: (records: number) => void;
}

export class Intake {
  readonly counts = noCounts();
  readonly #writer: Writer;
  readonly #source: RecordSource;
  readonly #checked: CheckedFile;
  readonly #reading: number;
  readonly #onCommitted: IntakeOptions['onCommitted'];
  readonly #takenBack: ReadonlySet<string>;
  #begun = 0;
  #committed = 0;

  constructor(writer: Writer, source: RecordSource, checked: CheckedFile, options: IntakeOptions) {
    this.#writer = writer;
    this.#source = source;
    this.#checked = checked;
    this.#reading = READING * 2 + (options.withoutAbstracts ? 1 : 0);
    this.#onCommitted = options.onCommitted;
    this.#takenBack = new Set(checked.deletions.map((pmid) => `pm${pmid}`));
  }

  /** How many records of the source were in when this intake began. */
  get recordsIn(): number {
    return this.#mark()?.records ?? 0;
  }

  /** The counts of a source whose every byte was applied before; undefined for any other. */
  knownAlready(): FileCounts | undefined {
    const applied = this.#writer.applied(this.#checked.digest, this.#reading);
    return applied && { ...noCounts(), records: applied.records, unchanged: applied.records };
  }

  async begin(): Promise<void> {
    await this.#writer.beginInTurn();
    this.#begun = performance.now();
    const mark = this.#mark();
    if (mark === undefined) {
      this.#writer.clearQuarantine(this.#source.key);
      return;
    }
    const { records, quarantined } = mark;
    this.#committed = records;
    Object.assign(this.counts, { records, quarantined, unchanged: records - quarantined, resumed: records });
  }

  take(record: Prepared): void {
    this.counts.records += 1;
    if (!('document' in record)) {
      this.#writer.quarantine({ file: this.#source.key, ...record });
      this.counts.quarantined += 1;
      return;
    }
    const { id } = record.document;
    const isGoneAlready = this.#takenBack.has(id) && this.#writer.isDeleted(id as RecordId);
    this.counts[isGoneAlready ? 'unchanged' : this.#writer.add(record.document)] += 1;
  }

  async commitIfDue(): Promise<void> {
    const { records, quarantined } = this.counts;
    if (performance.now() - this.#begun < COMMIT_AFTER && records - this.#committed < COMMIT_RECORDS) return;
    this.#writer.bookmark(this.#markName(), JSON.stringify({ records, quarantined } satisfies Mark));
    this.#writer.commit();
    this.#committed = records;
    this.#onCommitted(records);
    await this.#writer.beginInTurn();
    this.#begun = performance.now();
  }

  /** Deletions and the mark come in the last batch. A source with records set aside gets no mark: it is worth another try. */
  finish(): void {
    const { name } = this.#source;
    const { records, quarantined } = this.counts;
    for (const id of this.#takenBack) if (this.#writer.remove(id as RecordId, name)) this.counts.deleted += 1;
    if (quarantined === 0)
      this.#writer.fileApplied({ digest: this.#checked.digest, reading: this.#reading, name, records });
    this.#writer.bookmark(this.#markName(), undefined);
    this.#writer.commit();
    this.#onCommitted(records);
  }

  rollback(): void {
    this.#writer.rollback();
  }

  #mark(): Mark | undefined {
    const text = this.#writer.bookmarked(this.#markName());
    return text === undefined ? undefined : (JSON.parse(text) as Mark);
  }

  #markName(): string {
    return `import ${this.#checked.digest} ${this.#reading}`;
  }
}
