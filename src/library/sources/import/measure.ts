/** The stages of an import one by one, so that each can be measured without the others. No import goes this way. */
import { AppError } from '#model/index.ts';
import type { Paper } from '#model/index.ts';
import { documentOf } from '../../engine/document.ts';
import type { Library } from '../../port.ts';
import { extractDeletions, parseXml } from '../pubmed/index.ts';
import type { SplitPart } from '../pubmed/index.ts';
import { fileSource } from './bytes.ts';
import { parts } from './check.ts';
import { decoded } from './decode.ts';
import { listFiles } from './file-list.ts';
import { readRecord } from './prepare.ts';

export interface ImportStages {
  /** Unpacked and cut. @param onUnpacked told the bytes of each unpacked stretch. @throws AppError `unreadable_file`. */
  cut(onUnpacked?: (bytes: number) => void): AsyncGenerator<SplitPart>;
  /** Parsed and extracted whole; undefined for deletions and for what an import would set aside. */
  read(part: SplitPart): Paper | undefined;
  /** Words prepared, stored and indexed, in one batch. */
  write(library: Library, papers: readonly Paper[]): void;
}

/** @throws AppError `unreadable_file` where there is no such file, or it is a folder. */
export function importStages(name: string): ImportStages {
  const file = fileSource(theFile(name));
  return {
    cut: (onUnpacked) =>
      parts({ ...file, bytes: (onRead) => counted(file.bytes(onRead), onUnpacked) }, () => undefined),
    read: readPart,
    write(library, papers) {
      const writer = library.writer();
      writer.begin();
      for (const paper of papers) writer.add(documentOf(paper));
      writer.commit();
    },
  };
}

function theFile(name: string): { readonly name: string; readonly path: string } {
  const [listed] = listFiles([name]);
  if (listed !== undefined && 'error' in listed) throw listed.error;
  if (listed?.name === name) return listed;
  throw new AppError('unreadable_file', `${name} is a folder. Name one of its files.`);
}

async function* counted(chunks: AsyncIterable<Buffer>, onUnpacked?: (bytes: number) => void): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    onUnpacked?.(chunk.length);
    yield chunk;
  }
}

function readPart(part: SplitPart): Paper | undefined {
  if (part.kind === 'broken') return undefined;
  if (part.kind === 'deletions') {
    extractDeletions(parseXml(decoded(part.xml)));
    return undefined;
  }
  try {
    return readRecord(part.xml);
  } catch {
    return undefined;
  }
}
