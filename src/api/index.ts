/** The contract between the server and everything that talks to it: one table of routes with schemas and permissions. */
export { apiPage } from './page.ts';
export { ROUTES } from './routes.ts';
export type { Permission, Route, RouteName } from './routes.ts';
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
  RelationView,
  SearchAnswer,
  SearchRequest,
} from './shapes.ts';
