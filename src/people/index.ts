/** Who is in the house, how they come in, and what they may do: accounts, passwords, sessions, roles, settings, the audit log. */
export type { Newcomer } from './acceptance.ts';
export type { Account, OnDelete } from './accounts.ts';
export { ACTS } from './audit.ts';
export type { Act, AuditEntry, AuditPage, AuditQuestion, Noted } from './audit.ts';
export type { AccountId, Actor } from './ids.ts';
export type { Invitation, Link, LinkView } from './links.ts';
export type { NamedAccount } from './names.ts';
export { openPeople } from './people.ts';
export type { People, PeopleOptions } from './people.ts';
export { ROLES } from './role-list.ts';
export type { Role, RoleGrant, Scope } from './role-list.ts';
export type { SessionKind } from './session-life.ts';
export type { Found, Session } from './session-look-up.ts';
export type { SessionView } from './sessions.ts';
export type { SettingKey } from './setting-list.ts';
export type { FixedSettings, SettingView } from './settings.ts';
export type { Entered, Entry, SignInRequest } from './sign-in.ts';
export type { FictionalPerson, WalkIn } from './walk-in.ts';
