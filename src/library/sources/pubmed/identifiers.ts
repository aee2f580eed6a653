/** A paper's own outside names. The caller hands in its own lists: those inside a reference belong to another paper. */
import type { Identifiers } from '#model/index.ts';
import { filled, present } from './present.ts';
import { textOf } from './text.ts';
import { attribute, childrenOf, isNo } from './tree-walk.ts';
import type { XmlElement } from './xml-tree.ts';

type OtherName = NonNullable<Identifiers['others']>[number];

const DOI = /^10\.\d{4,9}(?:\.\d+)*\/\S+$/;
const DOI_PREFIX = /^(?:https?:\/\/)?(?:(?:dx\.)?doi\.org\/|doi:\s*)/;

/** Lower case, without the resolver's address; undefined for a string that is no DOI. */
export function normaliseDoi(text: string): string | undefined {
  const doi = text.trim().toLowerCase().replace(DOI_PREFIX, '');
  return DOI.test(doi) ? doi : undefined;
}

/** `PMC123` out of `PMC123`, `123`, `PMC123.2` or `pmc-id: PMC123;`; the version of a PMC deposit is not part of its name. */
export function normalisePmcid(text: string): string | undefined {
  const digits = /^\s*(\d+)\s*$/.exec(text) ?? /\bPMC(\d+)/i.exec(text);
  return digits === null ? undefined : `PMC${digits[1]}`;
}

/** The PMID of a citation: digits without leading zeros; undefined for anything else. */
export function normalisePmid(text: string | undefined): string | undefined {
  return /^0*([1-9]\d{0,11})$/.exec(text ?? '')?.[1];
}

/**
 * @param lists the paper's own `ArticleIdList`s; their DOIs come first
 * @param holder the element with the paper's `ELocationID`s and `OtherID`s
 *
 * A DOI that a locator marks invalid is left out wherever it stands. A string in the place of a DOI that is none is kept
 * among the others, so that nothing links to it.
 */
export function readIdentifiers(
  pmid: string,
  lists: readonly (XmlElement | undefined)[],
  locators: readonly XmlElement[],
  otherIds: readonly XmlElement[] = [],
): Identifiers {
  const names = new Names(withdrawnDois(locators));
  for (const list of lists) {
    for (const id of childrenOf(list, 'ArticleId')) names.add(attribute(id, 'IdType') ?? 'pubmed', textOf(id));
  }
  for (const locator of locators) {
    if (!isNo(locator, 'ValidYN')) names.add(attribute(locator, 'EIdType') ?? 'pii', textOf(locator));
  }
  for (const id of otherIds) names.add(attribute(id, 'Source') ?? 'other', textOf(id));
  return present<Identifiers>({
    pmid,
    pmcid: names.pmcid ?? names.loosePmcid,
    dois: filled([...names.dois]),
    others: filled([...names.others.values()]),
  });
}

function withdrawnDois(locators: readonly XmlElement[]): ReadonlySet<string> {
  const withdrawn = new Set<string>();
  const valid = new Set<string>();
  for (const locator of locators) {
    if (attribute(locator, 'EIdType') !== 'doi') continue;
    const text = textOf(locator) ?? '';
    (isNo(locator, 'ValidYN') ? withdrawn : valid).add(normaliseDoi(text) ?? text);
  }
  for (const doi of valid) withdrawn.delete(doi);
  return withdrawn;
}

class Names {
  readonly dois = new Set<string>();
  readonly others = new Map<string, OtherName>();
  pmcid: string | undefined;
  /** Of type `pmcid`, which old records have instead of `pmc`. */
  loosePmcid: string | undefined;
  readonly #withdrawn: ReadonlySet<string>;

  constructor(withdrawn: ReadonlySet<string>) {
    this.#withdrawn = withdrawn;
  }

  add(type: string, value: string | undefined): void {
    if (value === undefined || type === 'pubmed') return;
    if (type === 'doi') this.#addDoi(value);
    else if (type === 'pmc' && normalisePmcid(value) !== undefined) this.pmcid ??= normalisePmcid(value);
    else if (type === 'pmcid' && normalisePmcid(value) !== undefined) this.loosePmcid ??= normalisePmcid(value);
    else this.others.set(`${type} ${value}`, { type, value });
  }

  #addDoi(value: string): void {
    const doi = normaliseDoi(value);
    if (this.#withdrawn.has(doi ?? value)) return;
    if (doi === undefined) this.others.set(`doi ${value}`, { type: 'doi', value });
    else this.dois.add(doi);
  }
}
