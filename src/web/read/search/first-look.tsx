/** The search page before any search: three searches that show what the box understands, or how papers come in. */
import { Link } from '@tanstack/react-router';
import type { HouseState } from '#api/index.ts';
import { Failure } from '../../parts/failure.tsx';
import { useSwitchHouse } from '../../parts/switch-house.ts';
import type { Switching } from '../../parts/switch-house.ts';

const EXAMPLES = [
  { q: 'heart failure readmission', says: 'Plain words. Papers with all of them, the best first.' },
  { q: '"early ambulation"', says: 'A phrase in quotes. The words stand side by side.' },
  { q: 'sepsis[ti] AND 2020:2030[dp]', says: 'A PubMed strategy: sepsis in the title, published from 2020 on.' },
] as const;

export function FirstLook({ house, isEmpty }: { house: HouseState; isEmpty: boolean }) {
  if (isEmpty) return <EmptyLibrary house={house} />;
  return (
    <section className="sect teach" aria-labelledby="try">
      <h2 id="try">Three ways to ask</h2>
      <ul className="mini">
        {EXAMPLES.map(({ q, says }) => (
          <li key={q}>
            <Link to="/search" search={{ q }} activeOptions={{ exact: true }}>
              <code>{q}</code>
            </Link>
            <span className="hint">{says}</span>
          </li>
        ))}
      </ul>
      <p className="hint">A PMID, a PMCID or a DOI opens its paper.</p>
      {house.kind === 'sample' && (
        <p className="hint">
          These papers are fictional. {house.mayBring && <Link to="/bring">Bring real papers from PubMed</Link>}
        </p>
      )}
    </section>
  );
}

function EmptyLibrary({ house }: { house: HouseState }) {
  const switching = useSwitchHouse();
  if (!house.mayBring) return <NothingYet house={house} />;
  return (
    <section className="empty" aria-labelledby="bring">
      <h2 id="bring">Your library holds no papers yet</h2>
      <p>Bring the first ones from PubMed: by a question, from a journal, or from a list of numbers.</p>
      <div className="btns">
        <Link className="btn btn-main" to="/bring">
          Bring papers from PubMed
        </Link>
        {house.other?.kind === 'sample' && <WayToSample switching={switching} />}
      </div>
      {house.other?.kind === 'sample' && (
        <p className="hint">In the sample every paper is fictional. It is there to look around.</p>
      )}
      {switching.error && (
        <Failure error={switching.error} kept="Your library is still open." onRetry={switching.again} />
      )}
      <p className="hint">Or bring a PubMed XML file by typing this where Attune is installed:</p>
      <pre className="command" tabIndex={0}>
        ./attune import FILE
      </pre>
      <p className="hint">
        Papers are searchable here as soon as they are in.
        {house.folder !== undefined && ` They are kept in ${house.folder}.`}
      </p>
    </section>
  );
}

/** For whoever does not bring papers themselves. */
function NothingYet({ house: { door, you, contact } }: { house: HouseState }) {
  return (
    <section className="empty" aria-labelledby="bring">
      <h2 id="bring">The library holds no papers yet</h2>
      <p>
        {door === 'set-up'
          ? 'They are brought in at the machine that Attune runs on.'
          : 'A librarian or an administrator of your house brings them in.'}
      </p>
      {you !== undefined && (
        <Link className="btn" to="/bring">
          Ask for papers
        </Link>
      )}
      {contact !== undefined && (
        <p className="hint">
          To ask, write to <a href={`mailto:${contact}`}>{contact}</a>.
        </p>
      )}
    </section>
  );
}

function WayToSample({ switching }: { switching: Switching }) {
  return (
    <button
      className="btn"
      type="button"
      disabled={switching.opening !== undefined}
      onClick={() => switching.to('sample')}
    >
      Look at the sample
    </button>
  );
}
