/** A search that came to nothing because of how it was written, or because the server did not answer. */
import { CallFailed } from '../../parts/api.ts';
import { Failure } from '../../parts/failure.tsx';
import { Icon } from '../../parts/icon.tsx';

/** The id by which the box says that this explains it. */
export const TROUBLE = 'trouble';

export function SearchTrouble({ error, query, onRetry }: { error: Error; query: string; onRetry: () => void }) {
  if (!(error instanceof CallFailed) || !isOfTheQuery(error.code)) {
    return <Failure error={error} kept="Your words are kept in the box." onRetry={onRetry} />;
  }
  return (
    <div className="banner is-retracted soft" role="alert" id={TROUBLE}>
      <Icon name="concern" />
      <p>
        <strong>{error.message}</strong>
      </p>
      {error.at && <Typed query={query} {...error.at} />}
    </div>
  );
}

/** Faults that another wording mends; trying the same again would not. */
function isOfTheQuery(code: string): boolean {
  return code === 'bad_query' || code === 'bad_request' || code === 'too_expensive';
}

/** What was typed, with the place that could not be read: at its end a place has no letter, so one is drawn. */
function Typed({ query, start, length }: { query: string; start: number; length: number }) {
  const place = query.slice(start, start + length);
  return (
    <p className="typed">
      {query.slice(0, start)}
      <mark>
        <span className="sr">Here: </span>
        {place === '' ? '▲' : place}
      </mark>
      {query.slice(start + length)}
    </p>
  );
}
