/** The one list of roles, and where each can be given. Every account is a reader; that is no role to give. */
import { AppError } from '#model/index.ts';

/** Where a role holds: the whole house, one unit, or one study. */
export type Scope = 'system' | `unit:${string}` | `study:${string}`;

type ScopeKind = 'system' | 'unit' | 'study';

const EVERYWHERE: readonly ScopeKind[] = ['system', 'unit', 'study'];

/** Role → the kinds of scope it can have. Whoever keeps the house's own things keeps them for the whole house. */
export const ROLES = {
  researcher: EVERYWHERE,
  director: ['system', 'unit'],
  manager: ['system', 'unit'],
  executive: ['system', 'unit'],
  partner: EVERYWHERE,
  librarian: ['system'],
  analyst: EVERYWHERE,
  'learning-office': ['system'],
  'privacy-officer': ['system'],
  administrator: ['system'],
} as const satisfies Readonly<Record<string, readonly ScopeKind[]>>;

export type Role = keyof typeof ROLES;

export interface RoleGrant {
  readonly role: Role;
  readonly scope: Scope;
}

const SCOPE = /^(?:system|(?<kind>unit|study):[a-z0-9][a-z0-9-]{0,63})$/;

/** @throws AppError `bad_request` where there is no such role, or not with this scope. */
export function checkGrant(role: string, scope: string): RoleGrant {
  if (!isRole(role))
    throw new AppError('bad_request', `There is no role “${role}”. The roles are: ${Object.keys(ROLES).join(', ')}.`);
  const found = SCOPE.exec(scope);
  if (found === null)
    throw new AppError(
      'bad_request',
      `“${scope}” is no scope. Write system, unit: and the unit's id, or study: and the study's id.`,
    );
  const kinds: readonly string[] = ROLES[role];
  if (!kinds.includes(found.groups?.['kind'] ?? 'system'))
    throw new AppError('bad_request', `The role ${role} holds for: ${kinds.join(', ')}. Choose one of these scopes.`);
  return { role, scope: scope as Scope };
}

function isRole(word: string): word is Role {
  return Object.hasOwn(ROLES, word);
}

/** Roles as SQLite joins them in the session's look-up: `researcher study:7,administrator system`. */
export function rolesOf(joined: unknown): RoleGrant[] {
  if (typeof joined !== 'string' || joined === '') return [];
  return joined.split(',').map((each) => {
    const [role, scope] = each.split(' ');
    return { role: role as Role, scope: scope as Scope };
  });
}
