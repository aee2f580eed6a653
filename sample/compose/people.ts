/** Made-up researchers: teams of a field whose members write together again and again, as real ones do. */
import type { Author } from '#model/index.ts';
import type { Field } from './facts.ts';
import { FAMILIES } from './names.ts';
import { PLACES } from './places.ts';
import type { Place } from './places.ts';
import { dice } from './random.ts';
import type { Dice } from './random.ts';

const TEAMS_PER_FIELD = 7;
const MEMBERS = 11;

/** The teams of a field, the same on every call. */
export function teamsOf(field: Field): Author[][] {
  return Array.from({ length: TEAMS_PER_FIELD }, (_, index) => team(field, index));
}

function team(field: Field, index: number): Author[] {
  const d = dice(`team ${field} ${index}`);
  const homes = d.some(PLACES, 3);
  return Array.from({ length: MEMBERS }, (_, member) => person(d, field, homes, member));
}

function person(d: Dice, field: Field, homes: readonly Place[], member: number): Author {
  const family = d.pick(FAMILIES);
  const other = d.pick(FAMILIES);
  const last = d.chance(0.12) ? `${d.pick(family.lasts)}-${d.pick(other.lasts)}` : d.pick(family.lasts);
  const first = d.pick(family.fores);
  const middle = d.chance(0.15) ? d.pick('A B C D E F G H J K L M N P R S T W'.split(' ')) : '';
  const home = homes[member % homes.length] ?? d.pick(PLACES);
  const affiliations = [`${d.pick(home.units[field])}, ${home.name}.`];
  return {
    last,
    fore: `${first}${middle === '' ? '' : ` ${middle}`}`,
    initials: initials(first) + middle,
    ...(d.chance(0.3) ? { orcid: orcid(d.between(1000, 999_999)) } : {}),
    affiliations,
  };
}

function initials(first: string): string {
  return first
    .split(/[ -]/)
    .map((part) => part.charAt(0).toUpperCase())
    .join('');
}

/** An iD outside the block given to people, with its check digit by ISO 7064 MOD 11-2. */
function orcid(number: number): string {
  const digits = `000000099${String(number).padStart(6, '0')}`;
  const sum = [...digits].reduce((total, digit) => (total + Number(digit)) * 2, 0);
  const check = (12 - (sum % 11)) % 11;
  const whole = `${digits}${check === 10 ? 'X' : check}`;
  return (whole.match(/.{4}/g) ?? []).join('-');
}
