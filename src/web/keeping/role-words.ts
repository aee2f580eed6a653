/** Roles, states and devices as people say them. Pure. */
import type { AccountView, You } from '#api/index.ts';

type Grant = You['roles'][number];

const SPELLED: Readonly<Record<string, string>> = {
  'learning-office': 'Learning office',
  'privacy-officer': 'Privacy officer',
};

/** What each role may do that a reader may not, as far as the house has it. */
const MAY: Readonly<Record<string, string>> = {
  administrator: 'Accounts, settings, and bringing papers',
  librarian: 'Brings papers',
  'privacy-officer': 'Sees the audit log',
};

/** `Learning office` for `learning-office`. */
export function roleInWords(role: string): string {
  return SPELLED[role] ?? role.charAt(0).toUpperCase() + role.slice(1).replaceAll('-', ' ');
}

export function mayOf(role: string): string | undefined {
  return MAY[role];
}

/** `Librarian`, `Researcher in the study 7`. */
export function grantInWords({ role, scope }: Grant): string {
  const [kind, id] = scope.split(':');
  return id === undefined ? roleInWords(role) : `${roleInWords(role)} in the ${kind} ${id}`;
}

/** Everybody is a reader. */
export function rolesInWords(roles: readonly Grant[]): string {
  return roles.length === 0 ? 'Reader' : roles.map(grantInWords).join(', ');
}

export const STATES: Readonly<Record<AccountView['state'], string>> = {
  invited: 'Invited, not here yet',
  active: 'Active',
  disabled: 'Disabled',
};

export const DEVICES: Readonly<Record<You['device'], string>> = { shared: 'A shared PC', own: 'Your own device' };

/** A person in a sentence: by name, else by address. */
export function nameOf({
  name,
  email,
}: {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
}): string {
  return name || email || 'this account';
}
