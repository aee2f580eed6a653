/** The form behind a link. Its words and what it asks for follow from what the link is for. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import type { LinkView, You } from '#api/index.ts';
import { call, CallFailed } from '../parts/api.ts';
import { PageHeading } from '../parts/page-heading.tsx';
import { useArrival } from './arrival.ts';
import { deviceOf, DevicePicks, PasswordField, TextField, typed } from '../parts/typed-fields.tsx';
import { takeWanted } from './kept-wanted.ts';
import { fieldOf } from '../parts/said.ts';
import type { FieldName } from '../parts/said.ts';
import { EnterButton, SaidNo } from '../parts/said-no.tsx';
import { useWait } from '../parts/wait.ts';
import { signOut } from '../shell/leaving.ts';
import { forgetAnswers, lookWhoIsHere } from '../shell/start-anew.ts';

type Kind = LinkView['kind'];

const WORDS: Readonly<Record<Kind, { title: string; says: string; button: string; pending: string }>> = {
  'set-up': {
    title: 'Set up your house',
    says: 'You make the first account and become the administrator. You invite the others afterwards.',
    button: 'Make the account',
    pending: 'Making the account…',
  },
  invitation: {
    title: 'You are invited',
    says: 'Choose how colleagues see your name, and a password. Then you are in.',
    button: 'Come in',
    pending: 'Coming in…',
  },
  reset: {
    title: 'Set a new password',
    says: 'The old one ends, and you are signed out wherever you were signed in.',
    button: 'Set the password',
    pending: 'Setting the password…',
  },
};

const MISSING: Readonly<Record<FieldName, string>> = {
  name: 'Write your name, as colleagues know it.',
  email: 'Write your e-mail address.',
  password: 'Choose a password of at least 12 characters.',
};
const SHORTEST = 12;
const ADVICE =
  'At least 12 characters. Four words that have nothing to do with each other are good; so is one that a password manager makes.';

interface Filled {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly device: 'shared' | 'own';
}

interface LinkFormOf {
  readonly token: string;
  readonly link: LinkView;
  /** Who is signed in here already. */
  readonly you: You | undefined;
}

export function LinkForm({ token, link, you }: LinkFormOf) {
  const { kind } = link;
  const words = WORDS[kind];
  const form = useRef<HTMLFormElement>(null);
  const [wrong, setWrong] = useState<{ field: FieldName; says: string }>();
  const complain = (field: FieldName, says: string) => {
    setWrong({ field, says });
    form.current?.querySelector<HTMLInputElement>(`#${field}`)?.focus();
  };
  const enter = useEntering(token, kind, you !== undefined, complain);
  const left = useWait(enter.error);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (enter.isPending || left > 0) return;
    const filled = filledIn(event.currentTarget);
    const lacks = FIELDS[kind].find((field) => isMissing(field, filled));
    if (lacks !== undefined) return complain(lacks, MISSING[lacks]);
    setWrong(undefined);
    enter.mutate(filled);
  };
  const at = (field: FieldName) => (wrong?.field === field ? wrong.says : undefined);
  const isOfField = enter.error instanceof CallFailed && fieldOf(enter.error.message) !== undefined;
  return (
    <div className="narrow">
      <header className="head">
        <PageHeading title={words.title} />
        <p>{words.says}</p>
        {you && <p dir="auto">{you.name} is signed in here now, and no longer once you go on.</p>}
      </header>
      <form ref={form} className="form" aria-label={words.title} noValidate onSubmit={onSubmit}>
        {kind !== 'reset' && <DevicePicks />}
        {kind !== 'reset' && (
          <TextField
            id="name"
            label="Your name"
            autoComplete="name"
            maxLength={200}
            wrong={at('name')}
            defaultValue={link.name}
          />
        )}
        {kind === 'set-up' ? (
          <TextField
            id="email"
            label="E-mail"
            type="email"
            autoComplete="username"
            maxLength={320}
            wrong={at('email')}
            hint="You sign in with it."
          />
        ) : (
          <TextField
            id="email"
            label="E-mail"
            type="email"
            autoComplete="username"
            value={link.email ?? ''}
            readOnly
            hint={kind === 'invitation' ? 'You sign in with it. An administrator can change it.' : undefined}
          />
        )}
        <PasswordField
          id="password"
          label={kind === 'reset' ? 'New password' : 'Password'}
          autoComplete="new-password"
          wrong={at('password')}
          hint={ADVICE}
        />
        {enter.error && !enter.isPending && !isOfField && <SaidNo error={enter.error} left={left} />}
        <div className="btns">
          <EnterButton words={enter.isPending ? words.pending : words.button} isPending={enter.isPending} left={left} />
        </div>
      </form>
    </div>
  );
}

const FIELDS: Readonly<Record<Kind, readonly FieldName[]>> = {
  'set-up': ['name', 'email', 'password'],
  invitation: ['name', 'password'],
  reset: ['password'],
};

function filledIn(form: HTMLFormElement): Filled {
  return {
    name: typed(form, 'name').trim(),
    email: typed(form, 'email').trim(),
    password: typed(form, 'password'),
    device: deviceOf(form),
  };
}

function isMissing(field: FieldName, filled: Filled): boolean {
  return field === 'password' ? [...filled.password].length < SHORTEST : filled[field] === '';
}

/** Sends what was filled in, and leads on to what comes next. */
function useEntering(
  token: string,
  kind: Kind,
  isSignedIn: boolean,
  complain: (field: FieldName, says: string) => void,
) {
  const queries = useQueryClient();
  const arrive = useArrival();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async ({ name, email, password, device }: Filled): Promise<void> => {
      if (kind === 'set-up') await call('setUp', { token, name, email, password, device });
      else if (kind === 'invitation') await call('acceptInvitation', { token, name, password, device });
      else await call('resetPassword', { token, password });
    },
    onSuccess: async () => {
      if (kind === 'reset') {
        // Whoever was signed in here is not any more: they were told so, and the new password is for signing in.
        if (isSignedIn) await signOut('here').catch(() => undefined);
        await lookWhoIsHere(queries);
        await navigate({ to: '/sign-in', replace: true, state: { isReset: true } });
        return forgetAnswers(queries);
      }
      if (kind === 'set-up') return arrive(takeWanted(), { to: '/settings', state: { isFirst: true } });
      return arrive(takeWanted(), { to: '/today', state: { welcome: true } });
    },
    onError: (error) => {
      const field = error instanceof CallFailed ? fieldOf(error.message) : undefined;
      if (field !== undefined) complain(field, error.message);
    },
  });
}
