/** What goes over the wire, as schemas; the types of both sides come from them. */
import { z } from 'zod';
import type { Paper, RichText } from '#model/index.ts';
import { you } from './people-shapes.ts';

/** Rich text is built by the house from its own allow-list, so its shape is trusted on the way out. */
const richText = z.custom<RichText>((value) => typeof value === 'string' || Array.isArray(value));
const paper = z.custom<Paper>((value) => typeof value === 'object' && value !== null);
export const recordId = z.string().min(1);

const problem = z.object({
  error: z.object({
    code: z.string(),
    /** A sentence for the person. */
    message: z.string(),
    /** Where in the query as sent the trouble is, in UTF-16 units. */
    at: z.object({ start: z.number().int(), length: z.number().int() }).optional(),
  }),
});

const libraryState = z.object({
  papers: z.number().int(),
  /** The newest change NLM made to a PubMed record held here: the date of the data. */
  dataOf: z.string().optional(),
  /** When papers last came in or went: an instant in UTC. */
  changedAt: z.string().optional(),
});

export const houseState = z.object({
  kind: z.enum(['sample', 'home']),
  /** What its people call it, where they said so. */
  name: z.string().optional(),
  /** The data folder, for whoever is at the machine or keeps the house. */
  folder: z.string().optional(),
  /** Absent where one has to sign in first. */
  library: libraryState.optional(),
  /** Whether the page may offer the other house, and what it holds. */
  other: z.object({ kind: z.enum(['sample', 'home']), papers: z.number().int() }).optional(),
  /** Who is signed in. */
  you: you.optional(),
  /** Where somebody without an account is led: into the sample, to the setting up of a house without a person, or to sign in. */
  door: z.enum(['walk-in', 'set-up', 'sign-in']),
  /** Whether one may bring papers here. */
  mayBring: z.boolean(),
  /** Whom to write to for help, and the number to call when it is urgent, where the house says so. */
  contact: z.string().optional(),
  urgent: z.string().optional(),
});

export const switchRequest = z.object({ kind: z.enum(['sample', 'home']) });

/** The state of a search as it stands in the address of the page. */
export const searchFilters = z.object({
  q: z.string().max(20_000),
  /** First and last year of publication, both included. */
  from: z.coerce.number().int().min(1000).max(3000).optional(),
  to: z.coerce.number().int().min(1000).max(3000).optional(),
  /** Publication types and languages, as `a|b`: any of them. */
  types: z.string().max(2_000).optional(),
  languages: z.string().max(500).optional(),
  abstract: z.literal('yes').optional(),
});

export const searchRequest = searchFilters.extend({
  sort: z.enum(['best', 'newest']).default('best'),
  /** From 1. */
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
});

/** Text cut from a record; `hit` marks what the query found. */
const markedText = z.array(z.object({ text: z.string(), hit: z.boolean() }));

const noticeView = z.object({
  kind: z.enum(['retracted', 'concern', 'corrected', 'updated', 'republished', 'notice']),
  /** One sentence: what happened and when, as far as the record says. */
  text: z.string(),
  /** The other paper as a citation, where the record gives one. */
  citation: z.string().optional(),
  /** The way to it, where the library holds it. */
  id: recordId.optional(),
  pmid: z.string().optional(),
});

const chip = z.object({ kind: z.enum(['design', 'participants', 'free-copy']), text: z.string() });

export const foundPaper = z.object({
  id: recordId,
  pmid: z.string().optional(),
  title: richText,
  journal: z.string().optional(),
  /** As precise as known: `2025`, `2025-05`, `2025-05-14`. */
  date: z.string().optional(),
  dateInWords: z.string().optional(),
  authors: z.string(),
  types: z.array(z.string()),
  /** Names in English, not codes. */
  languages: z.array(z.string()),
  hasAbstract: z.boolean(),
  freeCopy: z.boolean(),
  /** Design and number of participants, where the record is unmistakable about them. */
  chips: z.array(chip),
  notices: z.array(noticeView),
  score: z.number(),
  /** Title and a passage with the hits marked; a title with markup comes without marks. */
  markedTitle: markedText.optional(),
  passage: markedText.optional(),
});

