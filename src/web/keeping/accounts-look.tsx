/** Where there are more accounts than fit on a page: the words to find one by, and the way through them. */
import type { AccountList } from '#api/index.ts';
import { Press } from '../parts/press.tsx';
import { number } from '../parts/words.ts';
import type { AccountsWish } from './queries.ts';

interface Look {
  readonly wish: AccountsWish;
  readonly change: (wish: AccountsWish) => void;
}

export function AccountsLook({ wish, change }: Look) {
  return (
    <div className="field narrow" role="search" aria-label="In the accounts">
      <label htmlFor="look">Find somebody</label>
      <input
        id="look"
        type="search"
        dir="auto"
        autoComplete="off"
        maxLength={320}
        value={wish.look}
        aria-describedby="look-hint"
        onChange={({ target }) => change({ look: target.value, page: 1 })}
      />
      <span className="hint" id="look-hint">
        The beginning of a name or of an e-mail address.
      </span>
    </div>
  );
}

export function AccountsPages({ list, wish, change }: Look & { list: AccountList }) {
  const { page, pages, total } = list;
  if (total === 0) return <p role="status">Nobody here has a name or an address like that.</p>;
  if (pages <= 1 && page <= 1) return null;
  // Both buttons keep their places, and the focus with them.
  return (
    <nav className="end pages" aria-label="Pages">
      <Press isHeard={page <= 1} onPress={() => change({ ...wish, page: Math.min(page - 1, Math.max(pages, 1)) })}>
        Previous
      </Press>
      <Press isHeard={page >= pages} onPress={() => change({ ...wish, page: page + 1 })}>
        Next
      </Press>
      <span className="num" role="status">
        Page {number(page)} of {number(pages)}
      </span>
    </nav>
  );
}
