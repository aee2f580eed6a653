/** What stands around every page: the bar at the side, the header and the places of a phone, the way past them, and the SAMPLE mark. */
import { useQuery } from '@tanstack/react-query';
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Copying } from '../parts/copying.tsx';
import { Failure } from '../parts/failure.tsx';
import { Icon } from '../parts/icon.tsx';
import { Arrived } from '../parts/page-heading.tsx';
import { houseQuery } from '../parts/queries.ts';
import { SingleKeys } from '../parts/single-keys.tsx';
import { useSwitchHouse } from '../parts/switch-house.ts';
import { Brand } from './brand.tsx';
import { isClosed } from './doors.ts';
import { HouseSwitch } from './house-switch.tsx';
import { useIdle } from './idle.ts';
import { KeyHelp } from './key-help.tsx';
import { useKeyboard } from './keyboard.ts';
import { useIsLeaving, useLeaving } from './leaving.ts';
import { useOpenFoldsInPrint } from './printing.ts';
import { Side } from './side.tsx';
import { Thumb } from './thumb.tsx';
import { goToBox } from './to-box.ts';
import { useWhoeverIsHere } from './whoever-is-here.ts';
import { Who } from './who.tsx';

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
  const toHelp = () => setIsHelping(true);
  useKeyboard({ toBox, toHelp });
  useOpenFoldsInPrint();
  const switching = useSwitchHouse();
  const leaving = useLeaving();
  const isLeaving = useIsLeaving();
  useIdle(house?.you?.device === 'shared', () => !isLeaving && leaving.mutate('idle'));
  const isShut = useWhoeverIsHere(house, isLeaving);
  const hasMoved = useHasMoved();
  const isBare = house !== undefined && isClosed(house);
  const isSample = house?.kind === 'sample';
  const who = (onGo?: () => void) => house && <Who house={house} {...(onGo && { onGo })} />;
  return (
    <>
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <header className={isBare ? 'top bare' : 'top'}>
        <Brand house={house} />
        {house?.other ? (
          <HouseSwitch house={house} switching={switching} />
        ) : (
          isSample && <span className="sample">SAMPLE</span>
        )}
        {!isBare && (
          <button className="icon-link" type="button" onClick={toBox}>
            <Icon name="search" />
            <span className="sr">Search</span>
          </button>
        )}
      </header>
      {!isBare && <Side house={house} switching={switching} toBox={toBox} toHelp={toHelp} who={who()} />}
      <main className={isBare ? 'main bare' : 'main'} id="main" tabIndex={-1}>
        {isSample && <p className="print-only">SAMPLE, all fictional. Printed from Attune.</p>}
        {switching.error && (
          <Failure error={switching.error} kept="The house you were in is still open." onRetry={switching.again} />
        )}
        {leaving.error && (
          <Failure error={leaving.error} kept="You are still signed in." onRetry={() => leaving.mutate('idle')} />
        )}
        {error && house === undefined && (
          <Failure error={error} kept="Nothing was lost." onRetry={() => void refetch()} />
        )}
        <Arrived key={house?.kind} value={hasMoved}>
          {!isShut && <Outlet />}
        </Arrived>
      </main>
      {!isBare && <Thumb house={house} toHelp={toHelp} who={who} />}
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
