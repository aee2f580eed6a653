/** Accounts as a table at a desk and as a list on a phone. */
import { useState } from 'react';
import type { AccountView } from '#api/index.ts';
import { moment } from '../bring/moment.ts';
import { FoldTable } from '../parts/fold-table.tsx';
import { nameOf, rolesInWords, STATES } from './role-words.ts';
import '../styles/jobs.css';

const COLUMNS = ['Name', 'Roles', 'State', 'Last sign-in'];

interface Table {
  readonly accounts: readonly AccountView[];
  /** The id of whoever looks. */
  readonly own: string | undefined;
  readonly onOpen: (id: string) => void;
}

export function AccountTable({ accounts, own, onOpen }: Table) {
  const [now] = useState(() => new Date());
  return (
    <FoldTable name="Accounts" look="accounts" columns={COLUMNS}>
      {accounts.map((account) => {
        const { id, name, email, roles, state, lastSignInAt } = account;
        return (
          <tr key={id}>
            <th scope="row">
              <span dir="auto">{nameOf(account)}</span>
              {id === own && <span className="quiet"> (you)</span>}
              {name !== undefined && name !== '' && <span className="hint address-of">{email}</span>}
            </th>
            <td data-l="Roles">
              <span>{rolesInWords(roles)}</span>
            </td>
            <td data-l="State">
              <span className={state === 'active' ? undefined : 'is-waiting'}>{STATES[state]}</span>
            </td>
            <td data-l="Last sign-in">
              <span>{lastSignInAt === undefined ? 'Never' : moment(lastSignInAt, now)}</span>
            </td>
            <td className="do">
              <button className="btn" type="button" aria-haspopup="dialog" onClick={() => onOpen(id)}>
                Change<span className="sr"> {nameOf(account)}</span>
              </button>
            </td>
          </tr>
        );
      })}
    </FoldTable>
  );
}
