/** What a link opens: the first account, an invitation, a new password. The secret part leaves the address bar at once. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useLocation, useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { HouseState } from '#api/index.ts';
import { call, CallFailed } from '../parts/api.ts';
import { Failure } from '../parts/failure.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { houseQuery } from '../parts/queries.ts';
import { useSlow } from '../parts/slow.ts';
import { DOOR_WORDS, doorOf } from '../parts/way-in.ts';
import { useAlreadyIn } from './other-door.tsx';
import { LinkForm } from './link-form.tsx';
import '../styles/bring.css';
import '../styles/entry.css';

export function LinkPage() {
  const token = useToken();
  const queries = useQueryClient();
  const link = useQuery({
    queryKey: ['link', token],
    queryFn: async ({ signal }) => {
      const view = await call('lookAtLink', { token: token ?? '' }, signal);
      // The link to set yours up turns to yours, and the page around it says so.
      if (view.kind === 'set-up') void queries.invalidateQueries({ queryKey: houseQuery().queryKey });
      return view;
    },
    enabled: token !== undefined,
    retry: false,
    // Long enough for the page to be drawn anew, no longer.
    gcTime: 5_000,
    staleTime: Infinity,
  });
  const { data: house } = useQuery(houseQuery());
  const already = useAlreadyIn(house);
  const isSlow = useSlow(link.isLoading);
  if (token === undefined)
    return (
      <Dead
        title="The link is not whole"
        says="Its secret part is missing. Open the link again from where you got it, all of it in one piece."
        house={house}
      />
    );
  if (link.data) return <LinkForm token={token} link={link.data} you={already} />;
  if (link.error instanceof CallFailed && (link.error.code === 'not_found' || link.error.code === 'bad_request'))
    return <Dead title="This link opens nothing any more" says={link.error.message} house={house} />;
  return (
    <>
      <PageHeading className={isSlow ? '' : 'sr'} title="Opening your link" />
      {link.error && <Failure error={link.error} kept="The link is not used up." onRetry={() => void link.refetch()} />}
    </>
  );
}

/** The secret of the link that was opened last, as long as this window is open; a switch of the house draws the page anew. */
let held: string | undefined;

/** Nothing of it stays in the address or in the history of the browser. */
function useToken(): string | undefined {
  const router = useRouter();
  const hash = useLocation({ select: (location) => location.hash });
  const [token, setToken] = useState(hash === '' ? held : hash);
  if (hash !== '' && hash !== token) setToken(hash);
  useEffect(() => {
    if (hash === '') return;
    held = hash;
    router.history.replace('/link');
  }, [hash, router]);
  return token;
}

function Dead({ title, says, house }: { title: string; says: string; house: HouseState | undefined }) {
  const contact = house?.contact;
  return (
    <div className="empty">
      <PageHeading title={title} />
      <p>{says}</p>
      <ul className="marks hint">
        <li>
          <span>
            An invitation or a link for a new password comes from an administrator, who can make another one
            {contact !== undefined && (
              <>
                : write to <a href={`mailto:${contact}`}>{contact}</a>
              </>
            )}
            .
          </span>
        </li>
        <li>
          <span>The link to set up a house stands in the window in which Attune was started.</span>
        </li>
        <li>
          <span>If you have an account already, you need no link.</span>
        </li>
      </ul>
      {house?.you === undefined ? (
        <Link className="btn" to={house === undefined ? '/sign-in' : doorOf(house)}>
          {DOOR_WORDS[house?.door ?? 'sign-in']}
        </Link>
      ) : (
        <Link className="btn" to="/search" search={{}}>
          Search papers
        </Link>
      )}
    </div>
  );
}
