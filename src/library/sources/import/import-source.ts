/** One source into the library: checked through, then read a second time in batches that readers see whole. */
import type { Library } from '../../port.ts';
import type { RecordSource } from './bytes.ts';
import { checkFile, parts } from './check.ts';
import { Intake } from './intake.ts';
import type { FileCounts } from './intake.ts';
import type { PrepareThread } from './prepare-thread.ts';
import type { Prepared, RawRecord } from './prepare.ts';

const BATCH_RECORDS = 25;
const BATCH_BYTES = 256 * 1024;
const UNDER_WAY = 3;

export interface ImportSourceOptions {
  readonly withoutAbstracts: boolean;
  /** Bytes of the source read in the second pass so far. */
  readonly onProgress: (bytes: number, records: number) => void;
  /** Told after each commit how many records of the source are in for good. */
  readonly onCommitted: (records: number) => void;
}

/**
 * A source that was cut off before is taken up behind its last committed batch; what was in by then counts as unchanged.
 * @throws AppError `unreadable_file`; then nothing of the source was written.
 */
export async function importSource(
  library: Library,
  thread: PrepareThread,
  source: RecordSource,
  options: ImportSourceOptions,
): Promise<FileCounts> {
  const checked = await checkFile(source);
  const intake = new Intake(library.writer(), source, checked, options);
  const known = intake.knownAlready();
  if (known !== undefined) return known;
  try {
    await intake.begin();
    let bytes = 0;
    const from = intake.recordsIn;
    for await (const prepared of preparedBatches(source, thread, from, (chunk) => (bytes += chunk.length))) {
      for (const record of prepared) intake.take(record);
      await intake.commitIfDue();
      options.onProgress(bytes, intake.counts.records);
    }
    intake.finish();
  } catch (thrown) {
    intake.rollback();
    throw thrown;
  }
  return intake.counts;
}

/** The source's records through the thread, in their order, with no more under way than keeps it busy. */
export async function* preparedBatches(
  source: RecordSource,
  thread: PrepareThread,
  skipped: number,
  onRead: (chunk: Buffer) => void,
): AsyncGenerator<Prepared[]> {
  const underWay: Promise<Prepared[]>[] = [];
  for await (const batch of rawBatches(source, skipped, onRead)) {
    underWay.push(thread.prepare(batch));
    if (underWay.length >= UNDER_WAY) yield await (underWay.shift() as Promise<Prepared[]>);
  }
  for (const batch of underWay) yield await batch;
}

async function* rawBatches(
  source: RecordSource,
  skipped: number,
  onRead: (chunk: Buffer) => void,
): AsyncGenerator<RawRecord[]> {
  let batch: RawRecord[] = [];
  let bytes = 0;
  for await (const part of parts(source, onRead)) {
    if (part.kind === 'deletions' || part.ordinal <= skipped) continue;
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
