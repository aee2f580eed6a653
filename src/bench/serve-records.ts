/** Papers made of the parts of real ones as a PubMed file, and which of them share a heading. */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { RecordId } from '#model/index.ts';
import { generator, paperOf } from './generated.ts';
import type { Generated } from './generated.ts';

/** Papers that share a heading, which somebody may be interested in. */
export interface Subject {
  readonly heading: string;
  readonly papers: readonly RecordId[];
}

export interface WrittenRecords {
  readonly ids: readonly RecordId[];
  /** The largest first. */
  readonly subjects: readonly Subject[];
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<PubmedArticleSet>\n';
const FOOT = '</PubmedArticleSet>\n';
/** A subject of a reader has as many papers as one likes and keeps, and at most this share of all: what everybody reads tells nobody apart. */
const FEWEST = 30;
const LARGEST_SHARE = 0.02;
const SUBJECTS = 150;

/**
 * @param corpus the papers that these are made of.
 * @throws AppError `unreadable_file` for the corpus.
 */
export async function writeRecords(corpus: string, count: number, path: string): Promise<WrittenRecords> {
  const make = await generator(corpus);
  const ids: RecordId[] = [];
  const members = new Map<string, RecordId[]>();
  const lines = function* (): Generator<string> {
    yield HEAD;
    for (let number = 0; number < count; number += 1) {
      const record = make(number);
      const { id, identifiers } = paperOf(record);
      ids.push(id);
      for (const heading of record.mesh) {
        const own = members.get(heading) ?? [];
        own.push(id);
        members.set(heading, own);
      }
      yield articleOf(record, identifiers.pmid ?? '');
    }
    yield FOOT;
  };
  await pipeline(Readable.from(lines(), { objectMode: false }), createWriteStream(path));
  const most = Math.max(count * LARGEST_SHARE, 5 * FEWEST);
  const subjects = [...members]
    .map(([heading, papers]): Subject => ({ heading, papers }))
    .filter(({ papers }) => papers.length >= FEWEST && papers.length <= most)
    .sort((one, other) => other.papers.length - one.papers.length)
    .slice(0, SUBJECTS);
  return { ids, subjects };
}

function articleOf({ title, abstract, mesh, journal, date }: Generated, pmid: string): string {
  const [year, month, day] = [Math.floor(date / 10_000), Math.floor(date / 100) % 100, date % 100];
  const on = `<Year>${year}</Year><Month>${month}</Month><Day>${day}</Day>`;
  const headings = mesh.map(
    (name) =>
      `<MeshHeading><DescriptorName UI="D000000" MajorTopicYN="N">${escaped(name)}</DescriptorName></MeshHeading>`,
  );
  return (
    `<PubmedArticle><MedlineCitation Status="MEDLINE"><PMID Version="1">${pmid}</PMID><Article PubModel="Print"><Journal>` +
    `<JournalIssue><PubDate>${on}</PubDate></JournalIssue>${journal === '' ? '' : `<Title>${escaped(journal)}</Title>`}</Journal>` +
    `<ArticleTitle>${escaped(title)}</ArticleTitle><Abstract><AbstractText>${escaped(abstract)}</AbstractText></Abstract>` +
    '<Language>eng</Language><PublicationTypeList><PublicationType UI="D016428">Journal Article</PublicationType></PublicationTypeList>' +
    `</Article>${headings.length === 0 ? '' : `<MeshHeadingList>${headings.join('')}</MeshHeadingList>`}</MedlineCitation>` +
    `<PubmedData><History><PubMedPubDate PubStatus="entrez">${on}</PubMedPubDate></History></PubmedData></PubmedArticle>\n`
  );
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
