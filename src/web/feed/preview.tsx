/** What Today would begin with, as one chooses. */
import { useQuery } from '@tanstack/react-query';
import { useSettled } from '../parts/settled.ts';
import type { Interest } from './interest.ts';
import { previewQuery } from './queries.ts';
import { WhyLine } from './why-line.tsx';

export function Preview({ interests }: { interests: readonly Interest[] }) {
  const [asked] = useSettled(interests, JSON.stringify(interests), 400);
  const { data, error, isFetching } = useQuery(previewQuery(asked));
  const isEmpty = interests.length === 0;
  return (
    <aside className="rail" aria-label="Preview">
      <section className="well">
        <h2>Today would begin with</h2>
        <div aria-live="polite" aria-busy={isFetching}>
          {isEmpty && <p className="quiet">Pick something, and papers about it stand here.</p>}
          {!isEmpty && error && <p className="quiet">This could not be looked up now. You can go on without it.</p>}
          {!isEmpty && !error && data?.rows.length === 0 && (
            <p className="quiet">No new papers about this yet. They stand on Today once they come in.</p>
          )}
          {!isEmpty && data && data.rows.length > 0 && (
            <ol className="mini">
              {data.rows.map(({ id, title, why }) => (
                <li key={id}>
                  <p className="row-title" dir="auto">
                    {title}
                  </p>
                  <WhyLine row={{ why, isExploration: false }} isPlain />
                </li>
              ))}
            </ol>
          )}
        </div>
        <p className="t-1 quiet">A handful of papers a day, then it ends.</p>
      </section>
    </aside>
  );
}
