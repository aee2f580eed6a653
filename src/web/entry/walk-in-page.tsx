/** Walking into the sample as one of its fictional people: one press, no password. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useLocation } from '@tanstack/react-router';
import type { WalkInList } from '#api/index.ts';
import { call, CallFailed } from '../parts/api.ts';
import { Failure } from '../parts/failure.tsx';
import { houseQuery } from '../parts/queries.ts';
import type { Wanted } from '../parts/wanted.ts';
import { useArrival } from './arrival.ts';
import { Ended } from './ended.tsx';
import { AlreadyIn, OtherDoor, useAlreadyIn } from './other-door.tsx';
import { WantedHead } from './wanted-head.tsx';
import '../styles/bring.css';
import '../styles/entry.css';

const here = getRouteApi('/walk-in');

export function WalkInPage() {
  const wanted = here.useSearch();
  const { data: house } = useQuery(houseQuery());
  const already = useAlreadyIn(house);
  const ended = useLocation({ select: ({ state }) => state.ended });
  const people = useQuery({
    queryKey: ['walk-ins'],
    queryFn: ({ signal }) => call('walkIns', {}, signal),
    enabled: house?.door === 'walk-in' && house.you === undefined,
  });
  if (house === undefined) return null;
  if (already) return <AlreadyIn you={already} wanted={wanted} />;
  if (house.door !== 'walk-in') return <OtherDoor house={house} wanted={wanted} />;
  const isElsewhere = people.error instanceof CallFailed && people.error.code === 'forbidden';
  return (
    <>
      <WantedHead way="Walk in" without="without walking in" wanted={wanted} house={house}>
        {ended !== undefined && <Ended device={ended} isWayBack={wanted.to !== undefined} />}
        {!isElsewhere && (
          <p>
            These people are fictional, and so is every paper here. Choose one to look around as. It needs no password
            and works only at the machine Attune runs on.
          </p>
        )}
      </WantedHead>
      {isElsewhere && <NotHere />}
      {people.error && !isElsewhere && (
        <Failure error={people.error} kept="Nothing was changed." onRetry={() => void people.refetch()} />
      )}
      {people.data && <People people={people.data.people} wanted={wanted} />}
    </>
  );
}

function NotHere() {
  return (
    <div className="empty">
      <p>
        The sample’s people are walked in as only at the machine Attune runs on. Here you can search and read everything
        without it.
      </p>
      <Link className="btn btn-main" to="/search" search={{}}>
        Search the sample
      </Link>
    </div>
  );
}

function People({ people, wanted }: { people: WalkInList['people']; wanted: Wanted }) {
  const arrive = useArrival();
  const enter = useMutation({
    mutationFn: (id: string) => call('walkIn', { id }),
    onSuccess: () => arrive(wanted),
  });
  return (
    <>
      <ul className="people">
        {people.map(({ id, name, title, does }) => (
          <li key={id}>
            <button
              className="person"
              type="button"
              aria-disabled={enter.isPending || undefined}
              onClick={() => !enter.isPending && enter.mutate(id)}
            >
              <b dir="auto">{name}</b>
              <span dir="auto">{enter.isPending && enter.variables === id ? 'Walking in…' : title}</span>
              {does && <span className="t-1 quiet">{does}</span>}
            </button>
          </li>
        ))}
      </ul>
      {enter.error && (
        <Failure
          error={enter.error}
          kept="Nothing was changed."
          onRetry={() => enter.variables !== undefined && enter.mutate(enter.variables)}
        />
      )}
    </>
  );
}
