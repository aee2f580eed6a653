/** Who is who, over the wire: signing in, links, sessions, accounts, settings, the audit log. */
import { z } from 'zod';

const accountId = z.string().min(1).max(80);
const device = z.enum(['shared', 'own']);
const typedPassword = z.string().min(1).max(2_000);
const email = z.string().min(1).max(320);
const personName = z.string().max(200);

const grant = z.object({
  role: z.string().max(40),
  /** `system`, `unit:ID` or `study:ID`. */
  scope: z.string().max(80),
});

/** The person who is signed in, as the page needs to know them. */
export const you = z.object({
  id: accountId,
  name: z.string(),
  email: z.string(),
  roles: z.array(grant),
  /** `shared`: a computer on the ward, signed out after half an hour. `own`: their own device. */
  device,
});

export const nothing = z.object({});
export const done = z.object({ done: z.literal(true) });

export const signInRequest = z.object({ email, password: typedPassword, device });
export const entered = z.object({ you });
export const passwordRequest = z.object({ password: typedPassword });
export const changePasswordRequest = z.object({ old: typedPassword, fresh: typedPassword });

export const linkRequest = z.object({ token: z.string().min(1).max(200) });
export const linkView = z.object({
  kind: z.enum(['set-up', 'invitation', 'reset']),
  name: z.string().optional(),
  email: z.string().optional(),
});
export const setUpRequest = linkRequest.extend({ name: personName, email, password: typedPassword, device });
export const invitationRequest = linkRequest.extend({ name: personName, password: typedPassword, device });
export const resetRequest = linkRequest.extend({ password: typedPassword });

export const walkInList = z.object({
  people: z.array(
    z.object({
      id: accountId,
      name: z.string(),
      title: z.string(),
      /** One line on what to look at as them. */
      does: z.string().optional(),
    }),
  ),
});
export const walkInRequest = z.object({ id: accountId });

export const sessionList = z.object({
  sessions: z.array(
    z.object({
      id: z.string(),
      device,
      /** Instants in UTC. */
      createdAt: z.string(),
      usedAt: z.string(),
      isThisOne: z.boolean(),
    }),
  ),
});
export const sessionRequest = z.object({ id: z.string().min(1).max(80) });

const accountView = z.object({
  id: accountId,
  state: z.enum(['invited', 'active', 'disabled']),
  name: z.string().optional(),
  email: z.string().optional(),
  roles: z.array(grant),
  /** Instants in UTC. */
  createdAt: z.string(),
  lastSignInAt: z.string().optional(),
});
export const accountsRequest = z.object({
  /** Beginnings of words of the name, or of the e-mail address. */
  look: z.string().max(320).default(''),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
/** A hundred a page, by name. */
export const accountList = z.object({
  accounts: z.array(accountView),
  /** Of all that fit what was looked for. */
  total: z.number().int(),
  page: z.number().int(),
  pages: z.number().int(),
  /** In the answer to a change, beside the first page: the account as it is now, on whichever page it stands. */
  changed: accountView.optional(),
  /** Each role, and the kinds of scope it can have. */
  roles: z.array(z.object({ role: z.string(), scopes: z.array(z.string()) })),
});
export const accountRequest = z.object({ id: accountId });
export const inviteRequest = z.object({
  email,
  name: personName.optional(),
  roles: z.array(grant).max(20).default([]),
});
/** Shown once, to be handed on: it cannot be had again. */
export const linkAnswer = z.object({ link: z.string(), expiresAt: z.string().optional(), account: accountId });
export const renameRequest = accountRequest.extend({ name: personName.optional(), email: email.optional() });
export const roleRequest = accountRequest.extend(grant.shape);
export const deletedAnswer = z.object({
  /** False where an old state of the file is still being read: the last of it goes with the next start. */
  isWholly: z.boolean(),
});

const settingView = z.object({
  key: z.enum(['house-name', 'time-zone', 'contact-email', 'urgent-number', 'mail-server']),
  meaning: z.string(),
  isSecret: z.boolean(),
  isSet: z.boolean(),
  /** Absent where nothing is set, and for a secret. */
  value: z.string().optional(),
  /** Where the environment has set it: the name of the variable. It cannot be changed in the page. */
  fixedBy: z.string().optional(),
});
export const settingList = z.object({ settings: z.array(settingView), timeZones: z.array(z.string()) });
export const settingRequest = z.object({
  key: settingView.shape.key,
  /** Null takes the setting away. */
  value: z.string().max(500).nullable(),
});
export const mailTest = z.object({ sentTo: z.string() });

export const auditRequest = z.object({
  what: z.string().max(60).optional(),
  who: z.string().max(80).optional(),
  about: z.string().max(80).optional(),
  /** Days in the time zone of the house, both included. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  before: z.coerce.number().int().min(1).optional(),
});
export const auditAnswer = z.object({
  entries: z.array(
    z.object({
      sequence: z.number().int(),
      at: z.string(),
      what: z.string(),
      /** Pseudonyms; the name stands beside as long as the account has one. */
      who: z.string().optional(),
      whoName: z.string().optional(),
      about: z.string().optional(),
      aboutName: z.string().optional(),
      detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    }),
  ),
  next: z.number().int().optional(),
  /** The acts there are, to choose from. */
  acts: z.array(z.string()),
});

export type You = z.infer<typeof you>;
export type LinkView = z.infer<typeof linkView>;
export type WalkInList = z.infer<typeof walkInList>;
export type SessionList = z.infer<typeof sessionList>;
export type AccountView = z.infer<typeof accountView>;
export type AccountList = z.infer<typeof accountList>;
export type LinkAnswer = z.infer<typeof linkAnswer>;
export type SettingView = z.infer<typeof settingView>;
export type SettingList = z.infer<typeof settingList>;
export type AuditAnswer = z.infer<typeof auditAnswer>;
