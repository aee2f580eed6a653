/** The one date of a paper that lists, sorting and the year filter go by: that of its issue, else of its appearance online. */
import { earliestDay } from '#model/index.ts';
import type { CivilDate, Paper, PartialDate } from '#model/index.ts';

export function paperDate(paper: Pick<Paper, 'published' | 'publishedOnline'>): PartialDate | undefined {
  return paper.published ?? paper.publishedOnline;
}

/** Every day a paper can be found under with `[dp]`: in print and online, each as the earliest day it can mean. */
export function publicationDays(paper: Paper): CivilDate[] {
  const dates = [paper.published, paper.publishedOnline].filter((date) => date !== undefined);
  return [...new Set(dates.map(earliestDay))];
}
