/** Whose papers these become, said while the sample is open: never the fictional ones’ neighbours. */
import { useQuery } from '@tanstack/react-query';
import type { HouseState, JobsAnswer } from '#api/index.ts';
import { Failure } from '../parts/failure.tsx';
import { houseQuery } from '../parts/queries.ts';
import { useSwitchHouse } from '../parts/switch-house.ts';
import { papers } from '../parts/words.ts';

/** Whether the server was started for the sample alone: then there is no house papers could go into. */
export function isSampleAlone(house: HouseState | undefined): boolean {
  return house?.kind === 'sample' && house.other === undefined;
}

export function SampleAlone() {
  return (
    <section className="empty" aria-labelledby="alone">
      <h2 id="alone">Only the sample is open</h2>
      <p>This server shows the sample alone, and real papers are kept apart from it.</p>
      <p className="hint">
        To bring papers, end it and start Attune with the words below. Your own library then stands beside the sample.
      </p>
      <pre className="command" tabIndex={0}>
        npm start
      </pre>
    </section>
  );
}

/** While the sample is open: where the papers go, and the way there once it holds some. */
export function Whose({ jobs }: { jobs: JobsAnswer | undefined }) {
  const { data: house } = useQuery(houseQuery());
  if (house?.kind !== 'sample') return null;
  const held = jobs?.papers ?? house.other?.papers ?? 0;
  return (
    <section className="told" aria-label="Where the papers go">
      <p>
        The sample is open now. Papers that you bring go into your own library, never among the fictional ones
        {held > 0 && `. It holds ${papers(held)}`}.
      </p>
      {held > 0 && <OpenYours />}
    </section>
  );
}

export function OpenYours() {
  const { to, again, opening, error } = useSwitchHouse();
  return (
    <>
      <p className="btns">
        <button className="btn" type="button" disabled={opening !== undefined} onClick={() => to('home')}>
          {opening === undefined ? 'Open your library' : 'Opening…'}
        </button>
      </p>
      {error && <Failure error={error} kept="The sample is still open." onRetry={again} />}
    </>
  );
}
