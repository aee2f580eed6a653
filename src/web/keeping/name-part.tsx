/** The name and the address of an account. */
import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import type { AccountView } from '#api/index.ts';
import { TextField, typed } from '../parts/typed-fields.tsx';
import { fieldOf } from '../parts/said.ts';
import { call } from '../parts/api.ts';
import { Refused } from './kept-page.tsx';
import { KeptWord } from './kept-word.tsx';
import { useAccountChange } from './use-accounts.ts';

const FIELDS = ['name', 'email'] as const;

interface Named {
  readonly name?: string;
  readonly email?: string;
}

export function NamePart({ account: { id, name = '', email = '' } }: { account: AccountView }) {
  const rename = useAccountChange((to: Named) => call('rename', { id, ...to }));
  const form = useRef<HTMLFormElement>(null);
  /** What was changed last and what stood there before, as long as that can be taken back. */
  const [last, setLast] = useState<{ readonly from: Named; readonly to: Named }>();
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (rename.isPending) return;
    const now = { name: valueOf(event.currentTarget, 'name'), email: valueOf(event.currentTarget, 'email') };
    const to = { ...(now.name !== name && { name: now.name }), ...(now.email !== email && { email: now.email }) };
    const from = { ...(to.name !== undefined && { name }), ...(to.email !== undefined && { email }) };
    if (Object.keys(to).length > 0) rename.mutate(to, { onSuccess: () => setLast({ from, to }) });
  };
  const undo = ({ from, to }: NonNullable<typeof last>) =>
    rename.mutate(from, {
      onSuccess: () => {
        setLast(undefined);
        for (const field of FIELDS) putBack(form.current, field, from[field], to[field]);
      },
    });
  const field = rename.error && !rename.isPending ? fieldOf(rename.error.message) : undefined;
  // Nobody goes back to having no name.
  const canUndo = last !== undefined && last.from.name !== '';
  return (
    <form ref={form} className="form-near" aria-label="Name and e-mail" noValidate onSubmit={onSubmit}>
      <TextField
        id="their-name"
        label="Name"
        defaultValue={name}
        autoComplete="off"
        maxLength={200}
        wrong={field === 'name' ? rename.error?.message : undefined}
      />
      <TextField
        id="their-email"
        label="E-mail"
        type="email"
        defaultValue={email}
        autoComplete="off"
        maxLength={320}
        wrong={field === 'email' ? rename.error?.message : undefined}
      />
      {field === undefined && !rename.isPending && <Refused error={rename.error} />}
      <div className="btns">
        <button className="btn" type="submit" aria-disabled={rename.isPending || undefined}>
          Keep name and e-mail
        </button>
        <KeptWord
          isPending={rename.isPending}
          isKept={rename.isSuccess}
          {...(canUndo && { onUndo: () => undo(last) })}
        />
      </div>
    </form>
  );
}

/** What was typed there since then stays. */
function putBack(form: HTMLFormElement | null, field: keyof Named, before?: string, after?: string): void {
  const input = form?.elements.namedItem(`their-${field}`);
  if (input instanceof HTMLInputElement && before !== undefined && input.value.trim() === after) input.value = before;
}

function valueOf(form: HTMLFormElement, field: keyof Named): string {
  return typed(form, `their-${field}`).trim();
}
