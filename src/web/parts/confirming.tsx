/** Something sensitive was pressed and the password was entered long ago: it is asked for, and what was pressed then happens. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { createContext, use, useCallback, useEffect, useRef, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { PasswordField, typed } from './typed-fields.tsx';
import { EnterButton, SaidNo } from './said-no.tsx';
import { useWait } from './wait.ts';
import { call, CallFailed } from './api.ts';
import { houseQuery } from './queries.ts';
import { Sheet } from './sheet.tsx';

/** Runs the call; where the person does not enter the password, it fails with the server's refusal. */
type Confirm = <T>(act: () => Promise<T>) => Promise<T>;

const ConfirmFirst = createContext<Confirm>((act) => act());

export function useConfirming(): Confirm {
  return use(ConfirmFirst);
}

/** What is waited for while the sheet is open. */
interface Asked {
  readonly go: () => void;
  readonly refuse: () => void;
}

export function Confirming({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState<Asked>();
  const asking = useRef<Promise<void>>(undefined);
  const confirm = useCallback<Confirm>(async (act) => {
    try {
      return await act();
    } catch (thrown) {
      if (!(thrown instanceof CallFailed) || thrown.code !== 'confirm_needed') throw thrown;
      // Whatever else was pressed meanwhile waits for the same answer.
      asking.current ??= new Promise<void>((go, refuse) => setAsked({ go, refuse: () => refuse(thrown) })).finally(
        () => {
          asking.current = undefined;
          setAsked(undefined);
        },
      );
      await asking.current;
      return act();
    }
  }, []);
  return (
    <ConfirmFirst value={confirm}>
      {children}
      {asked && <PasswordSheet {...asked} />}
    </ConfirmFirst>
  );
}

function PasswordSheet({ go, refuse }: Asked) {
  const { data: house } = useQuery(houseQuery());
  const form = useRef<HTMLFormElement>(null);
  const focus = () => form.current?.querySelector<HTMLInputElement>('#again')?.focus();
  const [isMissing, setIsMissing] = useState(false);
  const confirm = useMutation({
    mutationFn: (password: string) => call('confirm', { password }),
    onSuccess: go,
    onError: focus,
  });
  const left = useWait(confirm.error);
  // After the sheet itself has opened and taken the focus.
  useEffect(() => form.current?.querySelector<HTMLInputElement>('#again')?.focus(), []);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (confirm.isPending || left > 0) return;
    const password = typed(event.currentTarget, 'again');
    setIsMissing(password === '');
    if (password === '') return focus();
    confirm.mutate(password);
  };
  return (
    <Sheet title="Is it you?" onClose={refuse}>
      <form ref={form} className="form" aria-label="Enter your password again" noValidate onSubmit={onSubmit}>
        <p>
          You entered your password more than ten minutes ago. Enter it again, and what you pressed happens. Closing
          this changes nothing.
        </p>
        {confirm.error && !confirm.isPending && <SaidNo error={confirm.error} left={left} />}
        <input
          className="sr"
          type="email"
          autoComplete="username"
          value={house?.you?.email ?? ''}
          readOnly
          tabIndex={-1}
          aria-hidden="true"
        />
        <PasswordField
          id="again"
          label="Your password"
          autoComplete="current-password"
          wrong={isMissing ? 'Write your password.' : undefined}
        />
        <div className="btns">
          <EnterButton words="Go on" isPending={confirm.isPending} left={left} />
        </div>
      </form>
    </Sheet>
  );
}
