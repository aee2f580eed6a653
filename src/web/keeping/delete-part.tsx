/** Deleting an account: what goes, what stays, and that it cannot be undone, said before it is done. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AccountView } from '#api/index.ts';
import { call } from '../parts/api.ts';
import { useConfirming } from '../parts/confirming.tsx';
import { Press } from '../parts/press.tsx';
import { useTell } from '../parts/toasts.tsx';
import { Refused } from './kept-page.tsx';
import { ALL_ACCOUNTS } from './queries.ts';
import { nameOf } from './role-words.ts';

interface Part {
  readonly account: AccountView;
  readonly isOwn: boolean;
  readonly onKeep: () => void;
  readonly onGone: () => void;
}

export function DeletePart({ account, isOwn, onKeep, onGone }: Part) {
  const queries = useQueryClient();
  const confirm = useConfirming();
  const tell = useTell();
  const name = nameOf(account);
  const remove = useMutation({
    mutationFn: () => confirm(() => call('deleteAccount', { id: account.id })),
    onSuccess: ({ isWholly }) => {
      onGone();
      tell({
        words: isWholly
          ? `The account of ${name} is deleted`
          : `The account of ${name} is deleted. The last traces in the file go when Attune starts next`,
      });
      void queries.invalidateQueries({ queryKey: ALL_ACCOUNTS });
      if (isOwn) void queries.invalidateQueries({ queryKey: ['house'] });
    },
  });
  return (
    <div className="form">
      <p>
        <strong>This cannot be undone.</strong> If {isOwn ? 'you' : 'the person'} may come back, disable the account
        instead.
      </p>
      <div className="duo">
        <section aria-labelledby="goes">
          <h3 id="goes">What goes</h3>
          <ul className="marks">
            <li>Name and e-mail address, in every file of the house</li>
            <li>The password, links and open sessions</li>
            <li>Likes, saved papers, notes, history, and own collections</li>
          </ul>
        </section>
        <section aria-labelledby="stays">
          <h3 id="stays">What stays</h3>
          <ul className="marks">
            <li>Entries of the audit log, as a former member</li>
            <li>Papers that were brought into the library</li>
          </ul>
        </section>
      </div>
      <Refused error={remove.isPending ? null : remove.error} />
      <div className="btns">
        <Press look="btn btn-stop" isHeard={remove.isPending} onPress={() => remove.mutate()}>
          {remove.isPending ? 'Deleting…' : `Delete ${isOwn ? 'my account' : name}`}
        </Press>
        <button className="btn" type="button" onClick={onKeep}>
          Keep it
        </button>
      </div>
    </div>
  );
}
