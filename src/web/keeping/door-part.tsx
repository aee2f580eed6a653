/** How the person of an account comes in: links to hand on, and letting them in no more. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AccountView } from '#api/index.ts';
import { call } from '../parts/api.ts';
import { useConfirming } from '../parts/confirming.tsx';
import { Press } from '../parts/press.tsx';
import { Refused } from './kept-page.tsx';
import type { ShownLink } from './link-shown.tsx';
import { ALL_ACCOUNTS } from './queries.ts';
import { nameOf, STATES } from './role-words.ts';
import { useAccountChange } from './use-accounts.ts';

const LINKS = {
  invited: {
    route: 'inviteAgain',
    kind: 'invitation',
    words: 'Make a new invitation link',
    hint: 'The link before it opens nothing any more.',
  },
  active: {
    route: 'resetLink',
    kind: 'reset',
    words: 'Make a link for a new password',
    hint: 'The password of now works until the link is used.',
  },
} as const;

export function DoorPart({ account, onLink }: { account: AccountView; onLink: (link: ShownLink) => void }) {
  const { id, state } = account;
  const queries = useQueryClient();
  const confirm = useConfirming();
  const made = state === 'disabled' ? undefined : LINKS[state];
  const link = useMutation({
    mutationFn: ({ route }: { route: 'inviteAgain' | 'resetLink'; kind: ShownLink['kind'] }) =>
      confirm(() => call(route, { id })),
    onSuccess: (answer, { kind }) =>
      onLink({ link: answer.link, expiresAt: answer.expiresAt, name: nameOf(account), kind }),
    onError: () => void queries.invalidateQueries({ queryKey: ALL_ACCOUNTS }),
  });
  const turn = useAccountChange((how: 'disable' | 'enable') => call(how, { id }));
  const busy = turn.isPending || link.isPending;
  return (
    <section className="sect loose" aria-labelledby="door">
      <h3 id="door">Coming in: {STATES[state].toLowerCase()}</h3>
      {made && (
        <div className="form-near">
          <p className="btns">
            <Press isHeard={busy} onPress={() => link.mutate(made)}>
              {made.words}
            </Press>
          </p>
          <p className="hint">{made.hint}</p>
        </div>
      )}
      {state !== 'invited' && (
        <div className="form-near">
          <p className="btns">
            <Press isHeard={busy} onPress={() => turn.mutate(state === 'active' ? 'disable' : 'enable')}>
              {state === 'active' ? 'Disable the account' : 'Enable the account'}
            </Press>
          </p>
          <p className="hint" role="status">
            {state === 'active'
              ? 'Signed out everywhere at once, and let in no more. All they kept stays.'
              : 'Let in no more. All they kept is there when the account is enabled.'}
          </p>
        </div>
      )}
      <Refused error={busy ? null : (link.error ?? turn.error)} />
    </section>
  );
}
