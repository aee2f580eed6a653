/** PubMed files made of another's records, for measurements: the same over and over, or only some of them. */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { importStages } from '#library/index.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<PubmedArticleSet>\n';
const FOOT = '</PubmedArticleSet>\n';
/** Higher than any PMID, so that no copy of a record is another version of one. */
const PMID_STEP = 100_000_000;
const PMID = /(<PMID[^>]*>)(\d+)</g;
const ARTICLE = '<PubmedArticle';

/** The records of `file` so many times, each time under other PMIDs, without its deletions. */
export async function writeRepeated(file: string, path: string, times: number): Promise<void> {
  await writeSet(path, 1, async function* () {
    for (let copy = 0; copy < times; copy += 1)
      for await (const part of importStages(file).cut()) if (part.kind === 'record') yield renumbered(part.xml, copy);
  });
}

/** What `writeArticles` passed over. */
export interface LeftOut {
  books: number;
  deletions: number;
  /** Not read by this program either: no reader could go past it. */
  unreadable: number;
  stops: number;
}

/**
 * The journal articles of `file`: no books, no deletions, nothing broken.
 * @param stops places of articles, counted from 0 over those that would be written without it, that are passed over too.
 */
export async function writeArticles(file: string, path: string, stops: ReadonlySet<number>): Promise<LeftOut> {
  const left: LeftOut = { books: 0, deletions: 0, unreadable: 0, stops: 0 };
  const stages = importStages(file);
  let place = 0;
  await writeSet(path, 6, async function* () {
    for await (const part of stages.cut()) {
      if (part.kind === 'deletions') left.deletions += 1;
      else if (stages.read(part) === undefined) left.unreadable += 1;
      else if (!isArticle(part.xml)) left.books += 1;
      else if (stops.has(place++)) left.stops += 1;
      else yield part.xml;
    }
  });
  return left;
}

function isArticle(xml: Uint8Array): boolean {
  return Buffer.from(xml.buffer, xml.byteOffset, ARTICLE.length).toString('latin1') === ARTICLE;
}

/** As Latin-1 every byte is one character, so that all but the digits comes out as it went in. */
function renumbered(xml: Uint8Array, copy: number): Uint8Array {
  const written = Buffer.from(xml.buffer, xml.byteOffset, xml.byteLength).toString('latin1');
  const moved = written.replace(PMID, (_, tag: string, pmid: string) => `${tag}${Number(pmid) + copy * PMID_STEP}<`);
  return Buffer.from(moved, 'latin1');
}

async function writeSet(path: string, level: number, records: () => AsyncGenerator<Uint8Array>): Promise<void> {
  const lines = async function* (): AsyncGenerator<string | Uint8Array> {
    yield HEAD;
    for await (const record of records()) {
      yield record;
      yield '\n';
    }
    yield FOOT;
  };
  await pipeline(Readable.from(lines(), { objectMode: false }), createGzip({ level }), createWriteStream(path));
}
