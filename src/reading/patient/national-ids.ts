/** Numbers by which a country knows a person: told by their shape, and where they have check digits by these. */
import { digitsOf, stretches } from './finding.ts';
import type { Finding } from './finding.ts';

const ALONE = '(?<![\\p{L}\\d.,/-])';
const END = '(?![\\p{L}\\d]|[-.,/]\\d)';
const pattern = (source: string): RegExp => new RegExp(`${ALONE}(?:${source})${END}`, 'gu');

const NHS_TOLD =
  /(?<!\p{L})NHS[\s:.#-]{0,3}(?:(?:no|nr|number)\b[\s:.#]{0,3})?(?:is\s|was\s)?\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)/giu;
const SSN_TOLD = /(?<!\p{L})(?:ssn|social\ssecurity)[^\d\n]{0,24}\d{3}[ -]?\d{2}[ -]?\d{4}(?!\d)/giu;

export function findNationalIds(text: string): Finding[] {
  const find = (source: string, isOne: (digits: string, match: string) => boolean = () => true): Finding[] =>
    stretches('national-id', text, pattern(source), ([match]) => isOne(digitsOf(match), match));
  return [
    ...stretches('national-id', text, NHS_TOLD),
    ...stretches('national-id', text, SSN_TOLD),
    // United Kingdom, United States, Switzerland, France.
    ...find('\\d{3} \\d{3} \\d{4}', isNhs),
    ...find('(?!000|666|9)\\d{3}-(?!00)\\d{2}-(?!0000)\\d{4}'),
    ...find('756\\.\\d{4}\\.\\d{4}\\.\\d{2}'),
    ...find('[12] ?\\d{2} ?(?:0[1-9]|1[0-2]) ?(?:\\d{2}|2[AB]) ?\\d{3} ?\\d{3} ?\\d{2}', isNir),
    // Italy, Spain, Sweden, Germany.
    ...find('[A-Z]{6}\\d{2}[A-EHLMPRST]\\d{2}[A-Z]\\d{3}[A-Z]'),
    ...find('\\d{8}-?[A-Z]', isDni),
    ...find('(?:18|19|20)?\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])[-+]\\d{4}', isPersonnummer),
    ...find('[A-Z]\\d{9}', isKvnr),
  ];
}

function isNhs(digits: string): boolean {
  const sum = Array.from({ length: 9 }, (_, n) => Number(digits[n])).reduce(
    (sum, digit, n) => sum + digit * (10 - n),
    0,
  );
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[9]);
}

function isNir(digits: string, match: string): boolean {
  if (/[AB]/.test(match)) return true;
  return digits.length === 15 && 97n - (BigInt(digits.slice(0, 13)) % 97n) === BigInt(digits.slice(13));
}

function isDni(digits: string, match: string): boolean {
  return 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(digits) % 23] === match.at(-1);
}

function isPersonnummer(digits: string): boolean {
  return sumOfDoubled(digits.slice(-10), 0) % 10 === 0;
}

function isKvnr(digits: string, match: string): boolean {
  const letter = String((match.codePointAt(0) ?? 64) - 64).padStart(2, '0');
  return sumOfDoubled(letter + digits.slice(0, 8), 1) % 10 === Number(digits[8]);
}

/** Every second digit doubled, from the one at `first`, and the digits of the products added up. */
function sumOfDoubled(digits: string, first: 0 | 1): number {
  return [...digits].reduce((sum, digit, n) => {
    const value = Number(digit) * (n % 2 === first ? 2 : 1);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);
}
