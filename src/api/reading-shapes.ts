/** What a person does with papers, over the wire: marks, notes, saved papers, collections, history, lists to check. */
import { z } from 'zod';
import { foundPaper, recordId } from './shapes.ts';

const why = z.enum(['not-my-field', 'poor-study', 'known-already']);
const labelText = z.string().min(1).max(1_000);
export const exportFormat = z.enum(['ris', 'nbib', 'bibtex', 'csl-json', 'csv']);

/** What one person made of one paper. */
export const mark = z.object({
  opinion: z.enum(['like', 'less']).optional(),
  why: why.optional(),
  isSaved: z.boolean(),
  isRead: z.boolean(),
  /** Not to be shown again. */
  isHidden: z.boolean(),
  hasNote: z.boolean(),
  labels: z.array(z.string()),
});

const act = z.enum(['like', 'less', 'no-opinion', 'save', 'unsave', 'read', 'unread', 'hide', 'show']);

/** Ids with `|` between, at most two hundred. */
export const marksRequest = z.object({ papers: z.string().min(1).max(20_000) });
export const marksAnswer = z.object({ marks: z.record(z.string(), mark) });
export const actRequest = z.object({ paper: recordId.max(200), act, why: why.optional() });
export const actAnswer = z.object({ mark });
const papersRequest = z.object({ papers: z.array(recordId.max(200)).min(1).max(1_000) });
export const actOnAllRequest = papersRequest.extend({ act });
/** Those that it changed, so that undo touches no other. */
export const changedAnswer = z.object({ changed: z.array(recordId) });

/** Also those that the label saved, which undoing takes out again. */
export const labelAnswer = changedAnswer.extend({ saved: z.array(recordId) });

export const noteRequest = z.object({ paper: recordId.max(200) });
export const noteAnswer = z.object({
  text: z.string(),
  /** Instant in UTC; absent where there is none. */
  changedAt: z.string().optional(),
});
export const putNoteRequest = noteRequest.extend({
  /** Empty takes the note away. */
  text: z.string().max(40_000),
  /** Whether it is kept although it looks as if it had details of a patient in it. */
  isSure: z.boolean().default(false),
  /**
   * The note that the writer had before them: its `changedAt`, or null where there was none. Where another one stands there by now,
   * nothing is overwritten and the answer is `conflict`. Left out, whatever is there is replaced.
   */
  changedAt: z.iso.datetime().nullable().optional(),
});
export const putNoteAnswer = z.union([
  z.object({
    kept: z.literal(true),
    mark,
    /** What to send as `changedAt` with the next; absent where the note was taken away. */
    changedAt: z.string().optional(),
  }),
  z.object({
    kept: z.literal(false),
    /** What looks like a patient's details, and where, in UTF-16 units. */
    findings: z.array(z.object({ kind: z.string(), start: z.number().int(), length: z.number().int() })),
  }),
]);

