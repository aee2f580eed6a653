/** Who has an account here, what each may do, and the way in for the next one. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { houseQuery } from '../parts/queries.ts';
import { number } from '../parts/words.ts';
import { AccountSheet } from './account-sheet.tsx';
import { AccountTable } from './account-table.tsx';
import { InvitePart } from './invite-part.tsx';
import { KeptPage } from './kept-page.tsx';
import { LinkShown } from './link-shown.tsx';
import type { ShownLink } from './link-shown.tsx';
import { accountsQuery } from './queries.ts';

export function AccountsPage() {
  const { data, error, refetch } = useQuery(accountsQuery());
  const { data: house } = useQuery(houseQuery());
  const [shown, setShown] = useState<ShownLink>();
  const [openId, setOpenId] = useState<string>();
  const open = data?.accounts.find(({ id }) => id === openId);
  const count = data?.accounts.length ?? 0;
  return (
    <KeptPage
      title="Accounts"
      says={data && <p>{count === 1 ? 'You are the only one so far.' : `${number(count)} people have one.`}</p>}
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
          <AccountTable accounts={data.accounts} own={house?.you?.id} onOpen={setOpenId} />
          <InvitePart roles={data.roles} onLink={setShown} isAlone={count === 1} isSecond={shown !== undefined} />
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

/** Where the focus goes when what it was in is gone. */
function toHeading(): void {
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
}
