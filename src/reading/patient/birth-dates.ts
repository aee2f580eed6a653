/** Dates of birth: a date beside a word for being born, or directly behind the name of a person. */
import { DATE, yearOf } from './dates.ts';
import type { Finding } from './finding.ts';
import { couldBeName, IN_CARE, NAME } from './names.ts';

/** Said of people alone, so that no name is needed beside. */
const BORN = [
  'd\\.?\\s?o\\.?\\s?b\\b\\.?', 'dates?\\sof\\sbirth', 'birth[\\s-]?dates?', 'birth\\s?day', 'born', 'geb(?:oren)?\\b\\.?', 'geburts(?:datum|tag)',
  'geb(?:urts)?\\.?[\\s-]?dat(?:um)?\\.?', 'née?\\sle', 'date\\sde\\snaissance', 'd\\.?d\\.?n\\b\\.?', 'nacid[oa]', 'fecha\\sde\\snac(?:imiento)?\\.?',
  'f\\.?\\s?(?:de\\s)?nac\\.?', 'nat[oa]\\sil', 'data\\sdi\\snascita', 'geboortedatum', 'født', 'född', 'fødselsdato', 'födelsedatum', 'nascid[oa]',
  'data\\sde\\snascimento', 'data\\surodzenia', 'urodzon[ya]',
].join('|'); // prettier-ignore
/** Means it only behind a name. */
const BEHIND_A_NAME = '(?:b\\.|\\*|d\\.\\s?n\\.|f\\.\\s?n\\.|ur\\.|né[e]?\\b|n\\.)';
const BETWEEN = '[\\s:;=,(–-]{0,4}(?:(?:on|am|le|el|il|op|den|em|the|date)\\s){0,2}';
/** Also in one run of digits, where the word says that it is a date. */
const COMPACT = '(?<!\\d)(?:(?:18|19|20)\\d{6}|\\d{4}(?:18|19|20)\\d{2}|\\d{6})(?!\\d)';

const WITH_A_WORD = new RegExp(`(?<![\\p{L}\\d])(?:${BORN})${BETWEEN}(?:${DATE}|${COMPACT})`, 'giu');
const BEFORE_A_WORD = new RegExp(`(?<![\\d./-])${DATE}[\\s,]{0,2}\\(?(?:${BORN})(?!\\p{L})`, 'giu');
const A_SPAN = new RegExp(
  `^[\\s,]{0,2}(?:(?:-|–|to|and|bis|und|until|through|till|et|y|e)\\s{0,2}${DATE}|(?:or|oder|and|und)\\s(?:later|after|before|earlier|since|später|früher))`,
  'iu',
);
/** So far from the date a name still belongs to it. */
const NEAR = 70;
const NAME_BEFORE = new RegExp(`${NAME}[\\s,;:([–-]{0,4}$`, 'u');
const NAME_BEHIND = new RegExp(`^[\\s,;:)–-]{1,4}(?<name>${NAME})`, 'u');
// Names tell themselves by their capitals, the words and months of dates do not: two patterns, one behind the other.
const NAMES = new RegExp(`(?<![\\p{L}\\d-])${NAME}`, 'gu');
const DATE_BEHIND = new RegExp(`^[\\s,;:([–-]{0,4}(?<word>${BEHIND_A_NAME}\\s?)?(?<date>${DATE})`, 'iu');
/** Without a word beside, a date this late is rather a day of work than of birth, unless the name is a patient's. */
const LATEST_BARE = 2015;
const WRITES = /(?:\bby|\bet al\.?|\bpresented|\bauthors?|\bcf\.?|\bsee|\bfrom|\bvia)\s$/iu;

export function findBirthDates(text: string): Finding[] {
  const worded = [WITH_A_WORD, BEFORE_A_WORD].flatMap((pattern) =>
    [...text.matchAll(pattern)]
      .map((match) => ({ start: match.index, end: match.index + match[0].length }))
      .filter(({ end }) => !A_SPAN.test(text.slice(end, end + 60)))
      .map((date) => withName(text, date)),
  );
  return [...worded, ...behindNames(text)];
}

/** The date, and the name before or behind it where there is one. */
function withName(text: string, { start, end }: { readonly start: number; readonly end: number }): Finding {
  const before = NAME_BEFORE.exec(text.slice(Math.max(0, start - NEAR), start));
  if (before !== null) {
    const from = Math.max(0, start - NEAR) + before.index;
    return { kind: 'name-and-birth-date', start: from, length: end - from };
  }
  const behind = NAME_BEHIND.exec(text.slice(end, end + NEAR));
  if (behind !== null && couldBeName(behind.groups?.['name'] ?? ''))
    return { kind: 'name-and-birth-date', start, length: end - start + behind[0].length };
  return { kind: 'birth-date', start, length: end - start };
}

function behindNames(text: string): Finding[] {
  return [...text.matchAll(NAMES)].flatMap((name): Finding[] => {
    const end = name.index + name[0].length;
    const rest = text.slice(end, end + NEAR);
    const found = DATE_BEHIND.exec(rest);
    if (found === null || A_SPAN.test(rest.slice(found[0].length))) return [];
    const date = found.groups?.['date'] ?? '';
    const before = text.slice(Math.max(0, name.index - 20), name.index);
    const isPatient = IN_CARE.test(before) || IN_CARE.test(name[0]);
    const isTold = found.groups?.['word'] !== undefined;
    if (!isTold && !isPatient && (!couldBeName(name[0]) || WRITES.test(before))) return [];
    if (!isTold && !isPatient && yearOf(date) > LATEST_BARE) return [];
    return [{ kind: 'name-and-birth-date', start: name.index, length: name[0].length + found[0].length }];
  });
}
