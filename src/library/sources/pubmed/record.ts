/** One record of a PubMed file to one paper, whichever of the two kinds it is. */
import type { Paper } from '#model/index.ts';
import { AppError } from '#model/index.ts';
import { extractArticle } from './article.ts';
import type { Key } from './book.ts';
import { extractBook } from './book.ts';
import { normalisePmid } from './identifiers.ts';
import { textOf } from './text.ts';
import { child, childrenOf } from './tree-walk.ts';
import type { XmlElement } from './xml-tree.ts';

/**
 * The paper of a `PubmedArticle` or `PubmedBookArticle`, with every field the record gives.
 * Throws `unreadable_file` for another element, and for a record without a PMID or with an impossible version.
 */
export function extractPaper(record: XmlElement): Paper {
  switch (record.name) {
    case 'PubmedArticle':
      return extractArticle(record, readKey(child(record, 'MedlineCitation')));
    case 'PubmedBookArticle':
      return extractBook(record, readKey(child(record, 'BookDocument')));
    default:
      throw new AppError('unreadable_file', `A record should be a PubmedArticle; this one is a ${record.name}.`);
  }
}

/** The PMIDs that a `DeleteCitation` takes back. What it lists without a PMID is passed over. */
export function extractDeletions(element: XmlElement): string[] {
  return childrenOf(element, 'PMID')
    .map((each) => normalisePmid(textOf(each)))
    .filter((pmid) => pmid !== undefined);
}

function readKey(holder: XmlElement | undefined): Key {
  const element = child(holder, 'PMID');
  const text = textOf(element);
  const pmid = normalisePmid(text);
  if (pmid === undefined) {
    const found = text === undefined ? 'There is none' : `Here stands "${text.slice(0, 40)}"`;
    throw new AppError('unreadable_file', `A record needs a PMID, which is a number. ${found}.`);
  }
  const version = element?.attributes['Version']?.trim() ?? '1';
  if (!/^[1-9]\d{0,5}$/.test(version)) {
    throw new AppError(
      'unreadable_file',
      `The record with PMID ${pmid} has the version "${version.slice(0, 40)}", which should be a number from 1.`,
    );
  }
  return { pmid, version: Number(version) };
}
