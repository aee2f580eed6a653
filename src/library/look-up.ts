/** One paper by any identifier, with what stands around it: notices, other versions, comments. */
import type { Paper, RecordId, RichText } from '#model/index.ts';
import { SHOW_ALL, shown } from './display.ts';
import type { Display } from './display.ts';
import { readIdentifier } from './identifiers.ts';
import { noticesOf } from './notices.ts';
import type { Notice } from './notices.ts';
import { lastingAddress, openPlace } from './open-at.ts';
import type { OpenPlace } from './open-at.ts';
import type { Library, Tie, Tombstone } from './port.ts';
import {
  chipsOf,
  citeAma,
  citeVancouver,
  coins,
  conclusionOf,
  highwireTags,
  jsonLd,
  teamNote,
} from './reading-aids/index.ts';
import type { Chip, Conclusion, MetaTag } from './reading-aids/index.ts';

export type LookUp =
  | { readonly kind: 'paper'; readonly described: DescribedPaper }
  /** Several papers share the identifier; nobody but the reader can choose. */
  | {
      readonly kind: 'several';
      readonly papers: readonly {
        readonly paper: Paper;
        readonly notices: readonly Notice[];
        readonly chips: readonly Chip[];
      }[];
    }
  | { readonly kind: 'withdrawn'; readonly tombstone: Tombstone }
  | { readonly kind: 'unknown' };

export interface DescribedPaper {
  readonly paper: Paper;
  readonly notices: readonly Notice[];
  readonly relations: readonly RelatedPaper[];
  readonly isAbstractShown: boolean;
  readonly chips: readonly Chip[];
  readonly citations: { readonly vancouver: string; readonly ama: string };
  /** What people paste into a chat of their team. */
  readonly teamNote: string;
  /** For reference managers and search engines. */
  readonly metadata: { readonly tags: readonly MetaTag[]; readonly coins: string; readonly jsonLd: object };
  readonly conclusion: Conclusion | undefined;
  readonly open: OpenPlace | undefined;
}

export interface RelatedPaper {
  /** In words, from this paper's side: `Comment on`. */
  readonly label: string;
  readonly citation?: string;
  /** Where the library holds it. */
  readonly id?: RecordId;
  readonly title?: RichText;
}

/** From this paper's own record, and the label for what the other record says the other way round. */
const LABELS: readonly (readonly [own: string, label: string, fromOther: string])[] = [
  ['CommentIn', 'Comment', 'CommentOn'],
  ['CommentOn', 'Comment on', 'CommentIn'],
  ['UpdateIn', 'Newer version', 'UpdateOf'],
  ['UpdateOf', 'Earlier version', 'UpdateIn'],
  ['RepublishedFrom', 'First published as', 'RepublishedIn'],
  ['ReprintIn', 'Reprinted in', 'ReprintOf'],
  ['ReprintOf', 'Reprint of', 'ReprintIn'],
  ['SummaryForPatientsIn', 'Summary for patients', 'OriginalReportIn'],
  ['OriginalReportIn', 'Original report', 'SummaryForPatientsIn'],
  ['AssociatedDataset', 'Data set', 'AssociatedPublication'],
  ['AssociatedPublication', 'Publication', 'AssociatedDataset'],
];

/** Before whatever of a sample paper can be pasted elsewhere. */
const FICTION = 'SAMPLE, fictional: ';

export async function lookUp(library: Library, text: string, display: Display = SHOW_ALL): Promise<LookUp> {
  const identifier = readIdentifier(text);
  if (identifier === undefined) return { kind: 'unknown' };
  const papers = await library.resolve(identifier.keys);
  const [first, second] = papers;
  if (second !== undefined) {
    const several = papers.map(async (paper) => ({
      paper: shown(paper, display),
      notices: await noticesOf(library, paper, await library.ties(paper.id)),
      chips: chipsOf(paper),
    }));
    return { kind: 'several', papers: await Promise.all(several) };
  }
  if (first !== undefined) return { kind: 'paper', described: await describe(library, shown(first, display), display) };
  return withdrawn(library, identifier.keys);
}

async function withdrawn(library: Library, keys: readonly string[]): Promise<LookUp> {
  for (const key of keys) {
    const id = (/^\d+$/.test(key) ? `pm${key}` : key) as RecordId;
    const tombstone = await library.tombstone(id);
    if (tombstone !== undefined) return { kind: 'withdrawn', tombstone };
  }
  return { kind: 'unknown' };
}

async function describe(library: Library, paper: Paper, display: Display): Promise<DescribedPaper> {
  const ties = await library.ties(paper.id);
  const notices = await noticesOf(library, paper, ties);
  const address = lastingAddress(paper) ?? '';
  const fiction = paper.source === 'sample' ? FICTION : '';
  return {
    paper,
    notices,
    relations: await relationsOf(library, paper, ties),
    isAbstractShown: !display.hideAbstracts.includes(paper.source),
    chips: chipsOf(paper),
    citations: { vancouver: fiction + citeVancouver(paper, notices), ama: fiction + citeAma(paper, notices) },
    teamNote: fiction + teamNote(paper, notices, address),
    metadata: { tags: highwireTags(paper), coins: coins(paper), jsonLd: jsonLd(paper, address) },
    conclusion: conclusionOf(paper),
    open: openPlace(paper, display.linkResolver),
  };
}

async function relationsOf(library: Library, paper: Paper, ties: readonly Tie[]): Promise<RelatedPaper[]> {
  const related: RelatedPaper[] = [];
  for (const [own, label, fromOther] of LABELS) {
    const stated = (paper.relations ?? []).filter((relation) => relation.type === own);
    for (const { to, citation } of stated) {
      const other = to === undefined ? undefined : await library.get(to);
      related.push({
        label,
        ...(citation === undefined ? {} : { citation }),
        ...(other === undefined ? {} : { id: other.id, title: other.title }),
      });
    }
    for (const { from } of ties.filter(
      (tie) => tie.type === fromOther && !stated.some((each) => each.to === tie.from.id),
    ))
      related.push({ label, id: from.id, title: from.title });
  }
  return related;
}
