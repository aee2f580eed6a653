/** Ties to other papers: retractions, corrections, comments, updates. */
import type { RecordId, Relation } from '#model/index.ts';
import { normalisePmid } from './identifiers.ts';
import { filled, present } from './present.ts';
import { textOf } from './text.ts';
import { attribute, child, itemsOf } from './tree-walk.ts';
import type { XmlElement } from './xml-tree.ts';

/** Every tie that says of which kind it is; the other paper's PMID is often missing, its citation seldom. */
export function readRelations(citation: XmlElement | undefined): readonly Relation[] | undefined {
  const relations: Relation[] = [];
  for (const element of itemsOf(citation, 'CommentsCorrectionsList', 'CommentsCorrections')) {
    const type = attribute(element, 'RefType');
    if (type === undefined) continue;
    const pmid = normalisePmid(textOf(child(element, 'PMID')));
    relations.push(
      present<Relation>({
        type,
        to: pmid === undefined ? undefined : pubmedId(pmid),
        citation: textOf(child(element, 'RefSource')),
        note: textOf(child(element, 'Note')),
      }),
    );
  }
  return filled(relations);
}

/** The house's id of the paper with that PMID. */
export function pubmedId(pmid: string): RecordId {
  return `pm${pmid}` as RecordId;
}
