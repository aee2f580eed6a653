/** The contract between the server and everything that talks to it: one table of routes with schemas and permissions. */
export { apiPage } from './page.ts';
export { ROUTES } from './routes.ts';
export type { RouteName } from './routes.ts';
export type { Pace, Permission, Route } from './route.ts';
export type {
  AccountList,
  AccountView,
  AuditAnswer,
  LinkAnswer,
  LinkView,
  SessionList,
  SettingList,
  SettingView,
  WalkInList,
  You,
} from './people-shapes.ts';
export type {
  Belief,
  ChoicesAnswer,
  DayAnswer,
  FeedPlace,
  FeedProfile,
  FeedRow,
  InterestChoice,
  LeftOut,
  Reason,
  StreamAnswer,
  TodayAnswer,
} from './feed-shapes.ts';
export type {
  Act,
  CheckAnswer,
  CollectionAnswer,
  CollectionView,
  ExportFormat,
  HistoryAnswer,
  Mark,
  SavedAnswer,
} from './reading-shapes.ts';
export type {
  CountAnswer,
  Facets,
  FetchWish,
  FoundPaper,
  HouseState,
  JobsAnswer,
  JobView,
  KeptView,
  LibraryState,
  MarkedText,
  NoticeView,
  PaperAnswer,
  PaperView,
  Problem,
  RelatedAnswer,
  RelationView,
  SearchAnswer,
  SearchRequest,
} from './shapes.ts';
