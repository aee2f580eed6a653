/** People and groups: authors, editors, investigators, and people a paper is about. */
import type { Author } from '#model/index.ts';
import { filledWith, present } from './present.ts';
import { textOf } from './text.ts';
import { attribute, child, childrenOf, isNo, isYes } from './tree-walk.ts';
import type { XmlElement } from './xml-tree.ts';

const ORCID = /^(?:.*orcid\.org\/)?(\d{4})-?(\d{4})-?(\d{4})-?(\d{3}[\dX])\/?$/i;

/**
 * The people of the lists, in order. One marked `ValidYN="N"` is a mistake that another entry corrects, and left out; where
 * all are marked so, none is corrected and all stay.
 */
export function readPeople(lists: readonly XmlElement[], item: string): readonly Author[] {
  const people: Author[] = [];
  const corrected: Author[] = [];
  for (const list of lists) {
    for (const element of childrenOf(list, item)) {
      const person = readPerson(element);
      if (person !== undefined) (isNo(element, 'ValidYN') ? corrected : people).push(person);
    }
  }
  return people.length > 0 ? people : corrected;
}

/**
 * Before 2014 the only affiliation of a paper stood beside its authors and was the first author's.
 * Returns the authors with it, where the first has none of their own.
 */
export function withSharedAffiliation(authors: readonly Author[], article: XmlElement | undefined): readonly Author[] {
  const affiliation = textOf(child(article, 'Affiliation'));
  const [first, ...others] = authors;
  if (affiliation === undefined || first === undefined || first.affiliations !== undefined) return authors;
  return [{ ...first, affiliations: [affiliation] }, ...others];
}

/** `0000-0002-1825-0097` out of whatever form it came in; undefined for what has another length or other letters. */
function normaliseOrcid(text: string): string | undefined {
  const parts = ORCID.exec(text);
  return parts === null ? undefined : parts.slice(1).join('-').toUpperCase();
}

function readPerson(element: XmlElement): Author | undefined {
  const last = textOf(child(element, 'LastName'));
  const fore = textOf(child(element, 'ForeName')) ?? textOf(child(element, 'FirstName'));
  const group = last === undefined ? textOf(child(element, 'CollectiveName')) : undefined;
  if (last === undefined && group === undefined && fore === undefined) return undefined;
  return present<Author>({
    last: group === undefined ? (last ?? fore) : undefined,
    fore: last === undefined ? undefined : fore,
    initials: textOf(child(element, 'Initials')),
    suffix: textOf(child(element, 'Suffix')),
    group,
    orcid: readOrcid(element),
    affiliations: readAffiliations(element),
    equalContribution: isYes(element, 'EqualContrib') ? true : undefined,
  });
}

function readOrcid(element: XmlElement): string | undefined {
  for (const identifier of childrenOf(element, 'Identifier')) {
    const orcid = attribute(identifier, 'Source') === 'ORCID' ? normaliseOrcid(textOf(identifier) ?? '') : undefined;
    if (orcid !== undefined) return orcid;
  }
  return undefined;
}

function readAffiliations(element: XmlElement): readonly string[] | undefined {
  const affiliations = childrenOf(element, 'AffiliationInfo').map((info) => textOf(child(info, 'Affiliation')));
  return filledWith([...affiliations, textOf(child(element, 'Affiliation'))]);
}
