/**
 * What has become of a paper after it appeared, from its own record and from what other records say of it.
 * Retracted, doubted, corrected, updated and republished are different things, and a notice is not what it is about.
 */
import { dateInWords, plainText } from '#model/index.ts';
import type { Paper, RecordId } from '#model/index.ts';
import { paperDate } from './paper-date.ts';
import type { Library, Tie } from './port.ts';

export type NoticeKind = 'retracted' | 'concern' | 'corrected' | 'updated' | 'republished' | 'notice';

export interface Notice {
  readonly kind: NoticeKind;
  /** A sentence for the reader. */
  readonly text: string;
  /** The other paper as a citation, where the record gives one. */
  readonly citation?: string;
  /** The other paper, where the library holds it. */
  readonly id?: RecordId;
  /** Its PMID where the library does not. */
  readonly pmid?: string;
}

/** Words said of this paper, by the type its record or, the other way round, the other record uses. */
const SAID_OF_IT: readonly (readonly [
  kind: NoticeKind,
  here: readonly string[],
  there: readonly string[],
  says: string,
])[] = [
  ['retracted', ['RetractionIn'], ['RetractionOf'], 'This paper was retracted'],
  [
    'retracted',
    ['RetractedandRepublishedIn'],
    ['RetractedandRepublishedFrom'],
    'This paper was retracted and published again',
  ],
  [
    'concern',
    ['ExpressionOfConcernIn'],
    ['ExpressionOfConcernFor'],
    'The journal has expressed concern about this paper',
  ],
  ['corrected', ['ErratumIn'], ['ErratumFor'], 'This paper was corrected'],
  [
    'corrected',
    ['CorrectedandRepublishedIn'],
    ['CorrectedandRepublishedFrom'],
    'This paper was corrected and published again',
  ],
  ['republished', ['RepublishedIn'], ['RepublishedFrom'], 'This paper was published again'],
  ['updated', ['UpdateIn'], ['UpdateOf'], 'There is a newer version of this paper'],
];

const IT_SAYS: readonly (readonly [type: string, says: string])[] = [
  ['RetractionOf', 'This is the notice that retracts another paper'],
  ['ExpressionOfConcernFor', 'This is a notice of concern about another paper'],
  ['ErratumFor', 'This is the correction of another paper'],
  ['RetractedandRepublishedFrom', 'This replaces a paper that was retracted'],
  ['CorrectedandRepublishedFrom', 'This is the corrected version of an earlier paper'],
];

const RETRACTED_TYPES = new Set(['Retracted Publication']);

/** The notices of a paper, the gravest first, each with the way to the other paper as far as there is one. */
export async function noticesOf(
  library: Pick<Library, 'get'>,
  paper: Paper,
  ties: readonly Tie[],
): Promise<readonly Notice[]> {
  const isHeld = async (id: RecordId): Promise<boolean> =>
    ties.some((tie) => tie.from.id === id) || (await library.get(id)) !== undefined;
  return Promise.all(
    statedNotices(paper, ties).map(async ({ id, ...notice }) => {
      if (id === undefined) return notice;
      if (await isHeld(id)) return { ...notice, id };
      const pmid = /^pm(\d+)$/.exec(id)?.[1];
      return pmid === undefined ? notice : { ...notice, pmid };
    }),
  );
}

/** What the records say; `id` is the other paper whether or not it is held. */
function statedNotices(paper: Paper, ties: readonly Tie[]): Notice[] {
  const notices = SAID_OF_IT.flatMap(([kind, here, there, says]) => saidOfIt(paper, ties, kind, here, there, says));
  const isMarked = paper.publicationTypes.some((type) => RETRACTED_TYPES.has(type.name));
  if (isMarked && !notices.some((notice) => notice.kind === 'retracted'))
    notices.unshift({
      kind: 'retracted',
      text: 'This paper was retracted. The record does not say where the notice stands.',
    });
  return [...notices, ...IT_SAYS.flatMap(([type, says]) => itSays(paper, type, says))];
}

function saidOfIt(
  paper: Paper,
  ties: readonly Tie[],
  kind: NoticeKind,
  here: readonly string[],
  there: readonly string[],
  says: string,
): Notice[] {
  const heard = ties.filter((tie) => there.includes(tie.type));
  const own = (paper.relations ?? []).filter((relation) => here.includes(relation.type));
  const fromOwn = own.map((relation): Notice => {
    const tie = heard.find((each) => each.from.id === relation.to);
    return {
      kind,
      text: `${says}${tie === undefined ? '' : when(tie.from)}.`,
      ...(relation.citation === undefined ? {} : { citation: relation.citation }),
      ...(relation.to === undefined ? {} : { id: relation.to }),
    };
  });
  const fromOthers = heard
    .filter((tie) => !own.some((relation) => relation.to === tie.from.id))
    .map((tie): Notice => ({
      kind,
      text: `${says}${when(tie.from)}.`,
      citation: plainText(tie.from.title),
      id: tie.from.id,
    }));
  return [...fromOwn, ...fromOthers];
}

function itSays(paper: Paper, type: string, says: string): Notice[] {
  return (paper.relations ?? [])
    .filter((relation) => relation.type === type)
    .map((relation) => ({
      kind: 'notice',
      text: `${says}.`,
      ...(relation.citation === undefined ? {} : { citation: relation.citation }),
      ...(relation.to === undefined ? {} : { id: relation.to }),
    }));
}

function when(from: Tie['from']): string {
  const date = paperDate(from);
  return date === undefined ? '' : ` (${dateInWords(date)})`;
}
