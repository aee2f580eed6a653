/** Files into a library: each checked before anything is written, one bad record never stopping a file, one bad file never the others. */
import { AppError, toAppError } from '#model/index.ts';
import type { PaperSource } from '#model/index.ts';
import { storageFailure } from '#storage/index.ts';
import type { Library } from '../../port.ts';
import { fileSource } from './bytes.ts';
import { listFiles } from './file-list.ts';
import { importSource } from './import-source.ts';
import { noCounts } from './intake.ts';
import type { FileCounts } from './intake.ts';
import { PrepareThread } from './prepare-thread.ts';

export interface ImportReport extends Readonly<FileCounts> {
  readonly files: readonly { readonly name: string; readonly error?: string }[];
  readonly seconds: number;
  /** User and system time of all threads. */
  readonly cpuSeconds: number;
}

export interface ImportProgress {
  readonly file: string;
  /** Of all files together, as they lie on disk. */
  readonly bytesDone: number;
  readonly bytesTotal: number;
  readonly records: number;
}

export interface ImportOptions {
  /** Sources whose abstracts are not kept. */
  readonly withoutAbstracts: readonly PaperSource[];
  /** Ends the import between two batches; what was committed stays. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Told after each commit how many records, of all files together, are in for good. */
  readonly onCommitted?: (records: number) => void;
}

/**
 * Reads files and folders of PubMed XML in the order given. A refused file changes nothing and is reported with its sentence.
 * @throws AppError only where the library itself fails, such as a full disk; what was committed before stays.
 */
export async function importFiles(
  library: Library,
  names: readonly string[],
  options: ImportOptions,
): Promise<ImportReport> {
  const started = performance.now();
  const cpu = process.cpuUsage();
  const listed = listFiles(names);
  const bytesTotal = listed.reduce((sum, file) => sum + ('bytes' in file ? file.bytes : 0), 0);
  const thread = new PrepareThread(options.withoutAbstracts);
  const counts = noCounts();
  const files: { name: string; error?: string }[] = [];
  let bytesBefore = 0;
  try {
    for (const file of listed) {
      if ('error' in file) {
        files.push({ name: file.name, error: file.error.message });
        continue;
      }
      const before = counts.records;
      const outcome = await tried(() =>
        importSource(library, thread, fileSource(file), {
          withoutAbstracts: options.withoutAbstracts.includes('pubmed'),
          onCommitted: (records) => options.onCommitted?.(before + records),
          onProgress: (bytes, records) => {
            options.signal?.throwIfAborted();
            options.onProgress?.({
              file: file.name,
              bytesDone: bytesBefore + bytes,
              bytesTotal,
              records: before + records,
            });
          },
        }),
      );
      bytesBefore += file.bytes;
      if (outcome instanceof AppError) files.push({ name: file.name, error: outcome.message });
      else {
        files.push({ name: file.name });
        for (const key of Object.keys(counts) as (keyof FileCounts)[]) counts[key] += outcome[key];
      }
    }
  } finally {
    await thread.close();
  }
  const used = process.cpuUsage(cpu);
  return {
    files,
    ...counts,
    seconds: round((performance.now() - started) / 1000),
    cpuSeconds: round((used.user + used.system) / 1e6),
  };
}

async function tried(work: () => Promise<FileCounts>): Promise<FileCounts | AppError> {
  try {
    return await work();
  } catch (thrown) {
    const failure = storageFailure(thrown);
    const error = toAppError(failure);
    if (error.code !== 'unreadable_file') throw failure;
    return error;
  }
}

function round(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}
