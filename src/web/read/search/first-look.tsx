/** The search page before any search: three searches that show what the box understands, or how papers come in. */
import { Link } from '@tanstack/react-router';
import type { HouseState } from '#api/index.ts';
import { Failure } from '../../parts/failure.tsx';
import { useSwitchHouse } from '../../parts/switch-house.ts';

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
    </section>
  );
}

function EmptyLibrary({ house }: { house: HouseState }) {
  return (
    <section className="empty" aria-labelledby="bring">
      <h2 id="bring">Your library holds no papers yet</h2>
      <p>Bring in records that you exported from PubMed. Type this where Attune is installed:</p>
      <pre className="command" tabIndex={0}>
        ./attune import FILE
      </pre>
      <p className="hint">They are searchable here as soon as the command says so. They are kept in {house.folder}.</p>
      {house.other?.kind === 'sample' && <WayToSample />}
    </section>
  );
}

function WayToSample() {
  const switching = useSwitchHouse();
  return (
    <>
      <p className="hint">Or look around first in the sample, where every paper is fictional.</p>
      <button
        className="btn"
        type="button"
        disabled={switching.opening !== undefined}
        onClick={() => switching.to('sample')}
      >
        Look at the sample
      </button>
      {switching.error && (
        <Failure error={switching.error} kept="Your library is still open." onRetry={switching.again} />
      )}
    </>
  );
}
