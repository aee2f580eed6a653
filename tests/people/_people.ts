/** A house with people in it, whose clock is the test's own, and what must not change looked at as bytes and rows. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, mock } from 'node:test';
import { openPeople } from '#people/index.ts';
import type { AccountId, Entered, Entry, People, PeopleOptions, Session } from '#people/index.ts';
import { openRecordStore } from '#storage/index.ts';
import { CHEAP, GOOD } from './_house.ts';

export { BETTER, CHEAP, GOOD } from './_house.ts';
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const closing: (() => void)[] = [];
after(() => {
  for (const close of closing) close();
  mock.timers.reset();
});

export interface House {
  readonly people: People;
  readonly folder: string;
  /** The house opened a second time, as by another process. */
  again(options?: PeopleOptions): Promise<People>;
  /** All rows of all tables of people, as text. */
  rows(): string;
  /** All bytes of all files of the house. */
  bytes(): string;
}

/** Moves the clock of everything, in milliseconds. */
export function move(ms: number): void {
  mock.timers.setTime(Date.now() + ms);
}

/** An empty folder that goes when the tests are over. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'attune-people-'));
  closing.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A house without people, at noon of 9 March 2026. */
export async function emptyHouse(options: PeopleOptions = {}): Promise<House> {
  mock.timers.reset();
  mock.timers.enable({ apis: ['Date'], now: Date.parse('2026-03-09T12:00:00Z') });
  const folder = emptyFolder();
  const again = async (given: PeopleOptions = {}): Promise<People> => {
    const store = await openRecordStore(folder);
    closing.unshift(() => store.close());
    return openPeople(store, { cost: CHEAP, ...given });
  };
  const people = await again(options);
  return {
    people,
    folder,
    again,
    rows: () => rowsOf(folder),
    bytes: () => bytesOf(folder),
  };
}

export interface Home extends House {
  readonly ada: AccountId;
  /** Ada's token from the set-up. */
  readonly token: string;
}

/** A house whose administrator is Ada Hollis. */
export async function home(options: PeopleOptions = {}): Promise<Home> {
  const house = await emptyHouse(options);
  const link = await house.people.links.makeSetUp();
  assert.ok(link);
  const ada = { name: 'Ada Hollis', email: 'ada@hollis.example', password: GOOD, kind: 'own' } as const;
  const { account, token } = await house.people.accept.setUp(link.token, ada);
  return { ...house, ada: account, token };
}

/** Invites somebody and accepts in their place. */
export async function newcomer(house: Home, name: string, email: string, role?: string): Promise<Entered> {
  const roles = role === undefined ? [] : [{ role, scope: 'system' }];
  const { token } = await house.people.links.invite(house.ada, { email, roles });
  return house.people.accept.invitation(token, { name, password: GOOD, kind: 'shared' });
}

/** The thing is refused with this sentence, and not a row is different afterwards. */
export async function refused(house: House, act: () => Promise<unknown>, sentence: RegExp): Promise<void> {
  const before = house.rows();
  await assert.rejects(act, (thrown: Error) => thrown.name === 'AppError' && sentence.test(thrown.message));
  assert.equal(house.rows(), before);
}

export function entered(entry: Entry): Entered {
  if (entry.outcome !== 'in') assert.fail(entry.sentence);
  return entry;
}

export async function sessionOf(people: People, token: string): Promise<Session> {
  const found = await people.sessions.lookUp(token);
  assert.ok(found, 'the token opens a session');
  return found.session;
}

function rowsOf(folder: string): string {
  const db = new DatabaseSync(join(folder, 'records.sqlite'), { readOnly: true });
  const tables = ['account', 'identity', 'password', 'link', 'role', 'session', 'setting', 'audit', 'throttle'];
  const rows = tables.map((table) => db.prepare(`select * from ${table}`).all());
  db.close();
  return JSON.stringify(
    rows,
    (_, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value),
    1,
  );
}

function bytesOf(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}
