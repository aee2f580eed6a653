/** The places one can go to from everywhere: which of them there are for this reader. */
import { Link } from '@tanstack/react-router';
import type { LinkProps } from '@tanstack/react-router';
import type { HouseState } from '#api/index.ts';
import { mayAsk } from '../parts/may-ask.ts';

/** A place as the side bar and the sheet of a phone name it. */
interface Place {
  readonly to: NonNullable<LinkProps['to']>;
  readonly words: string;
}

interface Group {
  readonly id: string;
  readonly title: string;
  readonly places: readonly Place[];
}

/** Nothing that would only be refused is offered. */
export function groupsOf(house: HouseState | undefined): readonly Group[] {
  const groups: readonly Group[] = [
    { id: 'nav-read', title: 'Read', places: [TODAY, SEARCH, SAVED, COLLECTIONS] },
    { id: 'nav-library', title: 'Library', places: [CHECK, ...bringing(house)] },
    { id: 'nav-house', title: 'House', places: kept(house) },
  ];
  return groups.filter(({ places }) => places.length > 0);
}

const TODAY: Place = { to: '/today', words: 'Today' };
const SEARCH: Place = { to: '/search', words: 'Search' };
const SAVED: Place = { to: '/saved', words: 'Saved' };
const COLLECTIONS: Place = { to: '/collections', words: 'Collections' };
const CHECK: Place = { to: '/check', words: 'Check a list' };
const BRING: Place = { to: '/bring', words: 'Bring papers' };
const JOBS: Place = { to: '/jobs', words: 'What runs' };
const ASK: Place = { to: '/bring', words: 'Ask for papers' };
const ASKED: Place = { to: '/jobs', words: 'What you asked for' };
const AUDIT: Place = { to: '/audit', words: 'Audit' };

function bringing(house: HouseState | undefined): readonly Place[] {
  if (house?.mayBring) return [BRING, JOBS];
  return mayAsk(house) ? [ASK, ASKED] : [];
}

function kept(house: HouseState | undefined): readonly Place[] {
  const roles = new Set(house?.you?.roles.map(({ role }) => role));
  if (roles.has('administrator'))
    return [{ to: '/accounts', words: 'Accounts' }, { to: '/settings', words: 'Settings' }, AUDIT];
  return roles.has('privacy-officer') ? [AUDIT] : [];
}

/** The three a thumb reaches without opening anything. */
export const NEAREST: readonly Place[] = [TODAY, SEARCH, SAVED];

export function PlaceLink({ place, onGo }: { place: Place; onGo?: () => void }) {
  return (
    <Link to={place.to} activeOptions={{ includeSearch: false }} onClick={onGo}>
      <PlaceSign of={place.to} />
      {place.words}
    </Link>
  );
}

/** The places' own drawings, on the grid of the others. */
const DRAWINGS: Readonly<Record<string, string>> = {
  '/today': 'M3 14.5h14M5.5 14.5a4.5 4.5 0 0 1 9 0M10 4v2.5M3.8 8.2l1.6 1.4M16.2 8.2l-1.6 1.4M6.5 17.5h7',
  '/search': 'M14.1 8.8a5.3 5.3 0 1 1-10.6 0a5.3 5.3 0 1 1 10.6 0M12.8 12.8l4.2 4.2',
  '/saved': 'M5.5 3h9v14L10 13.2 5.5 17Z',
  '/collections': 'M3 6.5h14v10H3ZM5 3.8h10',
  '/check': 'm3 5.5 1.3 1.3L6.8 4.2M3 10.8l1.3 1.3L6.8 9.5M3 16.1l1.3 1.3 2.5-2.6M10 5.5h7M10 10.8h7M10 16.1h7',
  '/bring': 'M10 2.8v8.7M6.3 8 10 11.7 13.7 8M3.5 11v5.5h13V11',
  '/jobs': 'M3.5 5h13M3.5 10h8M3.5 15h13M15 10h1.5',
  '/accounts':
    'M10.5 7a3 3 0 1 1-6 0a3 3 0 1 1 6 0M2 17c0-3.3 2.3-5.3 5.5-5.3S13 13.7 13 17M12.5 4.3a3 3 0 0 1 0 5.4M15 12.3c1.9.8 3 2.5 3 4.7',
  '/settings': 'M3 6h7M14 6h3M3 14h3M10 14h7M14 6a2 2 0 1 1-4 0a2 2 0 1 1 4 0M10 14a2 2 0 1 1-4 0a2 2 0 1 1 4 0',
  '/audit': 'M5 2.8h10v14.4H5ZM8 6.5h4M8 9.5h4M8 12.5h2.5',
  more: 'M5.3 10a.8.8 0 1 1-1.6 0a.8.8 0 1 1 1.6 0M10.8 10a.8.8 0 1 1-1.6 0a.8.8 0 1 1 1.6 0M16.3 10a.8.8 0 1 1-1.6 0a.8.8 0 1 1 1.6 0',
};

export function PlaceSign({ of }: { of: string }) {
  return (
    <svg className="i" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={DRAWINGS[of]} />
    </svg>
  );
}
