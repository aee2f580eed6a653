/** Changes to accounts: what stands on the page is what the server says afterwards. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AccountList, AccountView } from '#api/index.ts';
import { call } from '../parts/api.ts';
import { useConfirming } from '../parts/confirming.tsx';
import { ALL_ACCOUNTS } from './queries.ts';

export function useAccountChange<Sent>(change: (sent: Sent) => Promise<AccountList>) {
  const queries = useQueryClient();
  const confirm = useConfirming();
  return useMutation({
    mutationFn: (sent: Sent) => confirm(() => change(sent)),
    onSuccess: ({ changed }) => {
      queries.setQueriesData<AccountList>(
        { queryKey: ALL_ACCOUNTS },
        (list) => changed && list && withChanged(list, changed),
      );
      void queries.invalidateQueries({ queryKey: ALL_ACCOUNTS });
      // It may have been one's own name or role.
      void queries.invalidateQueries({ queryKey: ['house'] });
    },
    // Where the server says no, the list on the page may be an old one.
    onError: () => void queries.invalidateQueries({ queryKey: ALL_ACCOUNTS }),
  });
}

/** On its place, until the list itself comes anew. */
function withChanged(list: AccountList, changed: AccountView): AccountList {
  return { ...list, accounts: list.accounts.map((account) => (account.id === changed.id ? changed : account)) };
}

interface Grant {
  readonly id: string;
  readonly role: string;
  readonly scope: string;
}

export function useGrant() {
  return useAccountChange((grant: Grant) => call('grantRole', grant));
}

export function useRevoke() {
  return useAccountChange((grant: Grant) => call('revokeRole', grant));
}
