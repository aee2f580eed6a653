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

/** Never throws: what is no reference is left away, or stays as an entry without title and number for the person to see. */
export function readReferences(text: string): ReadReferences {
  const lines = plainLines(text);
  const all = recordsIn(lines) ?? freeEntries(lines).flatMap((entry) => referencesOf(entry, lines));
  const kept = all.slice(0, MOST_REFERENCES);
  const over = all.length - kept.length;
  return {
    references: kept,
    notes:
      over === 0
        ? []
        : [
            `The list has ${all.length.toLocaleString('en')} references. The first ${MOST_REFERENCES.toLocaleString('en')} were checked; check the rest as a list of its own, from line ${all[MOST_REFERENCES]?.line} on.`,
          ],
  };
}

function recordsIn(lines: readonly string[]): Reference[] | undefined {
  const fields: readonly (Fields | Entry)[] | undefined =
    taggedRecords(lines) ?? bibtexRecords(lines) ?? tableRows(lines);
  return fields?.flatMap((each) => ('text' in each ? referencesOf(each, []) : (fieldedReference(each) ?? [])));
}

function referencesOf({ line, text }: Entry, lines: readonly string[]): Reference[] {
  const cells = text.split('\t');
  const alone = isYear(text) && !isListOfNumbers(lines) ? undefined : idsAlone(text);
  if (alone !== undefined)
    return alone.map((ids) => ({ line, text: shownIds(text, ids, alone.length), ids, fielded: false }));
  const reference = freeReference({ line, text: text.replace(/\t/g, '. ') });
  const ids = { ...idOfCells(cells), ...reference.ids };
  const several = doisInText(text);
  if (several.length > 1 && reference.title === undefined)
    return several.map((doi) => ({ line, text: doi, ids: { doi }, fielded: false }));
  return hasIds(ids) || /\p{L}{2}/u.test(text) ? [{ ...reference, ids }] : [];
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
  const filled = lines.filter((line) => /\d/.test(line));
  return filled.every((line) => idsAlone(line) !== undefined) && !filled.every(isYear);
}