export const searchAnswer = z.object({
  query: z.string(),
  total: z.number().int(),
  page: z.number().int(),
  pages: z.number().int(),
  ms: z.number(),
  /** Twenty a page; the last page may hold fewer. */
  hits: z.array(foundPaper),
  /** What the person should know of how the query was read: terms that nothing has, and the like. */
  notes: z.array(z.string()),
  /** The query was one paper's identifier: the paper to open. */
  opens: recordId.optional(),
  library: libraryState,
});

const facetValue = z.object({ value: z.string(), label: z.string(), count: z.number().int() });
export const facets = z.object({
  years: z.array(z.object({ year: z.number().int(), count: z.number().int() })),
  types: z.array(facetValue),
  languages: z.array(facetValue),
  withAbstract: z.number().int(),
});

const relationView = z.object({
  /** In words: `Comment on`, `Update of`. */
  label: z.string(),
  citation: z.string().optional(),
  id: recordId.optional(),
  title: richText.optional(),
});

/** The authors' own conclusion, word for word; absent where the abstract has none. */
const conclusion = z.object({ heading: z.string().optional(), text: richText });

const paperView = z.object({
  paper,
  notices: z.array(noticeView),
  relations: z.array(relationView),
  /** `Lindgren A, Petrov S` … all authors in a line. */
  authors: z.string(),
  /** Where it opens; a sample paper has no such place. `free` is a copy anyone can read. */
  open: z.object({ label: z.string(), url: z.string(), free: z.boolean() }).optional(),
  conclusion: conclusion.optional(),
  chips: z.array(chip),
  citations: z.object({ vancouver: z.string(), ama: z.string() }),
  /** What “copy for the team” copies: any notice, the title, the authors' conclusion, the link. */
  teamNote: z.string(),
  /** For reference managers: HighWire tags in their order, and the paper as an OpenURL (COinS). */
  metadata: z.object({ tags: z.array(z.object({ name: z.string(), content: z.string() })), coins: z.string() }),
  /** False where the house is set to show no abstracts of this source. */
  abstractShown: z.boolean(),
  courtesy: z.string(),
});

/** One paper, or the several that share the identifier asked for. */
export const paperAnswer = z.union([
  z.object({ paper: paperView }),
  z.object({ several: z.array(foundPaper) }),
  z.object({ withdrawn: z.object({ id: recordId, on: z.string(), message: z.string() }) }),
]);

/** At most ten: what belongs to the paper by the records, then the papers most like it. */
export const relatedAnswer = z.object({
  hits: z.array(
    z.object({
      paper: foundPaper,
      /** The words that bring the two together, as the paper asked for writes them, the strongest first. */
      shared: z.array(z.string()),
      /** What it is to the paper asked for, or that paper to it, by the record of either. */
      tie: z.enum(['retraction', 'concern', 'correction', 'update', 'republication', 'comment', 'summary']).optional(),
      mark: z.enum(['guideline', 'trial']).optional(),
      /** Other records of the same paper, such as its preprint. */
      also: z.array(recordId).optional(),
    }),
  ),
});

/** What can be asked of PubMed: a search in its own language, the papers of a journal, or papers by their numbers. */
const pubmedQuestion = z.object({
  query: z.string().max(20_000).optional(),
  /** Its name or abbreviation. */
  journal: z.string().max(300).optional(),
  /** PMIDs, PMCIDs and DOIs as people paste them. */
  ids: z.string().max(400_000).optional(),
  /** Publication date from which on papers count: `2024`, `2024/03`, `2024/03/09`. */
  since: z.string().max(10).optional(),
});

export const countRequest = pubmedQuestion.pick({ query: true, journal: true, since: true });

