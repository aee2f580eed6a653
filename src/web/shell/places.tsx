/** The places of the house and the addresses they answer to. */
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { readStreamState } from '../feed/stream-state.ts';
import type { StreamState } from '../feed/stream-state.ts';
import { todayQuery } from '../feed/today-query.ts';
import { houseQuery, paperQuery, searchQuery } from '../parts/queries.ts';
import { readSearchState } from '../parts/search-state.ts';
import type { SearchState } from '../parts/search-state.ts';
import { PaperPage } from '../read/paper/paper-page.tsx';
import { SearchPage } from '../read/search/search-page.tsx';
import { readSavedState } from '../parts/saved-state.ts';
import type { SavedState } from '../parts/saved-state.ts';
import { readWanted } from '../parts/wanted.ts';
import type { Wanted } from '../parts/wanted.ts';
import { isClosed } from './doors.ts';
import { Frame } from './frame.tsx';
import { BrokenPage, NoSuchPage } from './lost.tsx';

interface Context {
  readonly queries: QueryClient;
}

const frame = createRootRouteWithContext<Context>()({
  // The frame says at once whether this is the sample. A house that cannot be read still gets a page that says so.
  loader: ({ context }) => context.queries.ensureQueryData(houseQuery()).catch(() => undefined),
  component: Frame,
  notFoundComponent: NoSuchPage,
});

const start = createRoute({
  getParentRoute: () => frame,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/today', replace: true });
  },
});

const today = createRoute({
  getParentRoute: () => frame,
  path: '/today',
  // Its papers are on their way while the page itself is still loaded; a closed house would refuse them.
  loader: ({ context: { queries } }) => {
    const ask = async () => {
      if (!isClosed(await queries.ensureQueryData(houseQuery()))) await queries.prefetchQuery(todayQuery());
    };
    void ask().catch(() => undefined);
  },
  component: lazyRouteComponent(async () => ({ default: (await import('../feed/today-page.tsx')).TodayPage })),
});
const stream = createRoute({
  getParentRoute: () => frame,
  path: '/today/all',
  validateSearch: (raw: Record<string, unknown>): StreamState => readStreamState(raw),
  component: lazyRouteComponent(async () => ({ default: (await import('../feed/pages.ts')).StreamPage })),
});
const days = createRoute({
  getParentRoute: () => frame,
  path: '/today/days',
  component: lazyRouteComponent(async () => ({ default: (await import('../feed/pages.ts')).DaysPage })),
});
const day = createRoute({
  getParentRoute: () => frame,
  path: '/today/days/$day',
  component: lazyRouteComponent(async () => ({ default: (await import('../feed/pages.ts')).DayPage })),
});
const feedProfile = createRoute({
  getParentRoute: () => frame,
  path: '/today/profile',
  component: lazyRouteComponent(async () => ({ default: (await import('../feed/pages.ts')).FeedProfilePage })),
});
const interests = createRoute({
  getParentRoute: () => frame,
  path: '/interests',
  component: lazyRouteComponent(async () => ({ default: (await import('../feed/pages.ts')).InterestsPage })),
});

const search = createRoute({
  getParentRoute: () => frame,
  path: '/search',
  validateSearch: (raw: Record<string, unknown>): SearchState => readSearchState(raw),
  loaderDeps: ({ search: state }) => state,
  // Only begun here, so that the results are on their way while the frame is drawn.
  loader: ({ context, deps }) => {
    if (deps.q !== undefined) void context.queries.prefetchQuery(searchQuery(deps));
  },
  component: SearchPage,
});

const paper = createRoute({
  getParentRoute: () => frame,
  path: '/paper/$',
  loader: ({ context, params }) => {
    if (params._splat) void context.queries.prefetchQuery(paperQuery(params._splat));
  },
  component: PaperPage,
});

/** Loaded when somebody goes there: most visits are for reading. */
const bring = createRoute({
  getParentRoute: () => frame,
  path: '/bring',
  component: lazyRouteComponent(async () => ({ default: (await import('../bring/pages.ts')).BringPage })),
});
const jobs = createRoute({
  getParentRoute: () => frame,
  path: '/jobs',
  component: lazyRouteComponent(async () => ({ default: (await import('../bring/pages.ts')).JobsPage })),
});

