/** A reference from named fields: of RIS, NBIB, BibTeX or a table. */
import { doiOf, idsInText } from './ids-in-text.ts';
import { LONGEST_REFERENCE } from './reference.ts';
import type { Fields, Reference, ReferenceIds } from './reference.ts';

/** Undefined where the record names nothing by which a paper could be known. */
export function fieldedReference(record: Fields): Reference | undefined {
  const fields = onOneLine(record);
  const title = fields.title?.replace(/ ?\.$/, '').trim();
  const ids = idsOf(fields);
  const year = /(?<!\d)(1[89]\d\d|20\d\d)(?!\d)/.exec(fields.year ?? '')?.[1];
  const firstAuthor = familyOf(fields.author);
  const shown = [fields.author, title, fields.journal, year].filter((part) => part !== undefined && part !== '');
  const text = shown.length > 0 ? shown.join('. ') : Object.values(ids).join(' ');
  if (text === '') return undefined;
  return {
    line: fields.line,
    text,
    ids,
    ...(title === undefined || title === '' ? {} : { title }),
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(firstAuthor === undefined ? {} : { firstAuthor }),
    ...(fields.journal === undefined ? {} : { journal: fields.journal }),
    fielded: true,
  };
}

/** Every field short and without runs of blanks, so that looking through one takes no longer than it must. */
function onOneLine({ line, ...fields }: Fields): Fields {
  const short = Object.entries(fields).map(([name, value]) => [
    name,
    value?.slice(0, LONGEST_REFERENCE).replace(/\s+/g, ' ').trim(),
  ]);
  return { line, ...Object.fromEntries(short) };
}

function idsOf({ pmid, pmcid, doi, other = '' }: Fields): ReferenceIds {
  const elsewhere = idsInText(other);
  const ownPmid =
    /^(?:pmid:?\s*)?0*([1-9]\d{0,7})(?:\.0)?$/i.exec(pmid?.trim() ?? '')?.[1] ?? idsInText(pmid ?? '').pmid;
  const ownPmcid = /^(?:pmc)?\s?0*([1-9]\d{0,8})(?:\.\d+)?$/i.exec(pmcid?.trim() ?? '')?.[1];
  const ownDoi = doi === undefined ? undefined : doiOf(doi.replace(/\s*\[doi\]$/, ''));
  const found = {
    pmid: ownPmid ?? elsewhere.pmid,
    pmcid: ownPmcid === undefined ? elsewhere.pmcid : `PMC${ownPmcid}`,
    doi: ownDoi ?? elsewhere.doi,
  };
  return {
    ...(found.pmid === undefined ? {} : { pmid: found.pmid }),
    ...(found.pmcid === undefined ? {} : { pmcid: found.pmcid }),
    ...(found.doi === undefined ? {} : { doi: found.doi }),
  };
}

/** `Lindgren, Astrid`, `Lindgren A`, `Astrid Lindgren`, the first of several. */
function familyOf(author: string | undefined): string | undefined {
  const first = author?.split(/;|\s+and\s+|\s*&\s*|\s+et\s+al/i)[0]?.trim();
  if (first === undefined || first === '') return undefined;
  const [family = '', ...others] = first.split(',');
  if (others.length > 0 && !/\s\p{Lu}{1,3}$/u.test(family)) return family.trim();
  const initialsLast = /^(.+?)\s(?:\p{Lu}\.?[\s-]?){1,4}$/u.exec(family)?.[1];
  if (initialsLast !== undefined) return initialsLast;
  const isGroup =
    /\b(?:group|investigators|panel|committee|collaborat|consortium|network|editors|society|association)/i.test(family);
  const foreFirst = /^(?:\p{Lu}[\p{Ll}.]*[\s-]){1,3}(\p{Lu}[\p{L}'’-]+)$/u.exec(family)?.[1];
  return isGroup ? family : (foreFirst ?? family);
}
