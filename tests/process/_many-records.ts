/** Files of many small invented records, in versions that tell which half of a record is from which. */
import { writeFileSync } from 'node:fs';

export interface ManyRecords {
  readonly count: number;
  /** Stands in the title and in the abstract alike: a record with two of them would be half of each. */
  readonly mark: string;
  /** How many of the last records the file takes back at its end. */
  readonly deletions?: number;
}

const FIRST = 97_000_001;

/** PMIDs from 97000001 on. */
export function writeManyRecords(path: string, { count, mark, deletions = 0 }: ManyRecords): void {
  const records = Array.from({ length: count }, (_, n) => recordOf(FIRST + n, mark));
  const taken = Array.from({ length: deletions }, (_, n) => `<PMID Version="1">${FIRST + count - 1 - n}</PMID>`);
  const end = deletions === 0 ? '' : `<DeleteCitation>${taken.join('')}</DeleteCitation>\n`;
  writeFileSync(
    path,
    `<?xml version="1.0" encoding="UTF-8"?>\n<PubmedArticleSet>\n${records.join('\n')}\n${end}</PubmedArticleSet>\n`,
  );
}

function recordOf(pmid: number, mark: string): string {
  return (
    `<PubmedArticle><MedlineCitation Status="MEDLINE"><PMID Version="1">${pmid}</PMID><Article PubModel="Print"><Journal><JournalIssue CitedMedium="Print"><PubDate><Year>2024</Year></PubDate></JournalIssue><Title>Annals of Ward Medicine</Title></Journal>` +
    `<ArticleTitle>Hedgehogs of ${mark}, number ${pmid}.</ArticleTitle><Abstract><AbstractText>They were seen by ${mark} and were well.</AbstractText></Abstract><Language>eng</Language></Article></MedlineCitation></PubmedArticle>`
  );
}
