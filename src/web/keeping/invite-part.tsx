/** Inviting somebody: whom, and what they may do. What comes back is a link, not a mail. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import type { AccountList } from '#api/index.ts';
import { TextField, typed } from '../parts/typed-fields.tsx';
import { fieldOf } from '../parts/said.ts';
import { call } from '../parts/api.ts';
import { useConfirming } from '../parts/confirming.tsx';
import { Refused } from './kept-page.tsx';
import type { ShownLink } from './link-shown.tsx';
import { ALL_ACCOUNTS } from './queries.ts';
import { RolePicks } from './role-picks.tsx';

interface Invited {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly string[];
}

interface Part {
  readonly roles: AccountList['roles'];
  readonly isAlone: boolean;
  /** Whether something else on the page is to be done first. */
  readonly isSecond: boolean;
  readonly onLink: (link: ShownLink) => void;
}

export function InvitePart({ roles, isAlone, isSecond, onLink }: Part) {
  const queries = useQueryClient();
  const confirm = useConfirming();
  const form = useRef<HTMLFormElement>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isMissing, setIsMissing] = useState(false);
  const focus = (field: string) => form.current?.querySelector<HTMLInputElement>(`#invite-${field}`)?.focus();
  const invite = useMutation({
    mutationFn: ({ email, name, roles: given }: Invited) =>
      confirm(() =>
        call('invite', {
          email,
          ...(name !== '' && { name }),
          roles: given.map((role) => ({ role, scope: 'system' })),
        }),
      ),
    onSuccess: ({ link, expiresAt }, { name, email }) => {
      form.current?.reset();
      setChosen(new Set());
      onLink({ link, expiresAt, name: name || email, kind: 'invitation' });
      void queries.invalidateQueries({ queryKey: ALL_ACCOUNTS });
    },
    onError: (error) => focus(fieldOf(error.message) ?? 'email'),
  });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (invite.isPending) return;
    const email = typed(event.currentTarget, 'invite-email').trim();
    setIsMissing(email === '');
    if (email === '') return focus('email');
    invite.mutate({ email, name: typed(event.currentTarget, 'invite-name').trim(), roles: [...chosen] });
  };
  const field = invite.error ? fieldOf(invite.error.message) : undefined;
  const said = (of: 'email' | 'name') => (field === of && !invite.isPending ? invite.error?.message : undefined);
  const change = (role: string, isOn: boolean) =>
    setChosen((before) => {
      const next = new Set(before);
      if (isOn) next.add(role);
      else next.delete(role);
      return next;
    });
  return (
    <section className="sect loose invite" aria-labelledby="invite">
      <h2 id="invite">{isAlone ? 'Invite the second person' : 'Invite somebody'}</h2>
      <form ref={form} className="form" aria-labelledby="invite" noValidate onSubmit={onSubmit}>
        <TextField
          id="invite-email"
          label="Their e-mail"
          type="email"
          autoComplete="off"
          maxLength={320}
          hint="They sign in with it. Attune sends nothing to it: you get a link to hand on."
          wrong={isMissing ? 'Write their e-mail address.' : said('email')}
        />
        <TextField
          id="invite-name"
          label="Their name"
          autoComplete="off"
          maxLength={200}
          hint="They can change it when they come in. It may stay empty."
          wrong={said('name')}
        />
        <fieldset className="field">
          <legend>What they may do</legend>
          <p className="hint">
            Everybody can read, save and take notes. Roles hold for the whole house; for a unit or a study alone, give
            them afterwards.
          </p>
          <RolePicks roles={roles.map(({ role }) => role)} chosen={chosen} change={change} />
        </fieldset>
        {field === undefined && !invite.isPending && <Refused error={invite.error} />}
        <p className="btns">
          <button
            className={isSecond ? 'btn' : 'btn btn-main'}
            type="submit"
            aria-disabled={invite.isPending || undefined}
          >
            {invite.isPending ? 'Making the link…' : 'Make the invitation'}
          </button>
        </p>
      </form>
    </section>
  );
}
