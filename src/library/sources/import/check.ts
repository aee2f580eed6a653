/**
 * The first look at a file, before anything is written: unpacked to its end and cut into records, so that a file that is cut off,
 * damaged or something else altogether changes nothing.
 */
import { createHash } from 'node:crypto';
import { AppError } from '#model/index.ts';
import { extractDeletions, parseXml, RecordSplitter } from '../pubmed/index.ts';
import type { SplitPart } from '../pubmed/index.ts';
import type { RecordSource } from './bytes.ts';
import { decoded } from './decode.ts';

export interface CheckedFile {
  /** SHA-256 of the file as it lies on disk. */
  readonly digest: string;
  /** PMIDs it takes back at its end. */
  readonly deletions: readonly string[];
}

/** @throws AppError `unreadable_file` with one sentence that names the file. */
export async function checkFile(source: RecordSource): Promise<CheckedFile> {
  const sum = createHash('sha256');
  const deletions: string[] = [];
  for await (const part of parts(source, (chunk) => sum.update(chunk))) {
    if (part.kind === 'deletions') deletions.push(...extractDeletions(parseXml(decoded(part.xml))));
  }
  return { digest: sum.digest('hex'), deletions };
}

/** The records and deletions of a file in their order. @throws AppError `unreadable_file` that names the file. */
export async function* parts(source: RecordSource, onRead: (chunk: Buffer) => void): AsyncGenerator<SplitPart> {
  const { name } = source;
  const splitter = new RecordSplitter();
  try {
    for await (const chunk of source.bytes(onRead)) yield* splitter.push(chunk);
    yield* splitter.end();
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.message.includes(name)) throw thrown;
    throw new AppError('unreadable_file', `The file ${name} was not imported. ${thrown.message}`, { cause: thrown });
  }
}
