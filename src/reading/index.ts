/** What people think of papers, keep of them and write on them: marks, notes, saved papers, labels, collections, what they opened. */
export type { Collection, CollectionView } from './collection.ts';
export type { Export, Exported, Opened } from './history.ts';
export type { CollectionId, CollectionRight } from './ids.ts';
export type { HistoryAct, Mark, MarkAct, Noticed, Opinion, Why } from './mark.ts';
export type { HistoryEntry } from './marks.ts';
export type { Note, NotePut } from './notes.ts';
export type { Page, PageQuestion } from './page.ts';
export type { Finding, FindingKind } from './patient/finding.ts';
export { openReading } from './reading.ts';
export type { Reading, ReadingOptions, TakenOut } from './reading.ts';
export type { Labelled, SavedCounts, SavedPaper } from './saved.ts';
