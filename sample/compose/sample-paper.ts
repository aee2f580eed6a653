/** A paper as the files of the sample write it: no id, dates as days before the making, ties by sample key. */
import type { HistoryDate, Paper, Relation } from '#model/index.ts';
import { plainText } from '#model/index.ts';

/** A day counted back from the making of the sample, and how much of it is shown. */
export interface SampleDate {
  readonly daysAgo: number;
  readonly precision: 'day' | 'month' | 'year';
}

export type SampleRelation = Omit<Relation, 'to'> & { readonly to: string };

export type SamplePaper = Omit<
  Paper,
  'id' | 'published' | 'publishedOnline' | 'history' | 'revised' | 'completed' | 'relations'
> & {
  readonly published?: SampleDate;
  readonly publishedOnline?: SampleDate;
  readonly history: readonly (Omit<HistoryDate, 'date'> & { readonly date: SampleDate })[];
  readonly revised?: SampleDate;
  readonly completed?: SampleDate;
  readonly relations?: readonly SampleRelation[];
};

export function keyOf(paper: SamplePaper): string {
  return paper.identifiers.sample ?? '';
}

/** All abstracts of a paper as plain text. */
export function abstractsOf(paper: SamplePaper): string {
  const all = [paper.abstract, ...(paper.otherAbstracts ?? [])].filter((abstract) => abstract !== undefined);
  return all.flatMap((abstract) => abstract.sections.map((section) => plainText(section.text))).join('\n');
}
