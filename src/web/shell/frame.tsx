/** What stands around every page: the bar at the side, the header of a phone, the way past them, and the SAMPLE mark. */
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { houseQuery } from '../parts/queries.ts';
import { Icon } from '../parts/icon.tsx';
import { useState } from 'react';
import { Failure } from '../parts/failure.tsx';
import { Arrived } from '../parts/page-heading.tsx';
import { useBox } from './box-key.ts';
import { HouseSwitch } from './house-switch.tsx';
import { useSwitchHouse } from '../parts/switch-house.ts';

export function Frame() {
  const { data: house, error, refetch } = useQuery(houseQuery());
  const navigate = useNavigate();
  const toBox = useBox(() => void navigate({ to: '/search', state: { forBox: true } }));
  const switching = useSwitchHouse();
  const isSample = house?.kind === 'sample';
  return (
    <>
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <header className="top">
        <Brand />
        {house?.other ? (
          <HouseSwitch house={house} switching={switching} />
        ) : (
          isSample && <span className="sample">SAMPLE</span>
        )}
        <button className="icon-link" type="button" onClick={toBox}>
          <Icon name="search" />
          <span className="sr">Search</span>
        </button>
      </header>
      <nav className="side" aria-label="Places">
        <Brand />
        {house?.other && <HouseSwitch house={house} switching={switching} />}
        <button className="jump" type="button" aria-keyshortcuts="/" onClick={toBox}>
          <Icon name="search" small />
          Search papers<kbd>/</kbd>
        </button>
        <div>
          <h2 id="nav-read">Read</h2>
          <ul aria-labelledby="nav-read">
            <li>
              <Link to="/search" activeOptions={{ includeSearch: false }}>
                <Icon name="search" />
                Search
              </Link>
            </li>
          </ul>
        </div>
        <div className="side-foot">{isSample && <span className="sample">SAMPLE · all fictional</span>}</div>
      </nav>
      <main className="main" id="main" tabIndex={-1}>
        {isSample && <p className="print-only">SAMPLE, all fictional. Printed from Attune.</p>}
        {switching.error && (
          <Failure error={switching.error} kept="The house you were in is still open." onRetry={switching.again} />
        )}
        {error && house === undefined && (
          <Failure error={error} kept="Nothing was lost." onRetry={() => void refetch()} />
        )}
        <Arrived key={house?.kind} value={useHasMoved()}>
          <Outlet />
        </Arrived>
      </main>
    </>
  );
}

/** Whether the page has changed since the window was opened. */
function useHasMoved(): boolean {
  const path = useLocation({ select: ({ pathname }) => pathname });
  const [first] = useState(path);
  const [hasMoved, setHasMoved] = useState(false);
  if (!hasMoved && path !== first && first !== '/') setHasMoved(true);
  return hasMoved;
}

function Brand() {
  return (
    <Link className="brand" to="/search" activeOptions={{ exact: true }}>
      <Icon name="fork" />
      Attune
    </Link>
  );
}
