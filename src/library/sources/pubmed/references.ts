/** What a paper cites. Each reference keeps its own identifiers to itself. */
import type { Reference } from '#model/index.ts';
import { normaliseDoi, normalisePmcid, normalisePmid } from './identifiers.ts';
import { present } from './present.ts';
import { richTextOf, textOf } from './text.ts';
import { attribute, child, childrenOf } from './tree-walk.ts';
import type { XmlElement } from './xml-tree.ts';

/** All references of all lists, lists within lists included; an empty array where the lists are empty, undefined without one. */
export function readReferences(holder: XmlElement | undefined): readonly Reference[] | undefined {
  const lists = childrenOf(holder, 'ReferenceList');
  return lists.length === 0 ? undefined : lists.flatMap(readList);
}

function readList(list: XmlElement): Reference[] {
  const references: Reference[] = [];
  for (const node of list.children) {
    if (typeof node === 'string') continue;
    if (node.name === 'ReferenceList') references.push(...readList(node));
    if (node.name === 'Reference') {
      const reference = readReference(node);
      if (reference !== undefined) references.push(reference);
    }
  }
  return references;
}

function readReference(element: XmlElement): Reference | undefined {
  const ids = childrenOf(child(element, 'ArticleIdList'), 'ArticleId');
  const citation = richTextOf(child(element, 'Citation'));
  if (citation === undefined && ids.every((id) => textOf(id) === undefined)) return undefined;
  const pmcid = idOf(ids, 'pmc') ?? idOf(ids, 'pmcid');
  const doi = idOf(ids, 'doi');
  return present<Reference>({
    citation,
    pmid: normalisePmid(idOf(ids, 'pubmed')),
    pmcid: pmcid === undefined ? undefined : normalisePmcid(pmcid),
    doi: doi === undefined ? undefined : normaliseDoi(doi),
  });
}

/** The first identifier of a type; one that does not say its type is a PMID. */
function idOf(ids: readonly XmlElement[], type: string): string | undefined {
  for (const id of ids) {
    const value = (attribute(id, 'IdType') ?? 'pubmed') === type ? textOf(id) : undefined;
    if (value !== undefined) return value;
  }
  return undefined;
}
