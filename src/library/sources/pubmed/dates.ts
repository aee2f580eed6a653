/** PubMed's dates, each only as precise as its source. Print and electronic dates are never put together into one. */
import type { HistoryDate, PartialDate } from '#model/index.ts';
import { isCalendarDay } from '#model/index.ts';
import { filled, present } from './present.ts';
import { textOf } from './text.ts';
import { attribute, child, childrenOf, itemsOf } from './tree-walk.ts';
import type { XmlElement } from './xml-tree.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAME =
  /\b(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b/i;

/** Year, month, day, season or `MedlineDate` of an element; undefined where no year can be read. */
export function readDate(element: XmlElement | undefined): PartialDate | undefined {
  if (element === undefined) return undefined;
  const medlineDate = textOf(child(element, 'MedlineDate'));
  if (medlineDate !== undefined) return dateInWords(medlineDate);

  const yearText = textOf(child(element, 'Year'));
  const season = textOf(child(element, 'Season'));
  const monthText = textOf(child(element, 'Month'));
  if (yearText === undefined) return undefined;
  if (season !== undefined && monthText === undefined) return dateInWords(`${yearText} ${season}`);

  const year = yearOf(yearText);
  if (year === undefined) return undefined;
  const month = monthOf(monthText);
  if (month === undefined) return { year };
  const dayText = textOf(child(element, 'Day')) ?? '';
  const day = /^\d{1,2}$/.test(dayText) ? Number(dayText) : 0;
  return isCalendarDay(year, month, day) ? { year, month, day } : { year, month };
}

/** The electronic date of an article; `DateType` has no other value, so a date without it is one as well. */
export function electronicDate(article: XmlElement | undefined): PartialDate | undefined {
  const dates = childrenOf(article, 'ArticleDate');
  return readDate(dates.find((date) => attribute(date, 'DateType') === 'Electronic') ?? dates[0]);
}

/** What happened to manuscript and record, in the order of the file. */
export function readHistory(data: XmlElement | undefined): readonly HistoryDate[] | undefined {
  const history: HistoryDate[] = [];
  for (const element of itemsOf(data, 'History', 'PubMedPubDate')) {
    const date = readDate(element);
    const event = attribute(element, 'PubStatus');
    if (date !== undefined && event !== undefined) history.push({ event, date });
  }
  return filled(history);
}

/** `1998 Dec-1999 Jan`, `Winter 2016`: the words, with the first year and, if any month is named, the first month. */
function dateInWords(raw: string): PartialDate | undefined {
  const year = yearOf(/\b\d{4}\b/.exec(raw)?.[0]);
  return year === undefined
    ? undefined
    : present<PartialDate>({ year, month: monthOf(MONTH_NAME.exec(raw)?.[0]), raw });
}

function yearOf(text: string | undefined): number | undefined {
  return text !== undefined && /^[12]\d{3}$/.test(text) ? Number(text) : undefined;
}

/** `Mar`, `March`, `3` and `03` are 3. */
function monthOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const month = /^\d{1,2}$/.test(text) ? Number(text) : MONTHS.indexOf(text.slice(0, 3).toLowerCase()) + 1;
  return month >= 1 && month <= 12 ? month : undefined;
}
