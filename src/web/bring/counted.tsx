/** How many papers match in PubMed, and how PubMed understood the words. */
import type { CountAnswer } from '#api/index.ts';
import { CallFailed } from '../parts/api.ts';
import { Icon } from '../parts/icon.tsx';
import { useSlow } from '../parts/slow.ts';
import { number } from '../parts/words.ts';
import { NotYours } from './trouble.tsx';

interface Counting {
  /** Of the words as they stand now. */
  readonly count: CountAnswer | undefined;
  readonly isCounting: boolean;
  readonly error: Error | null;
  readonly onRetry: () => void;
}

export function Counted({ count, isCounting, error, onRetry }: Counting) {
  const isSlow = useSlow(isCounting);
  if (error instanceof CallFailed && error.code === 'forbidden') return <NotYours />;
  return (
    <div className="counted">
      <p role="status">
        {isSlow && !count && <span className="quiet">Asking PubMed how many there are…</span>}
        {count && (
          <b className="num">
            {count.total === 0
              ? 'No papers match in PubMed.'
              : count.total === 1
                ? '1 paper matches in PubMed.'
                : `${number(count.total)} papers match in PubMed.`}
          </b>
        )}
      </p>
      {count && count.unknown.length > 0 && (
        <p className="tell wrap is-waiting">
          <Icon name="concern" small />
          <span>PubMed does not know {count.unknown.map((word) => `“${word}”`).join(', ')} and looked without it.</span>
        </p>
      )}
      {count?.translation !== undefined && (
        <details>
          <summary>How PubMed understood it</summary>
          <p className="typed">{count.translation}</p>
        </details>
      )}
      {error && !isCounting && (
        <div className="banner is-waiting" role="alert">
          <Icon name="offline" />
          <p>
            <strong>{error.message}</strong>
          </p>
          <p className="btns">
            <button className="btn" type="button" onClick={onRetry}>
              Count again
            </button>
            <a href="#from-file">From a file</a>
          </p>
        </div>
      )}
    </div>
  );
}
