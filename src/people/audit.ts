/**
 * The audit log: what was done, when, by whom and about whom, written in the transaction of the act itself and never changed.
 * It holds pseudonyms, codes and numbers alone, so that a person can be forgotten without touching it.
 */
import type { ExpressionBuilder, SqlBool, Expression, Transaction } from 'kysely';
import type { Desk } from './desk.ts';
import type { Actor } from './ids.ts';
import type { PeopleTables, Tables } from './tables.ts';

export const ACTS = [
  'set-up-link-made', 'account-invited', 'account-created', 'invitation-accepted', 'identity-changed', 'account-disabled',
  'account-enabled', 'account-deleted', 'role-granted', 'role-revoked', 'reset-link-made', 'password-reset',
  'password-changed', 'password-refused', 'signed-in', 'sign-in-failed', 'signed-out', 'confirmed',
  'session-ended', 'sessions-ended', 'setting-changed', 'sign-in-held', 'walked-in', 'exported', 'reading-erased', 'taken-out',
  'papers-brought', 'mail-tested',
] as const; // prettier-ignore

export type Act = (typeof ACTS)[number];

export interface AuditEntry {
  /** Orders the log; no two are the same, and none is given twice. */
  readonly sequence: number;
  /** Instant in UTC. */
  readonly at: string;
  readonly what: Act;
  /** Who did it; absent where nobody was signed in. */
  readonly who?: Actor;
  /** The account or thing it was done to. */
  readonly about?: string;
  readonly detail: AuditDetail;
}

/** Codes and numbers. A text that could be a name, an address or a sentence is refused. */
export type AuditDetail = Readonly<Record<string, string | number | boolean>>;

export interface AuditQuestion {
  readonly what?: readonly Act[];
  readonly who?: Actor;
  readonly about?: string;
  /** Instants in UTC, the first included, the second not. */
  readonly from?: string;
  readonly to?: string;
  /** Entries older than this one: the `next` of the page before. */
  readonly before?: number;
  /** At most 200; 50 where nothing is said. */
  readonly limit?: number;
}

export interface AuditPage {
  /** The newest first. */
  readonly entries: readonly AuditEntry[];
  /** What to ask for as `before`, where there are older ones. */
  readonly next?: number;
}

const CODE = /^[a-z0-9][a-z0-9:._-]{0,79}$/;
const MOST = 200;
const USUAL = 50;

/** Who did it, to what, and what else is worth a code. */
export type Noted = { readonly who?: Actor; readonly about?: string } & AuditDetail;

/** Writes one act down, in the transaction in which it happens. */
export async function note(tables: Tables, at: number, what: Act, { who, about, ...detail }: Noted): Promise<void> {
  for (const value of [who, about, ...Object.values(detail)])
    if (typeof value === 'string' && !CODE.test(value))
      throw new Error(`The audit log holds codes alone, and the act ${what} brought a text.`);
  await tables
    .insertInto('audit')
    .values({ at, what, who: who ?? null, about: about ?? null, detail: JSON.stringify(detail) })
    .execute();
}

export class Audit {
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /**
   * Writes down what happened in another room.
   * @param within that room's own transaction, so that act and entry stand or fall together; left out where the act is over.
   */
  async note<Others>(what: Act, noted: Noted, within?: Transaction<Others>): Promise<void> {
    const { records, now } = this.#desk;
    // All rooms' tables are in one file: what is a transaction for one is a transaction for this room too.
    if (within !== undefined) return note(within as unknown as Tables, now(), what, noted);
    await records.change((tables) => note(tables, now(), what, noted));
  }

  async list(question: AuditQuestion = {}): Promise<AuditPage> {
    const limit = Math.max(1, Math.min(question.limit ?? USUAL, MOST));
    const rows = await this.#desk.records.read
      .selectFrom('audit')
      .selectAll()
      .where((eb) => eb.and(conditions(eb, question)))
      .orderBy('sequence', 'desc')
      .limit(limit + 1)
      .execute();
    const entries = rows.slice(0, limit).map(({ sequence, at, what, who, about, detail }) => ({
      sequence,
      at: new Date(at).toISOString(),
      what: what as Act,
      ...(who === null ? {} : { who: who as Actor }),
      ...(about === null ? {} : { about }),
      detail: JSON.parse(detail) as AuditDetail,
    }));
    const next = rows.length > limit ? entries.at(-1)?.sequence : undefined;
    return { entries, ...(next === undefined ? {} : { next }) };
  }
}

function conditions(eb: ExpressionBuilder<PeopleTables, 'audit'>, question: AuditQuestion): Expression<SqlBool>[] {
  const { what, who, about, from, to, before } = question;
  return [
    ...(what === undefined ? [] : [eb('what', 'in', what)]),
    ...(who === undefined ? [] : [eb('who', '=', who)]),
    ...(about === undefined ? [] : [eb('about', '=', about)]),
    ...(from === undefined ? [] : [eb('at', '>=', Date.parse(from))]),
    ...(to === undefined ? [] : [eb('at', '<', Date.parse(to))]),
    ...(before === undefined ? [] : [eb('sequence', '<', before)]),
  ];
}
