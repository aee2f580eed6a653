/** What the feed knows of each paper of the window beside its words: what filters, fresh arrivals and interests are told by. */
import { plainText } from '#model/index.ts';
import type { CivilDate, Paper, RecordId } from '#model/index.ts';
import type { RecentPaper } from '#library/index.ts';
import { isStopWord, stem, wordForms } from '#text/index.ts';
import { specialtiesOf } from './specialties.ts';

export interface PaperFacts {
  readonly id: RecordId;
  /** Changes with the record. */
  readonly key: string;
  readonly entered: CivilDate | '';
  /** Milliseconds since 1970. */
  readonly arrivedAt: number;
  readonly title: string;
  readonly journal: string | undefined;
  readonly types: readonly string[];
  readonly languages: readonly string[];
  /** Headings and the authors' keywords, in the form in which topics are compared. */
  readonly topics: readonly string[];
  readonly specialties: readonly string[];
  readonly isOnAnimalsAlone: boolean;
  readonly hasAbstract: boolean;
  /** Whether it was retracted, or is a word about another paper and none of its own, such as a correction. */
  readonly isNever: boolean;
  /** Papers that it retracts; absent where it retracts none. */
  readonly retracts?: readonly RecordId[];
  /** What titles are compared by: papers whose titles agree nearly are one. */
  readonly titleStems: ReadonlySet<string>;
}

/** Headings that say who took part and when, not what a paper is about. */
const CHECK_TAGS = new Set(
  [
    'Humans', 'Animals', 'Male', 'Female', 'Adult', 'Young Adult', 'Middle Aged', 'Aged', 'Aged, 80 and over', 'Adolescent', 'Child',
    'Child, Preschool', 'Infant', 'Infant, Newborn', 'Mice', 'Rats', 'Retrospective Studies', 'Prospective Studies', 'Treatment Outcome',
    'Cohort Studies', 'Cross-Sectional Studies', 'Risk Factors', 'United States', 'Time Factors', 'Follow-Up Studies', 'Surveys and Questionnaires',
  ].map(topicKey),
); // prettier-ignore

/** Records that are a word about another paper and none of their own, and papers that were retracted: by type, and by relation. */
const NEVER_TYPES = new Set(
  ['Published Erratum', 'Retraction of Publication', 'Retraction Notice', 'Retracted Publication', 'Expression of Concern'].map(topicKey),
); // prettier-ignore
const NEVER_RELATIONS = new Set([
  'RetractionIn',
  'RetractedandRepublishedIn',
  'RetractionOf',
  'ErratumFor',
  'ExpressionOfConcernFor',
]);
const RETRACTS = new Set(['RetractionOf', 'RetractedandRepublishedFrom']);

/** Texts that many papers share stand in memory once. */
const interned = new Map<string, string>();
const topicNames = new Map<string, string>();

export function factsOf({ id, entered, arrivedAt, recordedAt }: RecentPaper, paper: Paper): PaperFacts {
  const title = plainText(paper.title);
  const headings = (paper.mesh ?? []).map(({ name }) => name);
  const { relations = [] } = paper;
  const retracts = relations.flatMap(({ type, to }) => (RETRACTS.has(type) && to !== undefined ? [to] : []));
  return {
    id,
    key: `${id}@${recordedAt}`,
    entered,
    arrivedAt: Date.parse(arrivedAt),
    title,
    journal: once(paper.journal?.title),
    types: paper.publicationTypes.map(({ name }) => once(name)),
    languages: paper.languages.map((code) => once(code)),
    topics: topicsOf(paper),
    specialties: specialtiesOf([...headings, title]),
    isOnAnimalsAlone: headings.includes('Animals') && !headings.includes('Humans'),
    hasAbstract: (paper.abstract?.sections.length ?? 0) > 0,
    isNever:
      paper.publicationTypes.some((type) => NEVER_TYPES.has(topicKey(type.name))) ||
      relations.some(({ type }) => NEVER_RELATIONS.has(type)),
    ...(retracts.length === 0 ? {} : { retracts }),
    titleStems: new Set(
      wordForms(title)
        .filter((form) => !isStopWord(form))
        .map((form) => once(stem(form))),
    ),
  };
}

/** The form in which topics are compared: “Heart failure” and “Heart Failure” are one. */
export function topicKey(name: string): string {
  return wordForms(name).join(' ');
}

/** How a topic is written: as a heading where it is one, else the first way that was read. */
export function nameOfTopic(key: string): string | undefined {
  return topicNames.get(key);
}

function topicsOf({ mesh = [], keywords = [] }: Paper): string[] {
  const keys = new Set<string>();
  const add = (name: string, isHeading: boolean): void => {
    const key = once(topicKey(name));
    if (key === '' || CHECK_TAGS.has(key)) return;
    if (isHeading || !topicNames.has(key)) topicNames.set(key, name);
    keys.add(key);
  };
  for (const { name } of mesh) add(name, true);
  for (const { text } of keywords) add(plainText(text), false);
  return [...keys];
}

function once(text: string): string;
function once(text: string | undefined): string | undefined;
function once(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const known = interned.get(text);
  if (known !== undefined) return known;
  interned.set(text, text);
  return text;
}
