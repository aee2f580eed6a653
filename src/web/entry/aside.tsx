/** Beside the way in: that one can read without it, what it adds, and whom to ask. */
import type { HouseState } from '#api/index.ts';

export function Aside({ house, verb }: { house: HouseState; verb: string }) {
  const { library, contact, urgent } = house;
  return (
    <aside className="rail" aria-label="Good to know">
      {library !== undefined && (
        <section className="well" aria-labelledby="without">
          <h2 id="without">You can read without it</h2>
          <p>Every paper and every search stays open. You {verb} to like, save and take notes.</p>
        </section>
      )}
      <section className="sect" aria-labelledby="learns">
        <h2 id="learns">Who sees it</h2>
        <p>What you like, save and note is shown to you alone, until you share a collection yourself.</p>
      </section>
      {(contact !== undefined || urgent !== undefined) && (
        <section className="sect" aria-labelledby="help">
          <h2 id="help">Help</h2>
          <Contact house={house} />
        </section>
      )}
    </aside>
  );
}

function Contact({ house: { contact, urgent } }: { house: HouseState }) {
  return (
    <ul className="help">
      {contact !== undefined && (
        <li>
          Write to <a href={`mailto:${contact}`}>{contact}</a>
        </li>
      )}
      {urgent !== undefined && (
        <li>
          When it is urgent, call <a href={`tel:${urgent.replace(/[^\d+]/g, '')}`}>{urgent}</a>
        </li>
      )}
    </ul>
  );
}
