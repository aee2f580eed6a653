/** Whole dates with a day, as people write them in several languages. */

const MONTHS = [
  ['jan', 'ene', 'gen', 'jän', 'sty'],
  ['feb', 'fév', 'fev', 'lut'],
  ['mar', 'mär', 'mrz', 'maa', 'mrt'],
  ['apr', 'avr', 'abr', 'kwi'],
  ['may', 'mai', 'maj', 'mag', 'mei'],
  ['jun', 'juin', 'giu', 'cze'],
  ['jul', 'juil', 'lug', 'lip'],
  ['aug', 'aoû', 'aou', 'ago', 'sie'],
  ['sep', 'set', 'wrz'],
  ['oct', 'okt', 'ott', 'out', 'paź'],
  ['nov', 'lis'],
  ['dec', 'déc', 'dez', 'dic', 'des', 'gru'],
]
  .flat()
  .join('|');
const MONTH = `(?:${MONTHS})\\p{L}{0,7}\\.?`;
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const NUMBER = '(?:0?[1-9]|1[0-2])';
const YEAR = "(?:(?:18|19|20)\\d{2}|'?\\d{2})(?![\\d])";
const MARK = '\\s?[./-]\\s?';

/** The source of a pattern for flags `iu`. Both orders of day and month are dates. */
export const DATE = `(?:${[
  `(?:18|19|20)\\d{2}[./-]${NUMBER}[./-]${DAY}(?!\\d)`,
  `${DAY}${MARK}${NUMBER}${MARK}${YEAR}`,
  `${NUMBER}${MARK}${DAY}${MARK}${YEAR}`,
  `${DAY}(?:st|nd|rd|th|er|\\.|º)?[\\s.-]{0,2}(?:(?:of|de|di)\\s)?${MONTH}[\\s,.-]{0,2}(?:(?:de|del)\\s)?${YEAR}`,
  `${MONTH}\\s${DAY}(?:st|nd|rd|th)?,?\\s(?:18|19|20)\\d{2}(?!\\d)`,
].join('|')})`;

/** The year of a date; of one with two digits the one that somebody alive is likelier to be born in. */
export function yearOf(date: string): number {
  const whole = /(?<!\d)(?:18|19|20)\d{2}(?!\d)/.exec(date);
  if (whole !== null) return Number(whole[0]);
  const short = Number(/\d{2}$/.exec(date)?.[0] ?? 0);
  return short > 30 ? 1900 + short : 2000 + short;
}
