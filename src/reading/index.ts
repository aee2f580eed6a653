/** What people think of papers, keep of them and write on them, what they opened, and what they ask of the feed. */
export type { Collection, CollectionView } from './collection.ts';
export type { Export, Exported, Opened } from './history.ts';
export type { CollectionId, CollectionRight } from './ids.ts';
export type { Judged, JudgedPaper } from './judged.ts';
export type { HistoryAct, Mark, MarkAct, Noticed, Opinion, Why } from './mark.ts';
export type { HistoryEntry } from './marks.ts';
export { READING_MIGRATIONS } from './migrations.ts';
export type { Note, NotePut } from './notes.ts';
export type { Page, PageQuestion } from './page.ts';
export type { Finding, FindingKind } from './patient/finding.ts';
export type {
  BeforeStartOver,
  Interest,
  InterestKind,
  LeftOut,
  ProfileChange,
  ReaderProfile,
  Stance,
  TermStance,
} from './reader-profile.ts';
export { openReading } from './reading.ts';
export type { Reading, ReadingOptions, TakenOut } from './reading.ts';
export type { KeptDay, KeptToday, TodayChange } from './today.ts';
export type { Labelled, SavedCounts, SavedPaper } from './saved.ts';
