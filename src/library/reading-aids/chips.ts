/** Small marks beside a paper in a list: its design, how many took part, and whether a copy is free. Absent beats guessed. */
import { plainText } from '#model/index.ts';
import type { Paper } from '#model/index.ts';
import { abstractParts } from './abstract-text.ts';
import { designOf } from './design.ts';
import { peopleIn, placesIn, studiesIn } from './participants.ts';

export interface Chip {
  readonly kind: 'design' | 'participants' | 'free-copy';
  readonly text: string;
}

const OF_STUDIES = new Set(['Systematic review', 'Meta-analysis', 'Systematic review and meta-analysis']);
/** Designs that counted nobody, or nobody yet. */
const OF_NOBODY = new Set([
  'Protocol',
  'Guideline',
  'Case report',
  'Narrative review',
  'Animal study',
  'Laboratory study',
]);

/** At most one chip of each kind, in this order. */
export function chipsOf(paper: Paper): Chip[] {
  const design = designOf(paper);
  const participants = participantsOf(paper, design);
  const chips: (Chip | undefined)[] = [
    design === undefined ? undefined : { kind: 'design', text: design },
    participants === undefined ? undefined : { kind: 'participants', text: participants },
    paper.identifiers.pmcid === undefined ? undefined : { kind: 'free-copy', text: 'Free copy' },
  ];
  return chips.filter((chip) => chip !== undefined);
}

function participantsOf(paper: Paper, design: string | undefined): string | undefined {
  if (design !== undefined && OF_NOBODY.has(design)) return undefined;
  const isReview = paper.publicationTypes.some((type) => type.name === 'Review');
  const { study, whole } = abstractParts(paper);
  if (design !== undefined && OF_STUDIES.has(design)) return studiesIn(study);
  if (isReview || /\b(?:systematic|scoping) review\b|\bmeta-?analysis\b/i.test(plainText(paper.title)))
    return undefined;
  const people = peopleIn(study, plainText(paper.title));
  return people ?? (/\bcluster\b/i.test(`${design ?? ''} ${whole}`) ? placesIn(study) : undefined);
}
