/** The bar at the side of a desk's window: the house, the places, who is here. */
import type { ReactNode } from 'react';
import type { HouseState } from '#api/index.ts';
import { Link } from '@tanstack/react-router';
import { Icon } from '../parts/icon.tsx';
import { useShortcut, useSingleKeys } from '../parts/single-keys.tsx';
import type { Switching } from '../parts/switch-house.ts';
import { Brand } from './brand.tsx';
import { HouseSwitch } from './house-switch.tsx';
import { groupsOf, PlaceLink } from './navigation.tsx';

interface AtTheSide {
  readonly house: HouseState | undefined;
  readonly switching: Switching;
  readonly toBox: () => void;
  readonly toHelp: () => void;
  /** Who is signed in. */
  readonly who: ReactNode;
}

export function Side({ house, switching, toBox, toHelp, who }: AtTheSide) {
  const { isOn: hasKeys } = useSingleKeys();
  const boxKey = useShortcut('/');
  const helpKey = useShortcut('?');
  return (
    <nav className="side" aria-label="Places">
      <Brand house={house} />
      {house?.other && <HouseSwitch house={house} switching={switching} />}
      <button className="jump" type="button" {...boxKey} onClick={toBox}>
        <Icon name="search" small />
        Search papers{hasKeys && <kbd aria-hidden="true">/</kbd>}
      </button>
      {groupsOf(house).map(({ id, title, places }) => (
        <div key={id}>
          <h2 id={id}>{title}</h2>
          <ul aria-labelledby={id}>
            {places.map((place) => (
              <li key={place.to}>
                <PlaceLink place={place} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      <div className="side-foot">
        {house?.kind === 'sample' && <span className="sample">SAMPLE · all fictional</span>}
        {who}
        <Link to="/why">Why this exists</Link>
        <button type="button" aria-haspopup="dialog" {...helpKey} onClick={toHelp}>
          Keys{hasKeys && <kbd aria-hidden="true">?</kbd>}
        </button>
      </div>
    </nav>
  );
}
