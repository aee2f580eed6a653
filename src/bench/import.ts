/** `attune bench import`: how fast records are read and indexed, and how much memory an import takes however long the file. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importStages } from '#library/index.ts';
import { inWords, rounded } from './figures.ts';
import type { Measured } from './figures.ts';
import { measureImport, measureIndexing, measureReading } from './import-parts.ts';
import type { ImportFigures, IndexFigures, ReadFigures } from './import-parts.ts';
import { thisMachine } from './machine.ts';
import { measuredApart } from './own-process.ts';
import type { PartName } from './own-process.ts';
import { measurePeer } from './peer.ts';
import type { PeerFigures } from './peer.ts';
import { writeRepeated } from './record-files.ts';

export interface ImportBench {
  readonly root: string;
  readonly file: string;
  /** One part in this process; absent for all, each in its own. */
  readonly part?: PartName | undefined;
  /** The file is read until that much XML was read. */
  readonly megabytes: number;
  /** Above 1: the import is measured on a file that many times as long, too. */
  readonly times: number;
  /** A Python to measure the peer with; absent where none is wanted. */
  readonly python?: string | undefined;
  readonly rounds: number;
  readonly say: (sentence: string) => void;
}

type LongFigures = ImportFigures & { readonly times: number };

/** @throws AppError `unreadable_file` with one sentence that names the file. */
export async function benchImport(bench: ImportBench): Promise<Measured> {
  const { file, part, megabytes } = bench;
  if (part === 'read') return { document: await measureReading(file, megabytes), sentences: [] };
  if (part === 'index') return { document: await measureIndexing(file), sentences: [] };
  if (part === 'import') return { document: await measureImport(file), sentences: [] };
  return measureAll(bench);
}

async function measureAll({ root, file, megabytes, times, python, rounds, say }: ImportBench): Promise<Measured> {
  await lookInto(file);
  const folder = mkdtempSync(join(tmpdir(), 'attune-bench-'));
  try {
    say(`Reading ${file} until ${megabytes} MB of XML are read …`);
    const reading = await measuredApart<ReadFigures>(root, file, 'read', ['--megabytes', String(megabytes)]);
    say('Indexing it …');
    const index = await measuredApart<IndexFigures>(root, file, 'index');
    say('Importing it …');
    const whole = await measuredApart<ImportFigures>(root, file, 'import');
    const long = times > 1 ? await measureLong(root, file, folder, times, say) : undefined;
    const peer =
      python === undefined ? undefined : await measurePeer({ root, file, python, folder, megabytes, rounds, say });
    if (typeof peer === 'string') say(peer);
    const { peakRssMb, ...imported } = whole;
    return {
      document: {
        ...thisMachine(),
        ...reading,
        peakRssMb,
        index,
        import: imported,
        ...(long === undefined ? {} : { long }),
        ...(typeof peer === 'string' ? { peerMissing: peer } : peerPart(peer)),
      },
      sentences: sentences(reading, index, whole, long, typeof peer === 'string' ? undefined : peer),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** So that a wrong path or another kind of file is told at once and alone. */
async function lookInto(file: string): Promise<void> {
  for await (const part of importStages(file).cut()) if (part.kind === 'record') return;
}

async function measureLong(
  root: string,
  file: string,
  folder: string,
  times: number,
  say: (sentence: string) => void,
): Promise<LongFigures> {
  say(`Importing it ${times} times as long, each copy under other PMIDs …`);
  const path = join(folder, 'long.xml.gz');
  await writeRepeated(file, path, times);
  const figures = await measuredApart<ImportFigures>(root, path, 'import');
  rmSync(path);
  return { times, ...figures };
}

function peerPart(peer: PeerFigures | undefined): object {
  return peer === undefined ? {} : { peer, ratioPeer: ratio(peer) };
}

function ratio(peer: PeerFigures): number {
  return rounded(peer.oursMbPerCpuSecond / peer.mbPerCpuSecond);
}

function sentences(
  reading: ReadFigures,
  index: IndexFigures,
  whole: ImportFigures,
  long: LongFigures | undefined,
  peer: PeerFigures | undefined,
): string[] {
  const imported = ({ recordsPerSecond, recordsPerCpuSecond, peakRssMb, bytesPerRecord }: ImportFigures): string =>
    `${inWords(recordsPerSecond)} records a second, ${inWords(recordsPerCpuSecond)} a CPU-second, at most ${peakRssMb} MB resident, ${inWords(bytesPerRecord)} bytes a record on disk.`;
  return [
    `${inWords(reading.mb)} MB of XML, ${inWords(reading.records)} records, ${inWords(reading.unreadable)} of them unreadable.`,
    `Reading (unpacked, cut, parsed, extracted): ${inWords(reading.mbPerCpuSecond)} MB and ${inWords(reading.recordsPerCpuSecond)} records a CPU-second.`,
    `Indexing (words, storage, index): ${inWords(index.recordsPerCpuSecond)} records a CPU-second.`,
    `The import: ${imported(whole)}`,
    ...(long === undefined ? [] : [`The import of a file ${long.times} times as long: ${imported(long)}`]),
    ...(peer === undefined
      ? []
      : [
          `pubmed_parser ${peer.version}: ${inWords(peer.mbPerCpuSecond)} MB a CPU-second on ${inWords(peer.input.records)} articles it can read; Attune reads ${inWords(peer.oursMbPerCpuSecond)} of the same, ${inWords(ratio(peer))} times as much.`,
        ]),
  ];
}
