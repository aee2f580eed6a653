/** Telephone numbers: by their shape where it is one of a telephone number alone, else by the word before them. */
import { digitsOf, stretches } from './finding.ts';
import type { Finding } from './finding.ts';

const ALONE = '(?<![\\p{L}\\d.,+-]|\\d/)';
const END = '(?![\\p{L}\\d]|[.,/:–-]\\d)';
const pattern = (source: string): RegExp => new RegExp(`${ALONE}(?:${source})${END}`, 'gu');

/** +44 7700 900 812, +49 (0)351 4582-0199, 0044 … */
const INTERNATIONAL = pattern('(?:\\+|00(?=[1-9]))\\d{1,3}(?:[ ./-]?\\(\\d{1,4}\\))?(?:[ ./-]{0,2}\\d){6,12}');
/** (212) 555-0147, 617-555-0119, 303.555.0163, 1-802-555-0138 */
const AMERICAN = pattern(
  '(?:1[ .-])?(?:\\([2-9]\\d{2}\\) ?[2-9]\\d{2}[ .-]?\\d{4}|[2-9]\\d{2}(?<mark>[.-])[2-9]\\d{2}\\k<mark>\\d{4})',
);
/** 020 7946 0958, 0171 3920041, 089/32168-57, 06 12 34 56 78, (02) 5550 1234 */
const WITH_A_NOUGHT = pattern(
  '(?:\\(?0[1-9]\\d{0,4}\\)?|\\(0\\)[1-9]\\d{1,4})(?: ?[/-] ?| )\\d{2,8}(?:[ -]\\d{2,6}){0,4}',
);
/** Mobile numbers in one run: of the United Kingdom, Germany, France, Australia. */
const MOBILE = pattern('07\\d{9}|01[567]\\d{8,9}|0[67]\\d{8}|04\\d{8}');

const SAID =
  'tel|fon|telephone|telefon|teléfono|telefono|tél|téléphone|tlf|phones?|phoned|ph|mob|mobile|mobil|móvil|cell|cellulare|cellphone|handy|fax|landline|portable|call|called|callback|ring|rang|rückruf|erreichbar|reach|text|sms|whatsapp|nok|kin';
const ON_THE_WAY =
  'no|nr|number|nummer|num|is|was|ist|at|on|under|unter|him|her|them|me|us|the|back|his|of|von|der|des|du|tochter|sohn|ph|tel|phone|mobile|mob|cell';
const TOLD = new RegExp(
  `(?<![\\p{L}\\d-])(?:${SAID})\\b\\.?(?:[\\s:.,=(#–-]{1,3}(?:${ON_THE_WAY})\\b\\.?){0,3}[\\s:.,=#–-]{0,3}(?<number>\\(?\\d(?:[ ./()-]{0,3}\\d){5,14})${END}`,
  'giu',
);

/** 0800-1600 is a ward's day. */
const TIMES = /^(?:[01]\d|2[0-4])[0-5]\d(?:\s?[-–/ ]\s?(?:[01]\d|2[0-4])[0-5]\d)+$/;
const YEARS = /^(?:19|20)\d{2}(?:\s?[-–/ ]\s?(?:(?:19|20)\d{2}|\d{2}))+$/;
const DATE = /^(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|(?:19|20)\d{2}[./-]\d{1,2}[./-]\d{1,2})$/;

export function findPhones(text: string): Finding[] {
  const within = (fewest: number, most: number) => ([match]: RegExpExecArray) => {
    const { length } = digitsOf(match);
    return length >= fewest && length <= most && !TIMES.test(match) && !DATE.test(match);
  }; // prettier-ignore
  return [
    ...stretches('phone', text, INTERNATIONAL, within(8, 16)),
    ...stretches('phone', text, AMERICAN),
    ...stretches('phone', text, WITH_A_NOUGHT, within(9, 13)),
    ...stretches('phone', text, MOBILE),
    ...stretches('phone', text, TOLD, ({ groups }) => {
      const number = groups?.['number'] ?? '';
      return !TIMES.test(number) && !YEARS.test(number) && !DATE.test(number);
    }),
  ];
}
