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

/** When a paper became news: the day it entered PubMed, else the earliest of its other dates. */
export function entryDay({ history = [], published, publishedOnline }: Paper): CivilDate | undefined {
  const entrez = history.filter(({ event }) => event === 'entrez');
  const dates = entrez.length > 0 ? entrez : history;
  const days = [...dates.map(({ date }) => date), ...(entrez.length > 0 ? [] : [published, publishedOnline])]
    .filter((date) => date !== undefined)
    .map(earliestDay);
  return days.toSorted()[0];
}
