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
  const ids = new Map<string, string>();
  for (const id of childrenOf(child(element, 'ArticleIdList'), 'ArticleId')) {
    const type = attribute(id, 'IdType') ?? 'pubmed';
    const value = textOf(id);
    if (value !== undefined && !ids.has(type)) ids.set(type, value);
  }
  const citation = richTextOf(child(element, 'Citation'));
  if (citation === undefined && ids.size === 0) return undefined;
  const pmcid = ids.get('pmc') ?? ids.get('pmcid');
  const doi = ids.get('doi');
  return present<Reference>({
    citation,
    pmid: normalisePmid(ids.get('pubmed')),
    pmcid: pmcid === undefined ? undefined : normalisePmcid(pmcid),
    doi: doi === undefined ? undefined : normaliseDoi(doi),
  });
}
