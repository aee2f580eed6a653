/**
 * What is measured of an import, each part alone in its process: reading without indexing, indexing without reading, and the
 * import as it is, for its memory.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '#model/index.ts';
import type { Paper } from '#model/index.ts';
import { importFiles, importStages, openLibrary } from '#library/index.ts';
import type { Library } from '#library/index.ts';
import { cpuSeconds, peakRssMb, per, rounded } from './figures.ts';

const MB = 1e6;
/** So that a small file ends too, however often it would have to be read. */
const MOST_PASSES = 2_000;
const BATCH = 500;

/** Of one pass over the file: its size unpacked and its records. Rates are over all passes. */
export interface ReadFigures {
  readonly mb: number;
  readonly records: number;
  /** Records that an import would set aside. */
  readonly unreadable: number;
  readonly passes: number;
  readonly mbPerCpuSecond: number;
  readonly recordsPerCpuSecond: number;
}

export interface IndexFigures {
  readonly records: number;
  readonly recordsPerCpuSecond: number;
}

export interface ImportFigures {
  readonly records: number;
  readonly recordsPerSecond: number;
  readonly recordsPerCpuSecond: number;
  readonly bytesPerRecord: number;
  readonly peakRssMb: number;
}

/** Unpacks, cuts, parses and extracts the file as often as it takes to read `megabytes`. @throws AppError `unreadable_file`. */
export async function measureReading(file: string, megabytes: number): Promise<ReadFigures> {
  const before = cpuSeconds();
  const once = await readThrough(file);
  let passes = 1;
  for (; passes * once.bytes < megabytes * MB && passes < MOST_PASSES; passes += 1) await readThrough(file);
  const seconds = cpuSeconds() - before;
  const mb = once.bytes / MB;
  return {
    mb: rounded(mb),
    records: once.records,
    unreadable: once.unreadable,
    passes,
    mbPerCpuSecond: per(mb * passes, seconds),
    recordsPerCpuSecond: per(once.records * passes, seconds),
  };
}

async function readThrough(file: string): Promise<{ bytes: number; records: number; unreadable: number }> {
  const stages = importStages(file);
  const counted = { bytes: 0, records: 0, unreadable: 0 };
  for await (const part of stages.cut((count) => (counted.bytes += count))) {
    const paper = stages.read(part);
    if (part.kind === 'deletions') continue;
    counted.records += 1;
    if (paper === undefined) counted.unreadable += 1;
  }
  return counted;
}

/** Words, storage and index of the file's papers in a new library; reading them goes on between and is not counted. */
export async function measureIndexing(file: string): Promise<IndexFigures> {
  return inNewLibrary(async (library) => {
    const stages = importStages(file);
    let records = 0;
    let seconds = 0;
    const write = (papers: readonly Paper[]): void => {
      const before = cpuSeconds();
      stages.write(library, papers);
      seconds += cpuSeconds() - before;
      records += papers.length;
    };
    let batch: Paper[] = [];
    for await (const part of stages.cut()) {
      const paper = stages.read(part);
      if (paper !== undefined) batch.push(paper);
      if (batch.length < BATCH) continue;
      write(batch);
      batch = [];
    }
    write(batch);
    return { records, recordsPerCpuSecond: per(records, seconds) };
  });
}

/** The import itself into a new library. @throws AppError `unreadable_file` where it refuses the file. */
export async function measureImport(file: string): Promise<ImportFigures> {
  return inNewLibrary(async (library, folder) => {
    const report = await importFiles(library, [file], { withoutAbstracts: [] });
    const refused = report.files.find((each) => each.error !== undefined)?.error;
    if (refused !== undefined) throw new AppError('unreadable_file', refused);
    const { papers } = await library.state();
    await library.close();
    return {
      records: report.records,
      recordsPerSecond: per(report.records, report.seconds),
      recordsPerCpuSecond: per(report.records, report.cpuSeconds),
      bytesPerRecord: Math.round(statSync(join(folder, 'library.sqlite')).size / Math.max(papers, 1)),
      peakRssMb: peakRssMb(),
    };
  });
}

async function inNewLibrary<T>(work: (library: Library, folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'attune-bench-'));
  try {
    const library = await openLibrary(folder, { reading: 'here' });
    return await work(library, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
