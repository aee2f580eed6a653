/** What belongs to a paper by the records: its own word about others, and other papers' word about it. */
import type { Paper, RecordId } from '#model/index.ts';
import type { Library } from '#library/index.ts';

export type TieKind = 'retraction' | 'concern' | 'correction' | 'update' | 'republication' | 'comment' | 'summary';

/** Both directions of a tie are of the same kind: the notice of a correction, and the paper that it corrects. */
const KINDS: readonly (readonly [kind: TieKind, types: RegExp])[] = [
  ['retraction', /^Retract/],
  ['concern', /^ExpressionOfConcern/],
  ['correction', /^(?:Erratum|CorrectedandRepublished)/],
  ['update', /^Update/],
  ['republication', /^(?:Republished|Reprint)/],
  ['comment', /^Comment/],
  ['summary', /^(?:SummaryForPatients|OriginalReport)/],
];

/** By id, whether or not the library holds the other paper; the gravest kind where there are several. */
export async function ownTies(library: Library, paper: Paper): Promise<ReadonlyMap<RecordId, TieKind>> {
  const said = [
    ...(paper.relations ?? []).flatMap(({ type, to }) => (to === undefined ? [] : [{ type, id: to }])),
    ...(await library.ties(paper.id)).map(({ type, from }) => ({ type, id: from.id })),
  ].filter(({ id }) => id !== paper.id);
  const ties = new Map<RecordId, TieKind>();
  for (const [kind, types] of KINDS)
    for (const { type, id } of said) if (types.test(type) && !ties.has(id)) ties.set(id, kind);
  return ties;
}
