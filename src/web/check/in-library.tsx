/** Whether the library holds a paper; where it does not, how it comes in. */
import { Icon } from '../parts/icon.tsx';
import type { FetchingMissing } from './fetch-missing.ts';
import type { Judged } from './judged.ts';

interface Holding {
  readonly reference: Judged;
  readonly fetching: FetchingMissing;
}

export function InLibrary({ reference: { state, row }, fetching }: Holding) {
  return (
    <td data-l="In the library" className={state === 'here' ? 'same' : undefined}>
      <div>
        {state === 'here' ? 'Yes' : state === 'missing' ? 'No' : <span className="quiet">Not known</span>}
        {state === 'missing' && row.wanted !== undefined && <Way number={row.wanted} fetching={fetching} />}
      </div>
    </td>
  );
}

function Way({ number, fetching }: { number: string; fetching: FetchingMissing }) {
  const { way, wish, isWishRefused, isPending, start } = fetching;
  if (way !== 'fetch' && way !== 'ask') return null;
  const isOnItsWay = wish?.numbers.includes(number) === true && (way === 'ask' || !wish.isTold);
  if (isOnItsWay && isWishRefused) return <p className="t-1 quiet">Not brought</p>;
  if (isOnItsWay)
    return (
      <p className="t-1">
        <span className="tell is-waiting">
          <Icon name="wait" small />
          {way === 'ask' ? 'Asked for' : 'On its way'}
        </span>
      </p>
    );
  return (
    <p>
      <button className="in-line" type="button" aria-disabled={isPending || undefined} onClick={() => start([number])}>
        {way === 'ask' ? 'Ask for it' : 'Fetch it'}
        <span className="sr">: {number}</span>
      </button>
    </p>
  );
}
