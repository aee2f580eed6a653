/** What the feed believes of its reader, and everything one can say to that. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { FeedProfile } from '#api/index.ts';
import { addressOf } from '../parts/api.ts';
import { Failure } from '../parts/failure.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { houseQuery } from '../parts/queries.ts';
import { useSlow } from '../parts/slow.ts';
import { NeedsAccount } from '../saved/needs-account.tsx';
import { BackToToday } from './back-to-today.tsx';
import { Beliefs } from './beliefs.tsx';
import { LeftOutPart } from './left-out-part.tsx';
import { profileInWords } from './profile-words.ts';
import { profileQuery } from './queries.ts';
import { StartOver } from './start-over.tsx';
import { HowMany, Pause } from './today-settings.tsx';
import '../styles/feed.css';
import '../styles/feed-profile.css';

export function FeedProfilePage() {
  const { data: house } = useQuery(houseQuery());
  if (house === undefined) return null;
  if (house.you === undefined)
    return (
      <NeedsAccount title="What Today is built on" door={house.door}>
        What your likes say of you stands here, to be changed, paused or forgotten.
      </NeedsAccount>
    );
  return <Profile />;
}

function Profile() {
  const { data, error, isFetching, refetch } = useQuery(profileQuery());
  const isSlow = useSlow(isFetching && data === undefined);
  return (
    <>
      <BackToToday />
      <header className="head">
        <PageHeading title="What Today is built on" />
        {data && <p>{profileInWords(data)}</p>}
        <p className="t-1 quiet">
          Only you see this. <Link to="/why/papers">Why these papers?</Link>
        </p>
      </header>
      {error && <Failure error={error} kept="Nothing was changed." onRetry={() => void refetch()} />}
      {isSlow && <p role="status">Fetching what it believes…</p>}
      {data && <Parts profile={data} />}
    </>
  );
}

function Parts({ profile }: { profile: FeedProfile }) {
  return (
    <div className="stack profile">
      {profile.isPreparing && (
        <p className="told" role="status">
          The library is still being read for you. Some words may not be here yet.
        </p>
      )}
      <Beliefs beliefs={profile.beliefs} interests={profile.interests} />
      <Interests interests={profile.interests} />
      <section className="sect" aria-labelledby="how-many">
        <h2 id="how-many">Today itself</h2>
        <HowMany places={profile.places} />
        <Pause isPaused={profile.isPaused} />
      </section>
      <LeftOutPart profile={profile} />
      <section className="sect" aria-labelledby="over">
        <h2 id="over">Take it with you, or start over</h2>
        <p>
          <a href={addressOf('feedFile', {})} download>
            Take it out as a file
          </a>{' '}
          <span className="hint">what it believes and what that rests on, as JSON</span>
        </p>
        <StartOver />
      </section>
    </div>
  );
}

function Interests({ interests }: Pick<FeedProfile, 'interests'>) {
  return (
    <section className="sect" aria-labelledby="interests">
      <h2 id="interests">What you chose</h2>
      {interests.length === 0 ? (
        <p className="quiet">Nothing. Today rests on what you like alone.</p>
      ) : (
        <ul className="chosen-list">
          {interests.map((one) => (
            <li key={`${one.kind} ${one.value}`}>
              <span dir="auto">{one.name}</span>
            </li>
          ))}
        </ul>
      )}
      <p>
        <Link to="/interests">{interests.length === 0 ? 'Choose what to keep up with' : 'Choose others'}</Link>
      </p>
    </section>
  );
}