export const countAnswer = z.object({
  /** How many papers match in PubMed. */
  total: z.number().int(),
  /** How PubMed understood the query. */
  translation: z.string().optional(),
  /** Words and fields PubMed does not know. */
  unknown: z.array(z.string()),
});

export const fetchRequest = pubmedQuestion.extend({
  /** How many to take at most; a list of numbers is taken whole. */
  max: z.coerce.number().int().min(1).max(100_000).default(1_000),
  /** Whether it is asked again every day for what is new. */
  keepCurrent: z.boolean().default(false),
});

const jobView = z.object({
  id: z.number().int(),
  kind: z.enum(['fetch', 'keep-current', 'import']),
  /** What it is about, in words: `“heart failure readmission”`, `41 papers by number`, the name of a file. */
  title: z.string(),
  status: z.enum(['waiting', 'running', 'stopped', 'done', 'failed']),
  /** The name of the reader who wished it. */
  askedBy: z.string().optional(),
  /** Whether it waits until somebody who may bring papers lets it go on. */
  isWish: z.boolean(),
  /** Why it failed, or failed last time, as a sentence. */
  error: z.string().optional(),
  /** What it is doing, where there is more to say than a number: `PubMed answered “too many requests”. Try 2 of 6 in 1 s.` */
  saying: z.string().optional(),
  /** Instants in UTC. */
  createdAt: z.string(),
  startedAt: z.string().optional(),
  endedAt: z.string().optional(),
  /** When it is tried again by itself. */
  againAt: z.string().optional(),
  /** Papers asked for, or bytes of a file; how many of them are in. */
  wanted: z.number().optional(),
  done: z.number().optional(),
  /** How many papers match in PubMed. */
  total: z.number().int().optional(),
  added: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  deleted: z.number().int(),
  /** Records that could not be read and are set aside. */
  quarantined: z.number().int(),
  /** Numbers PubMed has no record for, as they were given. */
  notFound: z.array(z.string()),
  /** Lines of a list that were not understood. */
  badLines: z.array(z.object({ line: z.number().int(), text: z.string() })),
  /** What a person should know of how it went. */
  notes: z.array(z.string()),
});

const keptView = z.object({
  id: z.number().int(),
  title: z.string(),
  /** Instants in UTC. */
  nextAt: z.string(),
  lastAt: z.string().optional(),
  /** How many papers the last time brought, or why it failed. */
  lastAdded: z.number().int().optional(),
  lastError: z.string().optional(),
});

export const jobsAnswer = z.object({
  /** Running and waiting ones first, then the newest. */
  jobs: z.array(jobView),
  /** What is kept current. */
  kept: z.array(keptView),
  /** Papers in the house they come into, which need not be the one that is open. */
  papers: z.number().int(),
});

export const jobAnswer = z.object({ job: jobView });
export const numbered = z.object({ id: z.number().int() });
export const fileRequest = z.object({
  /** The file's own name. */
  name: z.string().min(1).max(255),
});

export type Problem = z.infer<typeof problem>;
export type LibraryState = z.infer<typeof libraryState>;
export type HouseState = z.infer<typeof houseState>;
export type SearchRequest = z.infer<typeof searchRequest>;
export type MarkedText = z.infer<typeof markedText>;
export type NoticeView = z.infer<typeof noticeView>;
export type FoundPaper = z.infer<typeof foundPaper>;
export type SearchAnswer = z.infer<typeof searchAnswer>;
export type Facets = z.infer<typeof facets>;
export type RelationView = z.infer<typeof relationView>;
export type PaperView = z.infer<typeof paperView>;
export type RelatedAnswer = z.infer<typeof relatedAnswer>;
export type PaperAnswer = z.infer<typeof paperAnswer>;
export type CountAnswer = z.infer<typeof countAnswer>;
export type FetchWish = z.infer<typeof fetchRequest>;
export type JobView = z.infer<typeof jobView>;
export type KeptView = z.infer<typeof keptView>;
export type JobsAnswer = z.infer<typeof jobsAnswer>;
