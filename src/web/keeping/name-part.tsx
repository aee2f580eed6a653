/** The name and the address of an account. */
import type { FormEvent } from 'react';
import type { AccountView } from '#api/index.ts';
import { TextField, typed } from '../entry/fields.tsx';
import { fieldOf } from '../entry/said.ts';
import { call } from '../parts/api.ts';
import { Refused } from './kept-page.tsx';
import { KeptWord } from './kept-word.tsx';
import { useAccountChange } from './use-accounts.ts';

export function NamePart({ account: { id, name = '', email = '' } }: { account: AccountView }) {
  const rename = useAccountChange((to: { name?: string; email?: string }) => call('rename', { id, ...to }));
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (rename.isPending) return;
    const to = {
      name: typed(event.currentTarget, 'their-name').trim(),
      email: typed(event.currentTarget, 'their-email').trim(),
    };
    const sent = { ...(to.name !== name && { name: to.name }), ...(to.email !== email && { email: to.email }) };
    if (Object.keys(sent).length > 0) rename.mutate(sent);
  };
  const field = rename.error && !rename.isPending ? fieldOf(rename.error.message) : undefined;
  const before = { name, email };
  return (
    <form className="form-near" aria-label="Name and e-mail" noValidate onSubmit={onSubmit}>
      <TextField
        id="their-name"
        label="Name"
        defaultValue={before.name}
        autoComplete="off"
        maxLength={200}
        wrong={field === 'name' ? rename.error?.message : undefined}
      />
      <TextField
        id="their-email"
        label="E-mail"
        type="email"
        defaultValue={before.email}
        autoComplete="off"
        maxLength={320}
        wrong={field === 'email' ? rename.error?.message : undefined}
      />
      {field === undefined && !rename.isPending && <Refused error={rename.error} />}
      <div className="btns">
        <button className="btn" type="submit" aria-disabled={rename.isPending || undefined}>
          Keep name and e-mail
        </button>
        <KeptWord isPending={rename.isPending} isKept={rename.isSuccess} />
      </div>
    </form>
  );
}
