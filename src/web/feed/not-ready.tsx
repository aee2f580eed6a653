/** The feed before it can rank anything: the library is still being read, or holds nothing. */
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import type { HouseState } from '#api/index.ts';
import { Failure } from '../parts/failure.tsx';
import { mayAsk } from '../parts/may-ask.ts';
import { Press } from '../parts/press.tsx';
import { useSwitchHouse } from '../parts/switch-house.ts';
import { number } from '../parts/words.ts';

export function Preparing({ papers, read }: { papers: number; read: number }) {
  const name = useId();
  return (
    <section className="preparing" aria-label="Getting ready">
      <label htmlFor={name}>
        Reading the library for you: {number(read)} of {number(papers)} papers
      </label>
      <progress id={name} max={Math.max(papers, 1)} value={read} />
      <p className="hint">This is done once. The page goes on by itself; meanwhile you can search.</p>
      <p className="end-ways">
        <Link to="/search" search={{}}>
          Search
        </Link>
        <Link to="/interests">Choose what to keep up with</Link>
      </p>
    </section>
  );
}

export function NoPapers({ house }: { house: HouseState }) {
  const switching = useSwitchHouse();
  return (
    <section className="empty" aria-labelledby="no-papers">
      <h2 id="no-papers">The library holds no papers yet</h2>
      <p>
        {house.mayBring
          ? 'Bring the first ones from PubMed: by a question, from a journal, or from a list of numbers. New ones then stand here each day.'
          : 'A librarian or an administrator of your house brings them in. Then new ones stand here each day.'}
      </p>
      <div className="btns">
        {house.mayBring && (
          <Link className="btn btn-main" to="/bring">
            Bring papers from PubMed
          </Link>
        )}
        {mayAsk(house) && (
          <Link className="btn" to="/bring">
            Ask for papers
          </Link>
        )}
        {house.other?.kind === 'sample' && (
          <Press isHeard={switching.opening !== undefined} onPress={() => switching.to('sample')}>
            Look at the sample
          </Press>
        )}
      </div>
      {switching.error && (
        <Failure error={switching.error} kept="Your library is still open." onRetry={switching.again} />
      )}
    </section>
  );
}
