/** What stands around every page: the bar at the side, the header of a phone, the way past them, and the SAMPLE mark. */
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { houseQuery } from '../parts/queries.ts';
import { Icon } from '../parts/icon.tsx';
import { useState } from 'react';
import { Failure } from '../parts/failure.tsx';
import { Arrived } from '../parts/page-heading.tsx';
import { Copying } from '../parts/copying.tsx';
import { SingleKeys, useShortcut, useSingleKeys } from '../parts/single-keys.tsx';
import { useSwitchHouse } from '../parts/switch-house.ts';
import { goToBox } from './to-box.ts';
import { HouseSwitch } from './house-switch.tsx';
import { KeyHelp } from './key-help.tsx';
import { useKeyboard } from './keyboard.ts';
import { useOpenFoldsInPrint } from './printing.ts';

export function Frame() {
  return (
    <SingleKeys>
      <Copying>
        <Around />
      </Copying>
    </SingleKeys>
  );
}

function Around() {
  const { data: house, error, refetch } = useQuery(houseQuery());
  const navigate = useNavigate();
  const toBox = () => goToBox(() => void navigate({ to: '/search', state: { forBox: true } }));
  const [isHelping, setIsHelping] = useState(false);
  useKeyboard({ toBox, toHelp: () => setIsHelping(true) });
  useOpenFoldsInPrint();
  const { isOn: hasKeys } = useSingleKeys();
  const boxKey = useShortcut('/');
  const helpKey = useShortcut('?');
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
        <button className="jump" type="button" {...boxKey} onClick={toBox}>
          <Icon name="search" small />
          Search papers{hasKeys && <kbd aria-hidden="true">/</kbd>}
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
        <div>
          <h2 id="nav-library">Library</h2>
          <ul aria-labelledby="nav-library">
            <li>
              <Link to="/bring">
                <Icon name="bring" />
                Bring papers
              </Link>
            </li>
            <li>
              <Link to="/jobs">
                <Icon name="runs" />
                What runs
              </Link>
            </li>
          </ul>
        </div>
        <div className="side-foot">
          {isSample && <span className="sample">SAMPLE · all fictional</span>}
          <Link to="/why">Why this exists</Link>
          <button type="button" aria-haspopup="dialog" {...helpKey} onClick={() => setIsHelping(true)}>
            Keys{hasKeys && <kbd aria-hidden="true">?</kbd>}
          </button>
        </div>
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
      <footer className="foot">
        <Link to="/bring">Bring papers</Link>
        <Link to="/jobs">What runs</Link>
        <Link to="/why">Why this exists</Link>
        <button className="no-touch" type="button" aria-haspopup="dialog" onClick={() => setIsHelping(true)}>
          Keys
        </button>
      </footer>
      {isHelping && <KeyHelp onClose={() => setIsHelping(false)} />}
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