export const savedRequest = z.object({
  label: labelText.optional(),
  /** Words of title, authors, journal, or the note. */
  q: z.string().max(500).optional(),
  sort: z.enum(['saved', 'published', 'title']).default('saved'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
const savedRow = z.object({
  /** Absent where the library does not hold the paper any more. */
  paper: foundPaper.optional(),
  id: recordId,
  savedAt: z.string(),
  mark,
  note: z.string().optional(),
  /** A retraction or concern that came after the paper was saved. */
  isNewlyNoticed: z.boolean(),
});
const labelCount = z.object({ label: z.string(), count: z.number().int() });
export const savedAnswer = z.object({
  rows: z.array(savedRow),
  /** Of what was asked for, and of everything saved. */
  total: z.number().int(),
  saved: z.number().int(),
  page: z.number().int(),
  pages: z.number().int(),
  labels: z.array(labelCount),
});
export const labelRequest = papersRequest.extend({ label: labelText, on: z.boolean() });
export const renameLabelRequest = z.object({ label: labelText, to: labelText });
export const labelsAnswer = z.object({ labels: z.array(labelCount) });

export const exportPaperRequest = z.object({ id: z.string().min(1).max(2_000), format: exportFormat });
export const exportPapersRequest = z.object({
  /** Ids with `|` between, at most a thousand. */
  papers: z.string().min(1).max(100_000),
  format: exportFormat,
});
export const exportSavedRequest = savedRequest
  .pick({ label: true, q: true, sort: true })
  .extend({ format: exportFormat });
export const exportCollectionRequest = z.object({ id: z.string().min(1).max(80), format: exportFormat });
export const fileText = z.string();

const collectionView = z.object({
  id: z.string(),
  name: z.string(),
  papers: z.number().int(),
  /** Whose it is; absent where it is one's own. */
  owner: z.string().optional(),
  /** What one may do: `own` everything, `add` add and take out, `read` look. */
  right: z.enum(['own', 'add', 'read']),
  /** With how many others it is shared. */
  members: z.number().int(),
});
export const collectionsAnswer = z.object({ collections: z.array(collectionView) });
export const collectionRequest = z.object({ id: z.string().min(1).max(80) });
export const newCollectionRequest = z.object({ name: labelText });
export const renameCollectionRequest = collectionRequest.extend({ name: labelText });
export const collectionAnswer = z.object({
  collection: collectionView,
  papers: z.array(
    z.object({ id: recordId, paper: foundPaper.optional(), addedAt: z.string(), addedBy: z.string().optional() }),
  ),
  /** For the owner: who else sees it. Empty for everybody else. */
  members: z.array(z.object({ id: z.string(), name: z.string(), right: z.enum(['add', 'read']) })),
});
export const collectPapersRequest = papersRequest.extend({ id: z.string().min(1).max(80), on: z.boolean() });
export const shareRequest = collectionRequest.extend({
  with: z.string().min(1).max(80),
  /** Null ends it. */
  right: z.enum(['add', 'read']).nullable(),
});
export const colleaguesRequest = z.object({ q: z.string().min(1).max(100) });
export const colleaguesAnswer = z.object({ people: z.array(z.object({ id: z.string(), name: z.string() })) });

export const historyAnswer = z.object({
  /** Whether what one opens is kept. Nothing is, unless one wants it. */
  keepsOpened: z.boolean(),
  opened: z.array(z.object({ id: recordId, title: z.string().optional(), at: z.string() })),
  exported: z.array(
    z.object({
      at: z.string(),
      format: z.string(),
      papers: z.number().int(),
      from: z.enum(['paper', 'selection', 'saved', 'search', 'collection']),
    }),
  ),
});
export const keepOpenedRequest = z.object({ on: z.boolean() });
export const eraseRequest = z.object({ what: z.enum(['opened', 'exported']) });

export const checkRequest = z.object({
  /** Anything with references in it. */
  text: z.string().min(1).max(400_000),
});
export const checkFileRequest = checkRequest.extend({
  /** What somebody settled where more than one paper fits. */
  choices: z
    .array(
      z.object({
        /** First line of the reference, and the reference as the answer shows it. */
        line: z.number().int(),
        text: z.string().max(400),
        /** Empty where none of those that fit is meant. */
        paper: recordId.or(z.literal('')),
      }),
    )
    .max(2_000)
    .default([]),
});
const checkedRow = z.object({
  /** Lines of the text, from 1. */
  lines: z.array(z.number().int()),
  /** The reference as it was pasted. */
  text: z.string(),
  state: z.enum(['here', 'several', 'missing', 'unknown']),
  paper: foundPaper.optional(),
  /** Where more than one paper fits. */
  options: z.array(foundPaper),
  /** What a person should know: that the DOI leads to another title, that the record was withdrawn. */
  remark: z.string().optional(),
  /** The number by which a paper that is not here can be fetched. */
  wanted: z.string().optional(),
  /** The gravest that is said of it, also of a paper that is not here but whose notice is. */
  standing: z
    .object({
      kind: z.enum(['retracted', 'concern', 'corrected']),
      /** One sentence. */
      text: z.string(),
      /** When the notice appeared, as far as it is known. */
      dateInWords: z.string().optional(),
      /** The notice, where the library holds it; its PMID where it does not. */
      id: recordId.optional(),
      pmid: z.string().optional(),
    })
    .optional(),
});
export const checkAnswer = z.object({
  rows: z.array(checkedRow),
  /** Said where the list was too long or part of it was not understood. */
  notes: z.array(z.string()),
});

export type Mark = z.infer<typeof mark>;
export type Act = z.infer<typeof act>;
export type SavedAnswer = z.infer<typeof savedAnswer>;
export type CollectionView = z.infer<typeof collectionView>;
export type CollectionAnswer = z.infer<typeof collectionAnswer>;
export type HistoryAnswer = z.infer<typeof historyAnswer>;
export type CheckAnswer = z.infer<typeof checkAnswer>;
export type ExportFormat = z.infer<typeof exportFormat>;
