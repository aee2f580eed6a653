/** Another password for one's own account. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { PasswordField, typed } from '../parts/typed-fields.tsx';
import { fieldOf } from '../parts/said.ts';
import { EnterButton, SaidNo } from '../parts/said-no.tsx';
import { useWait } from '../parts/wait.ts';
import { call } from '../parts/api.ts';
import { sessionsQuery } from './queries.ts';

const SHORTEST = 12;
const LACKS = {
  old: 'Write the password you have now.',
  fresh: 'Choose a password of at least 12 characters.',
} as const;

export function PasswordPart({ email }: { email: string }) {
  const queries = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const [lacks, setLacks] = useState<keyof typeof LACKS>();
  const focus = (field: keyof typeof LACKS) => form.current?.querySelector<HTMLInputElement>(`#${field}`)?.focus();
  const change = useMutation({
    mutationFn: (sent: { old: string; fresh: string }) => call('changePassword', sent),
    onSuccess: () => {
      form.current?.reset();
      void queries.invalidateQueries({ queryKey: sessionsQuery().queryKey });
    },
    onError: (error) => focus(fieldOf(error.message) === 'password' ? 'fresh' : 'old'),
  });
  const left = useWait(change.error);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (change.isPending || left > 0) return;
    const sent = { old: typed(event.currentTarget, 'old'), fresh: typed(event.currentTarget, 'fresh') };
    const lacking = sent.old === '' ? 'old' : [...sent.fresh].length < SHORTEST ? 'fresh' : undefined;
    setLacks(lacking);
    if (lacking !== undefined) return focus(lacking);
    change.mutate(sent);
  };
  const isOfFresh = change.error !== null && fieldOf(change.error.message) === 'password';
  const wrong = isOfFresh && !change.isPending ? change.error?.message : undefined;
  return (
    <section className="sect loose narrow" aria-labelledby="new-password">
      <h2 id="new-password">Change your password</h2>
      <form ref={form} className="form" aria-labelledby="new-password" noValidate onSubmit={onSubmit}>
        <input
          className="sr"
          type="email"
          autoComplete="username"
          value={email}
          readOnly
          tabIndex={-1}
          aria-hidden="true"
        />
        <PasswordField
          id="old"
          label="Password now"
          autoComplete="current-password"
          wrong={lacks === 'old' ? LACKS.old : undefined}
        />
        <PasswordField
          id="fresh"
          label="New password"
          autoComplete="new-password"
          hint="At least 12 characters. You are signed out everywhere else."
          wrong={lacks === 'fresh' ? LACKS.fresh : wrong}
        />
        {change.error && !change.isPending && !isOfFresh && <SaidNo error={change.error} left={left} />}
        <div className="btns">
          <EnterButton
            words={change.isPending ? 'Changing it…' : 'Change the password'}
            isPending={change.isPending}
            left={left}
          />
        </div>
        <p role="status">{change.isSuccess && 'Your password is changed. You were signed out everywhere else.'}</p>
      </form>
    </section>
  );
}
