/** Any pasted text into the references it holds, whatever it is: records of a reference manager, a table, a bibliography, numbers. */
import { bibtexRecords } from './bibtex-records.ts';
import { fieldedReference } from './fielded-reference.ts';
import { freeEntries } from './free-entries.ts';
import { freeReference } from './free-reference.ts';
import { doisInText, idsAlone, idsInText } from './ids-in-text.ts';
import { plainLines } from './plain-lines.ts';
import { hasIds } from './reference.ts';
import type { Entry, Fields, ReadReferences, Reference } from './reference.ts';
import { tableRows } from './table-records.ts';
import { taggedRecords } from './tagged-records.ts';

const MOST_REFERENCES = 2_000;
/** Of a longer list it is not said how long it is. */
const MOST_COUNTED = 10_000;

/** Never throws: what is no reference is left away, or stays as an entry without title and number for the person to see. */
export function readReferences(text: string): ReadReferences {
  const lines = plainLines(text);
  const all: Reference[] = [];
  for (const references of referencesIn(lines)) {
    all.push(...references);
    if (all.length > MOST_COUNTED) break;
  }
  const next = all[MOST_REFERENCES];
  return { references: all.slice(0, MOST_REFERENCES), notes: next === undefined ? [] : [tooMany(all.length, next)] };
}

function tooMany(count: number, { line }: Reference): string {
  const all = count > MOST_COUNTED ? `more than ${inFigures(MOST_COUNTED)}` : inFigures(count);
  return `The list has ${all} references. The first ${inFigures(MOST_REFERENCES)} were checked; check the rest as a list of its own, from line ${line} on.`;
}

function inFigures(count: number): string {
  return count.toLocaleString('en');
}

function* referencesIn(lines: readonly string[]): Generator<readonly Reference[]> {
  const records: readonly (Fields | Entry)[] | undefined =
    taggedRecords(lines) ?? bibtexRecords(lines) ?? tableRows(lines);
  const isOfNumbers = records === undefined && isListOfNumbers(lines);
  for (const each of records ?? freeEntries(lines)) {
    const fielded = 'text' in each ? undefined : fieldedReference(each);
    yield 'text' in each ? referencesOf(each, isOfNumbers) : fielded === undefined ? [] : [fielded];
  }
}

function referencesOf({ line, text }: Entry, isOfNumbers: boolean): Reference[] {
  const cells = text.split('\t');
  const alone = isYear(text) && !isOfNumbers ? undefined : idsAlone(text);
  if (alone !== undefined)
    return alone.map((ids) => ({ line, text: shownIds(text, ids, alone.length), ids, fielded: false }));
  const sentences = text.replace(/\t/g, '. ');
  const ids = { ...idOfCells(cells), ...idsInText(sentences) };
  if (!hasIds(ids) && !/\p{L}{2}/u.test(text)) return [];
  const reference = freeReference({ line, text: sentences });
  const several = doisInText(text);
  if (several.length > 1 && reference.title === undefined)
    return several.map((doi) => ({ line, text: doi, ids: { doi }, fielded: false }));
  return [{ ...reference, ids }];
}

function shownIds(text: string, ids: Reference['ids'], count: number): string {
  return count === 1 ? text : (Object.values(ids)[0] ?? text);
}

/** A cell that is a number of six to eight digits and nothing else is a PMID; shorter ones may be anything. */
function idOfCells(cells: readonly string[]): Reference['ids'] {
  if (cells.length < 2) return {};
  const pmid = cells.map((cell) => /^\s*(\d{6,8})\s*$/.exec(cell)?.[1]).find((cell) => cell !== undefined);
  return pmid === undefined ? idsInText(cells.join(' ')) : { pmid };
}

function isYear(text: string): boolean {
  return /^\s*(?:1[89]|20)\d\d[.,;]?\s*$/.test(text);
}

/** A year among nothing but numbers, of which not all are years, is a PMID like the others. */
function isListOfNumbers(lines: readonly string[]): boolean {
  const others = lines.filter((line) => /\d/.test(line) && !isYear(line));
  return others.length > 0 && others.every((line) => idsAlone(line) !== undefined);
}
