/** E-mail and password. Unknown and wrong get the same sentence, and the cursor is back in the password. */
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { call } from '../parts/api.ts';
import type { Wanted } from '../parts/wanted.ts';
import { useArrival } from './arrival.ts';
import { deviceOf, DevicePicks, PasswordField, TextField, typed } from '../parts/typed-fields.tsx';
import { EnterButton, SaidNo } from '../parts/said-no.tsx';
import { useWait } from '../parts/wait.ts';

const MISSING = { email: 'Write your e-mail address.', password: 'Write your password.' } as const;

export function SignInForm({ wanted, contact }: { wanted: Wanted; contact: string | undefined }) {
  const arrive = useArrival();
  const form = useRef<HTMLFormElement>(null);
  const [missing, setMissing] = useState<keyof typeof MISSING>();
  const focus = (field: keyof typeof MISSING) => form.current?.querySelector<HTMLInputElement>(`#${field}`)?.focus();
  const enter = useMutation({
    mutationFn: (sent: { email: string; password: string; device: 'shared' | 'own' }) => call('signIn', sent),
    onSuccess: () => arrive(wanted),
    onError: () => focus('password'),
  });
  const left = useWait(enter.error);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (enter.isPending || left > 0) return;
    const { currentTarget } = event;
    const sent = {
      email: typed(currentTarget, 'email').trim(),
      password: typed(currentTarget, 'password'),
      device: deviceOf(currentTarget),
    };
    const lacks = sent.email === '' ? 'email' : sent.password === '' ? 'password' : undefined;
    setMissing(lacks);
    if (lacks !== undefined) return focus(lacks);
    enter.mutate(sent);
  };
  const wrong = (field: keyof typeof MISSING) => (missing === field ? MISSING[field] : undefined);
  return (
    <form ref={form} className="form" aria-label="Sign in" noValidate onSubmit={onSubmit}>
      <DevicePicks />
      {enter.error && !enter.isPending && <SaidNo error={enter.error} left={left} />}
      <TextField id="email" label="E-mail" type="email" autoComplete="username" wrong={wrong('email')} />
      <PasswordField id="password" label="Password" autoComplete="current-password" wrong={wrong('password')} />
      <div className="btns">
        <EnterButton words={enter.isPending ? 'Signing in…' : 'Sign in'} isPending={enter.isPending} left={left} />
      </div>
      <details className="forgot">
        <summary>I forgot it</summary>
        <p>
          Ask an administrator of your house for a link with which you set a new one. It comes from a person, not by
          itself
          {contact === undefined ? (
            '.'
          ) : (
            <>
              : write to <a href={`mailto:${contact}`}>{contact}</a>.
            </>
          )}
        </p>
      </details>
    </form>
  );
}