/** Where the way in leads afterwards, and what was pressed before it; both as they stand in the address. */
const validateSearch = (raw: Record<string, unknown>): Wanted => readWanted(raw);
const signIn = createRoute({
  getParentRoute: () => frame,
  path: '/sign-in',
  validateSearch,
  component: lazyRouteComponent(async () => ({ default: (await import('../entry/pages.ts')).SignInPage })),
});
const walkIn = createRoute({
  getParentRoute: () => frame,
  path: '/walk-in',
  validateSearch,
  component: lazyRouteComponent(async () => ({ default: (await import('../entry/pages.ts')).WalkInPage })),
});
const setUp = createRoute({
  getParentRoute: () => frame,
  path: '/set-up',
  validateSearch,
  component: lazyRouteComponent(async () => ({ default: (await import('../entry/pages.ts')).SetUpPage })),
});
const link = createRoute({
  getParentRoute: () => frame,
  path: '/link',
  component: lazyRouteComponent(async () => ({ default: (await import('../entry/pages.ts')).LinkPage })),
});

const you = createRoute({
  getParentRoute: () => frame,
  path: '/you',
  component: lazyRouteComponent(async () => ({ default: (await import('../keeping/pages.ts')).YouPage })),
});
const settings = createRoute({
  getParentRoute: () => frame,
  path: '/settings',
  component: lazyRouteComponent(async () => ({ default: (await import('../keeping/pages.ts')).SettingsPage })),
});
const accounts = createRoute({
  getParentRoute: () => frame,
  path: '/accounts',
  component: lazyRouteComponent(async () => ({ default: (await import('../keeping/pages.ts')).AccountsPage })),
});
const audit = createRoute({
  getParentRoute: () => frame,
  path: '/audit',
  component: lazyRouteComponent(async () => ({ default: (await import('../keeping/pages.ts')).AuditPage })),
});

const saved = createRoute({
  getParentRoute: () => frame,
  path: '/saved',
  validateSearch: (raw: Record<string, unknown>): SavedState => readSavedState(raw),
  component: lazyRouteComponent(async () => ({ default: (await import('../saved/pages.ts')).SavedPage })),
});
const collections = createRoute({
  getParentRoute: () => frame,
  path: '/collections',
  component: lazyRouteComponent(async () => ({ default: (await import('../saved/pages.ts')).CollectionsPage })),
});
const collection = createRoute({
  getParentRoute: () => frame,
  path: '/collections/$id',
  component: lazyRouteComponent(async () => ({ default: (await import('../saved/pages.ts')).CollectionPage })),
});
const check = createRoute({
  getParentRoute: () => frame,
  path: '/check',
  component: lazyRouteComponent(async () => ({ default: (await import('../check/pages.ts')).CheckPage })),
});

const why = createRoute({
  getParentRoute: () => frame,
  path: '/why',
  component: lazyRouteComponent(async () => ({ default: (await import('../why/why-page.tsx')).WhyPage })),
});

const whyPapers = createRoute({
  getParentRoute: () => frame,
  path: '/why/papers',
  component: lazyRouteComponent(async () => ({ default: (await import('../why/why-papers-page.tsx')).WhyPapersPage })),
});

/** @param queries where answers are kept; the places begin to load into it before they are drawn. */
export function createPlaces(queries: QueryClient) {
  return createRouter({
    routeTree: frame.addChildren([
      start,
      today,
      stream,
      days,
      day,
      feedProfile,
      interests,
      search,
      paper,
      bring,
      jobs,
      why,
      whyPapers,
      signIn,
      walkIn,
      setUp,
      link,
      you,
      settings,
      accounts,
      audit,
      saved,
      collections,
      collection,
      check,
    ]),
    context: { queries },
    scrollRestoration: true,
    defaultErrorComponent: BrokenPage,
    // Plain `name=value` pairs: an address is read, typed and shared by people.
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: (values) => {
      const pairs = Object.entries(values).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, String(value)]],
      );
      return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`;
    },
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createPlaces>;
  }
}

declare module '@tanstack/history' {
  interface HistoryState {
    /** The search a paper was opened from; the way back to it. */
    cameFrom?: SearchState;
    /** Set where somebody asked for the search box, so that it takes the focus. */
    forBox?: boolean;
    /** What was pressed before the way in, and has happened since. */
    pressed?: NonNullable<Wanted['act']>;
  }
}
