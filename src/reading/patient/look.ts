/**
 * Looks for what tells who a patient is: in a note on a paper it has no place. It warns and does not judge: it reads shapes and the
 * words beside them, misses what is written in an unusual way, and takes an author's telephone number for a patient's.
 */
import { findAddresses } from './addresses.ts';
import { findBirthDates } from './birth-dates.ts';
import { findEmails } from './e-mails.ts';
import type { Finding } from './finding.ts';
import { findNationalIds } from './national-ids.ts';
import { withoutCitations } from './citations.ts';
import { findPhones } from './phones.ts';
import { findRecordNumbers } from './record-numbers.ts';

/** The surest first: of two findings in one place the first stands. */
const LOOKS = [findEmails, findBirthDates, findNationalIds, findRecordNumbers, findPhones, findAddresses];

/** In the order of the text; no two overlap. @param text as it is kept: nothing in it is changed. */
export function lookForPatient(text: string): Finding[] {
  const told = withoutCitations(text);
  const found: Finding[] = [];
  for (const finding of LOOKS.flatMap((look) => look(told)))
    if (!found.some((other) => overlap(other, finding))) found.push(finding);
  return found.sort((a, b) => a.start - b.start);
}

function overlap(one: Finding, other: Finding): boolean {
  return one.start < other.start + other.length && other.start < one.start + one.length;
}
