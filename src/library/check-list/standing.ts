/** The gravest that is said of a paper, with the notice's own date: what stands beside a reference in a checked list. */
import type { Paper, PartialDate, RecordId } from '#model/index.ts';
import type { Notice } from '../notices.ts';
import { paperDate } from '../paper-date.ts';
import type { Library, Tie } from '../port.ts';

export interface Standing {
  readonly kind: 'retracted' | 'concern' | 'corrected';
  /** The sentence of the notice. */
  readonly text: string;
  /** When the notice appeared, as far as it is known. */
  readonly date?: PartialDate;
  /** The notice where the library holds it, else its PMID. */
  readonly id?: RecordId;
  readonly pmid?: string;
  readonly citation?: string;
}

const GRAVEST_FIRST = ['retracted', 'concern', 'corrected'] as const;

/** Undefined where nothing of that kind is known. */
export async function standingOf(
  library: Pick<Library, 'get'>,
  notices: readonly Notice[],
  ties: readonly Tie[],
): Promise<Standing | undefined> {
  for (const kind of GRAVEST_FIRST) {
    const notice = notices.find((each) => each.kind === kind);
    if (notice === undefined) continue;
    const { text, id, pmid, citation } = notice;
    const from =
      id === undefined ? undefined : (ties.find((tie) => tie.from.id === id)?.from ?? (await library.get(id)));
    const date = from === undefined ? yearIn(citation) : paperDate(from);
    return {
      kind,
      text,
      ...(date === undefined ? {} : { date }),
      ...(id === undefined ? {} : { id }),
      ...(pmid === undefined ? {} : { pmid }),
      ...(citation === undefined ? {} : { citation }),
    };
  }
  return undefined;
}

/** NLM writes a notice as `J Foo. 2024 Mar 3;12(1):5`. */
function yearIn(citation: string | undefined): PartialDate | undefined {
  const year = /[.;]\s(1[89]\d\d|20\d\d)\b/.exec(citation ?? '')?.[1];
  return year === undefined ? undefined : { year: Number(year) };
}

/** What notices held here say of a paper that is not: a retraction whose paper was never brought. */
const SAID: Readonly<Record<string, readonly [kind: Standing['kind'], text: string]>> = {
  RetractionOf: ['retracted', 'This paper was retracted.'],
  RetractedandRepublishedFrom: ['retracted', 'This paper was retracted and published again.'],
  ExpressionOfConcernFor: ['concern', 'The journal has expressed concern about this paper.'],
  ErratumFor: ['corrected', 'This paper was corrected.'],
};

export async function standingOfMissing(library: Pick<Library, 'ties'>, pmid: string): Promise<Standing | undefined> {
  const ties = await library.ties(`pm${pmid}` as RecordId);
  const said = ties.flatMap(({ type, from }) => {
    const [kind, text] = SAID[type] ?? [];
    const date = paperDate(from);
    return kind === undefined || text === undefined ? [] : [{ kind, text, id: from.id, ...(date && { date }) }];
  });
  return GRAVEST_FIRST.map((kind) => said.find((each) => each.kind === kind)).find((each) => each !== undefined);
}

/** Whether the paper is itself a notice that retracts another. */
export function isRetractionNotice(paper: Pick<Paper, 'relations' | 'publicationTypes'>): boolean {
  return (
    paper.publicationTypes.some((type) => type.name === 'Retraction of Publication') ||
    (paper.relations ?? []).some((relation) => relation.type === 'RetractionOf')
  );
}
