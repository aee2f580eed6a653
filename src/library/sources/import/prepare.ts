/** A record as it stands in a file into what the writer takes; the part of an import that worker threads do. */
import { AppError, toAppError } from '#model/index.ts';
import type { Paper, PaperSource } from '#model/index.ts';
import { documentOf } from '../../engine/document.ts';
import type { Document } from '../../engine/document.ts';
import { withoutAbstract } from '../../display.ts';
import { decoded } from './decode.ts';
import { extractPaper, parseXml } from '../pubmed/index.ts';

export interface RawRecord {
  /** The how-manieth record of the file, from 1, and the line it begins on. */
  readonly ordinal: number;
  readonly line: number;
  readonly xml: Uint8Array;
  /** Why it is no whole record, where the file breaks off inside it. */
  readonly broken?: string;
}

export type Prepared =
  | { readonly ordinal: number; readonly line: number; readonly document: Document }
  | {
      readonly ordinal: number;
      readonly line: number;
      readonly reason: string;
      readonly pmid?: string;
      readonly excerpt: string;
    };

const EXCERPT = 400;

/** The paper of one record. @throws AppError `unreadable_file` with the reason. */
export function readRecord(xml: Uint8Array): Paper {
  return extractPaper(parseXml(decoded(xml)));
}

/** Never throws for a bad record: it comes back with the reason. */
export function prepare(record: RawRecord, withoutAbstracts: readonly PaperSource[]): Prepared {
  const { ordinal, line } = record;
  try {
    if (record.broken !== undefined) throw new AppError('unreadable_file', record.broken);
    const paper = readRecord(record.xml);
    const kept = withoutAbstracts.includes(paper.source) ? withoutAbstract(paper) : paper;
    return { ordinal, line, document: documentOf(kept) };
  } catch (thrown) {
    const { message, code, cause } = toAppError(thrown);
    const reason =
      code === 'unexpected' && cause instanceof Error ? `The record could not be read: ${cause.message}.` : message;
    const xml = Buffer.from(record.xml).toString('utf8');
    const pmid = /<PMID[^>]*>\s*(\d+)/.exec(xml)?.[1];
    return { ordinal, line, reason, ...(pmid === undefined ? {} : { pmid }), excerpt: xml.slice(0, EXCERPT) };
  }
}
