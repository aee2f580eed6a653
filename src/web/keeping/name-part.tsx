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

export function NamePart({ account: { id, name = '', email = '' } }: { account: AccountView }) {
  const rename = useAccountChange((to: { name?: string; email?: string }) => call('rename', { id, ...to }));
  const form = useRef<HTMLFormElement>(null);
  /** As it was before the last change, as long as that can be taken back. */
  const [before, setBefore] = useState<{ name: string; email: string }>();
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (rename.isPending) return;
    const to = {
      name: typed(event.currentTarget, 'their-name').trim(),
      email: typed(event.currentTarget, 'their-email').trim(),
    };
    const sent = { ...(to.name !== name && { name: to.name }), ...(to.email !== email && { email: to.email }) };
    if (Object.keys(sent).length > 0) rename.mutate(sent, { onSuccess: () => setBefore({ name, email }) });
  };
  const field = rename.error && !rename.isPending ? fieldOf(rename.error.message) : undefined;
  const undo = () => {
    const { current } = form;
    if (before === undefined || current === null) return;
    rename.mutate(before, { onSuccess: () => setBefore(undefined) });
    for (const [field, value] of [
      ['their-name', before.name],
      ['their-email', before.email],
    ] as const) {
      const input = current.elements.namedItem(field);
      if (input instanceof HTMLInputElement) input.value = value;
    }
  };
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
        <KeptWord isPending={rename.isPending} isKept={rename.isSuccess} {...(before && { onUndo: undo })} />
      </div>
    </form>
  );
}
