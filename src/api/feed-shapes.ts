/** The feed over the wire: Today, the stream behind it, earlier days, and what the feed believes of its reader. */
import { z } from 'zod';
import { mark } from './reading-shapes.ts';
import { foundPaper, recordId } from './shapes.ts';

/** One reason why a paper stands where it stands. */
const reason = z.discriminatedUnion('kind', [
  /** Words of the paper that raise it most, as the paper writes them. */
  z.object({ kind: z.literal('term'), term: z.string() }),
  /** A journal that the reader chose. */
  z.object({ kind: z.literal('journal'), journal: z.string() }),
  /** The liked paper it is most like. */
  z.object({ kind: z.literal('liked'), id: recordId, title: z.string() }),
  /** An interest that the reader chose. */
  z.object({ kind: z.literal('chosen'), interest: z.string() }),
]);

/** That a paper stands higher than when the page was opened, and the like that did it. */
const moved = z.object({ up: z.number().int().min(1), because: z.object({ id: recordId, title: z.string() }) });

const feedRow = z.object({
  paper: foundPaper,
  /** How long ago the paper entered PubMed, or else appeared: `2 days ago`, `3 weeks ago`, `in March 2021`. */
  age: z.string(),
  /** Whether it came into the library after the reader's Today before this one. */
  isNew: z.boolean(),
  /** At most three. */
  why: z.array(reason).max(3),
  /** Drawn by chance from outside the usual reading, one place in twelve. */
  isExploration: z.boolean(),
  mark,
  moved: moved.optional(),
});

/** A place of Today that is empty because its paper was wished away: the paper stays known, for taking that back. */
const gonePlace = z.object({
  gone: z.object({ id: recordId, title: z.string(), by: z.enum(['less', 'hide', 'withdrawn']) }),
});
const place = z.union([feedRow, gonePlace]);

const interest = z.object({ kind: z.enum(['topic', 'journal', 'specialty']), value: z.string().min(1).max(300) });

/** An interest with its name for people and how many papers of the last thirty days of the window it has. */
const choice = interest.extend({ name: z.string(), count: z.number().int() });

const belief = z.object({
  /** What `say` takes: one or two stems with a blank between. */
  key: z.string(),
  /** As the liked papers write it. */
  term: z.string(),
  /** From -1 to 1, as a share of the strongest belief. */
  weight: z.number(),
  strength: z.enum(['strongly', 'somewhat', 'a little', 'less', 'much less', 'forgotten']),
  stance: z.enum(['more', 'less', 'forget']).optional(),
  /** How many liked papers, and how many with “less”, have it. */
  likes: z.number().int(),
  lesses: z.number().int(),
});

const leftOut = z.object({
  /** Publication types, journals by their name, papers on animals alone. */
  types: z.array(z.string().min(1).max(300)).max(50),
  journals: z.array(z.string().min(1).max(300)).max(50),
  animalsOnly: z.boolean(),
  /** MEDLINE's codes of the languages one reads; empty for all. */
  onlyLanguages: z.array(z.string().min(1).max(20)).max(50),
});

/** What came in since the reader's Today before this one, and what became of it. */
const since = z.object({
  /** Absent at the first Today: then everything counts. */
  from: z.string().optional(),
  /** `Friday`, `yesterday`, `3 November`. */
  fromInWords: z.string().optional(),
  arrived: z.number().int(),
  passed: z.number().int(),
  shown: z.number().int(),
});

export const todayAnswer = z.discriminatedUnion('kind', [
  /** Nobody is signed in: the newest papers, plainly. */
  z.object({
    kind: z.literal('newest'),
    rows: z.array(z.object({ paper: foundPaper, age: z.string() })),
    papers: z.number().int(),
  }),
  /** The library is being read for the feed; ask again in a second. */
  z.object({ kind: z.literal('preparing'), papers: z.number().int(), read: z.number().int() }),
  /** The library has no papers. */
  z.object({ kind: z.literal('empty') }),
  /** Nothing is known of this reader yet. */
  z.object({ kind: z.literal('choose') }),
  z.object({
    kind: z.literal('today'),
    /** `2026-11-23`, and `Monday 23 November`. */
    day: z.string(),
    dayInWords: z.string(),
    places: z.array(place),
    /** Papers behind Today, ranked. */
    behind: z.number().int(),
    since,
    /** What it is built on, the strongest first; at most four. */
    built: z.array(belief),
    interests: z.array(choice),
    leftOut,
    isPaused: z.boolean(),
    /** The newest like of today and how many papers of the first hundred behind Today it moved up. */
    stirred: z.object({ because: z.object({ id: recordId, title: z.string() }), up: z.number().int() }).optional(),
    hasEarlier: z.boolean(),
  }),
]);

