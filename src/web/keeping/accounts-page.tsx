/** Who has an account here, what each may do, and the way in for the next one. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { houseQuery } from '../parts/queries.ts';
import { number } from '../parts/words.ts';
import { AccountSheet } from './account-sheet.tsx';
import { AccountTable } from './account-table.tsx';
import { AccountsLook, AccountsPages } from './accounts-look.tsx';
import { InvitePart } from './invite-part.tsx';
import { KeptPage } from './kept-page.tsx';
import { LinkShown } from './link-shown.tsx';
import type { ShownLink } from './link-shown.tsx';
import { accountsQuery } from './queries.ts';
import type { AccountsWish } from './queries.ts';

export function AccountsPage() {
  const [wish, setWish] = useState<AccountsWish>({ look: '', page: 1 });
  const { data, error, isFetching, refetch } = useQuery(accountsQuery(wish));
  const { data: house } = useQuery(houseQuery());
  const [shown, setShown] = useState<ShownLink>();
  const [openId, setOpenId] = useState<string>();
  // Under a new name it may stand on another page: it is open until it is closed.
  const listed = data?.accounts.find(({ id }) => id === openId);
  const [held, setHeld] = useState(listed);
  if (listed !== undefined && listed !== held) setHeld(listed);
  const open = listed ?? (held?.id === openId ? held : undefined);
  const isAlone = data?.total === 1 && wish.look === '';
  return (
    <KeptPage
      title="Accounts"
      says={data && <p>{saying(data.total, wish)}</p>}
      error={error}
      onRetry={() => void refetch()}
    >
      {data && (
        <div className="stack wide">
          {shown && (
            <LinkShown
              key={shown.link}
              {...shown}
              onClose={() => {
                setShown(undefined);
                toHeading();
              }}
            />
          )}
          <section className="stack-near" aria-label="Accounts" aria-busy={isFetching}>
            {(data.pages > 1 || wish.look !== '') && <AccountsLook wish={wish} change={setWish} />}
            {data.accounts.length > 0 && (
              <AccountTable accounts={data.accounts} own={house?.you?.id} onOpen={setOpenId} />
            )}
            <AccountsPages list={data} wish={wish} change={setWish} />
          </section>
          <InvitePart roles={data.roles} onLink={setShown} isAlone={isAlone} isSecond={shown !== undefined} />
        </div>
      )}
      {data && open && (
        <AccountSheet
          account={open}
          roles={data.roles}
          isOwn={open.id === house?.you?.id}
          onClose={() => setOpenId(undefined)}
          onLink={(link) => {
            setOpenId(undefined);
            setShown(link);
          }}
        />
      )}
    </KeptPage>
  );
}

function saying(total: number, { look }: AccountsWish): string {
  if (look.trim() !== '') return `${number(total)} of the people who have one fit.`;
  return total === 1 ? 'You are the only one so far.' : `${number(total)} people have one.`;
}

/** Where the focus goes when what it was in is gone. */
function toHeading(): void {
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
}
