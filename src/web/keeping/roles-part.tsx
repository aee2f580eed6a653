/** The roles of an account: taken with a press, given with a press; each can be taken back the same way. */
import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import type { AccountList, AccountView } from '#api/index.ts';
import { Press } from '../parts/press.tsx';
import { TextField } from '../parts/typed-fields.tsx';
import { Refused } from './kept-page.tsx';
import { KeptWord } from './kept-word.tsx';
import { grantInWords, mayOf, roleInWords } from './role-words.ts';
import { useGrant, useRevoke } from './use-accounts.ts';

type Given = AccountView['roles'][number];

interface Roles {
  readonly account: AccountView;
  readonly roles: AccountList['roles'];
  readonly isOwn: boolean;
}

export function RolesPart({ account, roles, isOwn }: Roles) {
  const revoke = useRevoke();
  const grant = useGrant();
  const part = useRef<HTMLElement>(null);
  /** What was taken last, as long as it can be given back. */
  const [taken, setTaken] = useState<Given>();
  const busy = revoke.isPending || grant.isPending;
  const { id } = account;
  const take = (given: Given) =>
    revoke.mutate(
      { id, ...given },
      {
        onSuccess: () => {
          setTaken(given);
          // The button that was pressed is gone with the role.
          part.current?.focus();
        },
      },
    );
  const giveBack = (given: Given) => grant.mutate({ id, ...given }, { onSuccess: () => setTaken(undefined) });
  return (
    <section className="sect loose arrival" ref={part} tabIndex={-1} aria-labelledby="roles">
      <h3 id="roles">Roles</h3>
      {account.roles.length === 0 && <p>Reads, saves and takes notes, like everybody.</p>}
      <ul className="given">
        {account.roles.map((given) => (
          <li key={`${given.role} ${given.scope}`}>
            <span>
              {grantInWords(given)}
              {isOwn && given.role === 'administrator' && <span className="quiet"> (that is you)</span>}
            </span>
            <Press isHeard={busy} onPress={() => take(given)}>
              Take away<span className="sr"> {grantInWords(given)}</span>
            </Press>
          </li>
        ))}
      </ul>
      <KeptWord
        words={taken ? `${grantInWords(taken)}: taken away.` : ''}
        isPending={busy}
        isKept={taken !== undefined}
        {...(taken && { onUndo: () => giveBack(taken) })}
      />
      <Give account={account} roles={roles} grant={grant} />
      <Refused error={busy ? null : (revoke.error ?? grant.error)} />
    </section>
  );
}

const KINDS: Readonly<Record<string, string>> = { system: 'The whole house', unit: 'One unit', study: 'One study' };

interface Giving {
  readonly account: AccountView;
  readonly roles: AccountList['roles'];
  readonly grant: ReturnType<typeof useGrant>;
}

function Give({ account, roles, grant }: Giving) {
  const [role, setRole] = useState('');
  const [kind, setKind] = useState('system');
  const [of, setOf] = useState('');
  const scopes = roles.find((each) => each.role === role)?.scopes ?? [];
  const chosen = scopes.includes(kind) ? kind : 'system';
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (role === '' || grant.isPending) return;
    const scope = chosen === 'system' ? 'system' : `${chosen}:${of.trim()}`;
    grant.mutate({ id: account.id, role, scope }, { onSuccess: () => setRole('') });
  };
  return (
    <form className="form-near" aria-label="Give a role" onSubmit={onSubmit}>
      <div className="field">
        <label htmlFor="role">Give a role</label>
        <select id="role" value={role} onChange={({ target }) => setRole(target.value)}>
          <option value="">Choose…</option>
          {roles.map((each) => (
            <option key={each.role} value={each.role}>
              {roleInWords(each.role)}
              {mayOf(each.role) !== undefined && `: ${mayOf(each.role)}`}
            </option>
          ))}
        </select>
      </div>
      {scopes.length > 1 && (
        <div className="field">
          <label htmlFor="scope">Where it holds</label>
          <select id="scope" value={chosen} onChange={({ target }) => setKind(target.value)}>
            {scopes.map((scope) => (
              <option key={scope} value={scope}>
                {KINDS[scope] ?? scope}
              </option>
            ))}
          </select>
        </div>
      )}
      {chosen !== 'system' && role !== '' && (
        <TextField
          id="scope-of"
          label={chosen === 'unit' ? 'Which unit' : 'Which study'}
          value={of}
          autoComplete="off"
          spellCheck={false}
          hint="A short name of small letters, digits and hyphens, for example ward-7."
          onChange={({ target }) => setOf(target.value)}
        />
      )}
      {role !== '' && (
        <div className="btns">
          <button className="btn" type="submit" aria-disabled={grant.isPending || undefined}>
            Give it
          </button>
        </div>
      )}
    </form>
  );
}
