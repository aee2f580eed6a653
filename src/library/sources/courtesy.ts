/** The line a source asks for wherever its records are shown or taken out. */
import { dateInWords } from '#model/index.ts';
import type { PaperSource, PartialDate } from '#model/index.ts';

/**
 * NLM asks that screens and exports name it, say of what day the data is, and claim no endorsement.
 * @param dataOf the day NLM last changed what is shown, where it is known.
 */
export function courtesy(source: PaperSource, dataOf: PartialDate | undefined): string {
  if (source === 'sample') return 'Sample paper written for Attune. All of it is fictional.';
  const date = dataOf === undefined ? '' : `, data of ${dateInWords(dataOf)}`;
  return `Record from PubMed, courtesy of the U.S. National Library of Medicine${date}. NLM does not endorse this product.`;
}
