/** Where a thumb goes on a phone: three places, and everything else on a sheet. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { HouseState } from '#api/index.ts';
import { Link } from '@tanstack/react-router';
import { Sheet } from '../parts/sheet.tsx';
import { groupsOf, NEAREST, PlaceLink, PlaceSign } from './navigation.tsx';

interface UnderTheThumb {
  readonly house: HouseState | undefined;
  readonly toHelp: () => void;
  /** Who is signed in; `close` takes the sheet away first. */
  readonly who: (close: () => void) => ReactNode;
}

export function Thumb({ house, toHelp, who }: UnderTheThumb) {
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  return (
    <>
      <nav className="places" aria-label="Nearest places">
        {NEAREST.map((place) => (
          <PlaceLink key={place.to} place={place} />
        ))}
        <button type="button" aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
          <PlaceSign of="more" />
          More
        </button>
      </nav>
      {isOpen && (
        <Sheet title="More" onClose={close}>
          <div className="side-foot">{who(close)}</div>
          {groupsOf(house).map(({ id, title, places }) => (
            <section key={id} className="more" aria-labelledby={`${id}-more`}>
              <h3 id={`${id}-more`}>{title}</h3>
              <ul>
                {places.map((place) => (
                  <li key={place.to}>
                    <PlaceLink place={place} onGo={close} />
                  </li>
                ))}
              </ul>
            </section>
          ))}
          <div className="foot">
            <Link to="/why" onClick={close}>
              Why this exists
            </Link>
            <button
              className="no-touch"
              type="button"
              aria-haspopup="dialog"
              onClick={() => {
                close();
                toHelp();
              }}
            >
              Keys
            </button>
          </div>
        </Sheet>
      )}
    </>
  );
}