export const streamRequest = z.object({
  /** From 1; twenty a page. */
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
export const streamAnswer = z.object({
  rows: z.array(feedRow),
  page: z.number().int(),
  pages: z.number().int(),
  total: z.number().int(),
  /** Whether every paper of the window was scored since the last reaction; before that the likeliest 5,000 were. */
  isWhole: z.boolean(),
  /** The feed's own state, where there is nothing to rank yet. */
  state: z.enum(['ranked', 'preparing', 'choose', 'empty']),
});

export const daysAnswer = z.object({ days: z.array(z.object({ day: z.string(), dayInWords: z.string() })) });
export const dayRequest = z.object({ day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/) });
export const dayAnswer = z.object({
  day: z.string(),
  dayInWords: z.string(),
  openedAt: z.string(),
  /** In the order of its opening; a paper that the library no longer holds comes with its title alone. */
  rows: z.array(z.union([feedRow, gonePlace])),
  /** What was pressed that day, in order, and what it moved. */
  changes: z.array(
    z.object({
      at: z.string(),
      act: z.enum(['like', 'less', 'other']),
      paper: z.object({ id: recordId, title: z.string() }).optional(),
      /** Titles of the rows that went up. */
      up: z.array(z.string()),
    }),
  ),
  /** Whether ranking anew what was ranked then gives the same order; where not, what changed in the library since. */
  replay: z.object({
    /** `unknown` while the library is still being read. */
    order: z.enum(['same', 'other', 'unknown']),
    /** Sentences: `3 papers came in.`, `“Title” was updated.` */
    changed: z.array(z.string()),
  }),
  /** What it was made with. */
  made: z.object({
    candidates: z.number().int(),
    statistics: z.string(),
    words: z.number().int(),
    model: z.string(),
    seed: z.number().int(),
  }),
});

export const profileAnswer = z.object({
  beliefs: z.array(belief),
  interests: z.array(choice),
  likes: z.number().int(),
  lesses: z.number().int(),
  startedOverAt: z.string().optional(),
  isPaused: z.boolean(),
  places: z.number().int(),
  leftOut,
  /** What can be left out: the types, journals and languages of the window, the most frequent first, with counts. */
  offered: z.object({
    types: z.array(z.object({ value: z.string(), count: z.number().int() })),
    journals: z.array(z.object({ value: z.string(), count: z.number().int() })),
    languages: z.array(z.object({ value: z.string(), name: z.string(), count: z.number().int() })),
  }),
  isPreparing: z.boolean(),
});
export const sayRequest = z.object({
  term: z.string().min(1).max(200),
  stance: z.enum(['more', 'less', 'forget', 'none']),
});
export const feedSettingsRequest = z.object({
  places: z.number().int().min(1).max(12).optional(),
  isPaused: z.boolean().optional(),
  leftOut: leftOut.optional(),
});
/** `before` gives a start over back. */
export const startOverRequest = z.object({ before: z.string().max(200_000).optional() });
export const startOverAnswer = z.object({ profile: profileAnswer, before: z.string() });

export const choicesRequest = z.object({ q: z.string().max(200).default('') });
export const choicesAnswer = z.object({
  choices: z.array(choice),
  /** The reader's own, in their order. */
  chosen: z.array(choice),
  /** For choosing by example: papers as unlike each other as can be. */
  examples: z.array(foundPaper),
  /** What the counts are of: papers of the last thirty days, or the whole window where these are too few. */
  counted: z.enum(['month', 'window']),
  isPreparing: z.boolean(),
});
export const chooseRequest = z.object({ interests: z.array(interest).max(20) });
/** What Today would begin with. */
export const previewAnswer = z.object({
  rows: z.array(z.object({ id: recordId, title: z.string(), why: z.array(reason).max(3) })),
});

export type Reason = z.infer<typeof reason>;
export type FeedRow = z.infer<typeof feedRow>;
export type FeedPlace = z.infer<typeof place>;
export type TodayAnswer = z.infer<typeof todayAnswer>;
export type StreamAnswer = z.infer<typeof streamAnswer>;
export type DayAnswer = z.infer<typeof dayAnswer>;
export type Belief = z.infer<typeof belief>;
export type FeedProfile = z.infer<typeof profileAnswer>;
export type InterestChoice = z.infer<typeof choice>;
export type LeftOut = z.infer<typeof leftOut>;
export type ChoicesAnswer = z.infer<typeof choicesAnswer>;
