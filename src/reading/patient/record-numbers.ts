/** Numbers by which a hospital or an insurance knows a patient: told by the word before them. */
import { digitsOf, stretches } from './finding.ts';
import type { Finding } from './finding.ts';

const NUMBER = '(?:number|nummer|num|nos|no|nr|n[°ºo]|id|#|№)';
/** Words that mean a patient's number by themselves. */
const SURE = [
  'm\\.?r\\.?n\\b', `med(?:ical|\\.)?\\s?rec(?:ord|\\.)?s?`, `(?:patient|pat|pt)(?:\\.|en)?[\\s-]?${NUMBER}`, 'patiëntnummer', 'patientnummer',
  `hosp(?:ital)?\\.?\\s?${NUMBER}`, `(?:case|record|chart|file|folder|account|acct|encounter|admission|episode|unit|insurance|policy|member)\\.?\\s?${NUMBER}`,
  `fall[\\s-]?${NUMBER}`, `aufnahme[\\s-]?${NUMBER}`, 'aktenzeichen', `akten?[\\s-]?${NUMBER}`, `versicherten?[\\s-]?${NUMBER}`,
  `dossier\\s?${NUMBER}`, `${NUMBER}\\.?\\s?(?:de\\s)?dossier`, 'historia\\scl[ií]nica', 'n\\.?h\\.?c\\b', `u\\.?r\\.?n?\\s?${NUMBER}`, 'u\\.r\\.n\\.?',
  'chi\\b(?=(?:\\s?(?:number|no)\\.?)?[\\s:]{0,2}\\d{10}(?!\\d))', 'nhi\\b', 'kvnr', 'bsn\\b', `cartella(?:\\sclinica)?`, 'journalnummer', 'ipp\\b',
].join('|'); // prettier-ignore
/** Words that are said of other things too, so that only a long number behind them is a patient's. */
const UNSURE = 'record|acct|account|akte|fall|dossier|patient|pat|pt|pid';

const BETWEEN = `[\\s:.#=°º–-]{0,4}(?:(?:is|was|war|ist|${NUMBER})\\b[\\s:.#=]{0,3})?`;
const VALUE = '(?:\\p{L}{1,4}[-/ ]?)?\\d[\\d\\p{Lu}]*(?:[-/.][\\d\\p{Lu}]+)*(?!\\d|,\\d)';
// The word in any case, the number's letters in capitals: two patterns, one behind the other.
const SURE_WORD = new RegExp(`(?<![\\p{L}\\d])(?:${SURE})${BETWEEN}`, 'giu');
const UNSURE_WORD = new RegExp(`(?<![\\p{L}\\d])(?:${UNSURE})[\\s:#]{1,2}`, 'giu');
const CHART = /(?<![\p{L}\d])chart[\s:#]{1,2}/giu;
const COUNTED =
  /^\s(?:rows|records|patients|cases|participants|events|entries|people|persons|samples|subjects|reads)\b/u;
const VALUE_HERE = new RegExp(VALUE, 'uy');
const YEAR = /^(?:19|20)\d{2}$/;
const DATE = /^(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|(?:19|20)\d{2}[./-]\d{1,2}[./-]\d{1,2})$/;

export function findRecordNumbers(text: string): Finding[] {
  return [...valuesBehind(text, SURE_WORD, 4), ...valuesBehind(text, CHART, 5), ...valuesBehind(text, UNSURE_WORD, 6)];
}

function valuesBehind(text: string, word: RegExp, fewest: number): Finding[] {
  return stretches('record-number', text, word).flatMap(({ kind, start, length }) => {
    VALUE_HERE.lastIndex = start + length;
    const [value] = VALUE_HERE.exec(text) ?? [];
    if (value === undefined || digitsOf(value).length < fewest || YEAR.test(value) || DATE.test(value)) return [];
    if (COUNTED.test(text.slice(start + length + value.length))) return [];
    return [{ kind, start, length: length + value.length }];
  });
}
