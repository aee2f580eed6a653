/** What one wants to keep up with: three things to begin with, found by typing or chosen by example, and what that would bring. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ChoicesAnswer, InterestChoice } from '#api/index.ts';
import { call } from '../parts/api.ts';
import { Failure } from '../parts/failure.tsx';
import { Icon } from '../parts/icon.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { Press } from '../parts/press.tsx';
import { houseQuery } from '../parts/queries.ts';
import { useSlow } from '../parts/slow.ts';
import { NeedsAccount } from '../saved/needs-account.tsx';
import { Chosen } from './chosen-interests.tsx';
import { Examples, useLiked } from './examples.tsx';
import { asSent, FIRST, pressedOn } from './interest.ts';
import { Offer } from './offer.tsx';
import { Preview } from './preview.tsx';
import { choicesQuery } from './queries.ts';
import { todayQuery } from './today-query.ts';
import { Welcome } from './welcome.tsx';
import '../styles/feed.css';
import '../styles/interests.css';

export function InterestsPage() {
  const { data: house } = useQuery(houseQuery());
  const { data, error, isFetching, refetch } = useQuery({ ...choicesQuery(''), enabled: house?.you !== undefined });
  const isSlow = useSlow(isFetching && data === undefined);
  if (house === undefined) return null;
  if (house.you === undefined)
    return (
      <NeedsAccount title="What you want to keep up with" door={house.door}>
        Say three things you want to keep up with, and each day a handful of new papers about them stands on Today.
      </NeedsAccount>
    );
  return (
    <div className="cols interests">
      {data === undefined ? (
        <header className="head">
          <PageHeading title="What do you want to keep up with?" />
          {error && <Failure error={error} kept="Nothing was changed." onRetry={() => void refetch()} />}
          {isSlow && <p role="status">Fetching what there is to choose…</p>}
        </header>
      ) : (
        <Choosing you={house.you.id} first={data} />
      )}
    </div>
  );
}

function Choosing({ you, first }: { you: string; first: ChoicesAnswer }) {
  const [chosen, setChosen] = useState<readonly InterestChoice[]>(first.chosen);
  const isFirst = first.chosen.length === 0;
  const begin = useBegin();
  const liked = useLiked(you, first.examples);
  const isEnough = chosen.length > 0 || liked >= FIRST;
  const press = (one: InterestChoice) => setChosen(pressedOn(chosen, one));
  return (
    <>
      <div className="choosing">
        <Welcome />
        <header className="head">
          <PageHeading title="What do you want to keep up with?" className="big" />
          <p>Pick three. It takes less than a minute, and you can change it at any time.</p>
        </header>
        <Chosen chosen={chosen} counted={first.counted} onTakeOut={press} />
        <Offer chosen={chosen} onPress={press} />
        <Examples examples={first.examples} liked={liked} />
        {begin.error && (
          <Failure
            error={begin.error}
            kept="What you chose still stands here."
            onRetry={() => begin.mutate(asSent(chosen))}
          />
        )}
        <div className="btns">
          <Press
            look="btn btn-main"
            isHeard={begin.isPending || !isEnough}
            onPress={() => begin.mutate(asSent(chosen))}
          >
            {begin.isPending ? 'One moment…' : 'Show me Today'}
          </Press>
          {isFirst ? (
            <Link className="btn btn-bare" to="/search" search={{}}>
              Skip, and search instead
            </Link>
          ) : (
            <Link className="btn btn-bare" to="/today">
              Leave it as it was
            </Link>
          )}
          {!isEnough && <span className="hint">Pick at least one, or like three papers.</span>}
        </div>
        <p className="hint only-you">
          <Icon name="lock" small />
          <span>Only you see your interests and what you read. Not your manager, not the library.</span>
        </p>
      </div>
      <Preview interests={asSent(chosen)} />
    </>
  );
}

/** Tells what was chosen, and leads to the Today made of it. */
function useBegin() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async (interests: ReturnType<typeof asSent>) => {
      const answer = await call('chooseInterests', { interests });
      void queries.invalidateQueries({ queryKey: ['feed'], refetchType: 'none' });
      queries.setQueryData(choicesQuery('').queryKey, answer);
      // Asked for before going there: the answer of before would lead back here.
      await queries.fetchQuery({ ...todayQuery(), staleTime: 0 });
    },
    onSuccess: () => navigate({ to: '/today' }),
  });
}
