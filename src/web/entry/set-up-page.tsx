/** A house in which nobody has an account yet: where the link to make the first one is. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect } from 'react';
import { houseQuery } from '../parts/queries.ts';
import { Aside } from './aside.tsx';
import { keepWanted } from './kept-wanted.ts';
import { AlreadyIn, OtherDoor, useAlreadyIn } from './other-door.tsx';
import { WantedHead } from './wanted-head.tsx';
import '../styles/bring.css';
import '../styles/entry.css';

const here = getRouteApi('/set-up');

export function SetUpPage() {
  const wanted = here.useSearch();
  const { data: house } = useQuery(houseQuery());
  const already = useAlreadyIn(house);
  const isHere = house?.door === 'set-up' && house.you === undefined;
  useEffect(() => {
    if (isHere) keepWanted(wanted);
  }, [isHere, wanted]);
  if (house === undefined) return null;
  if (already) return <AlreadyIn you={already} wanted={wanted} />;
  if (!isHere) return <OtherDoor house={house} wanted={wanted} />;
  return (
    <div className="cols">
      <div className="stack">
        <div>
          <WantedHead way="Make the first account" without="without an account" wanted={wanted} house={house}>
            <p>Nobody has an account in this house yet. The first one becomes its administrator.</p>
          </WantedHead>
          <ol className="steps-told">
            <li>Look at the window in which Attune was started.</li>
            <li>
              A link to set up your house stands there. It looks like{' '}
              <span className="address">{window.location.origin}/link#…</span>
            </li>
            <li>Open it in a browser. It asks for your name, your e-mail address and a password.</li>
          </ol>
        </div>
        <div className="well">
          <p>
            The link is only there because nobody but the person who runs this house sees that window. If it is lost,
            start Attune anew: it shows another one.
          </p>
          {wanted.act !== undefined && (
            <p>What you pressed is remembered for half an hour. Afterwards you are back on your paper.</p>
          )}
        </div>
      </div>
      <Aside house={house} verb="need an account" />
    </div>
  );
}
