/** A house in which people read, whose clock is the test's own, and what must not change looked at as bytes and rows. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after } from 'node:test';
import type { RecordId } from '#model/index.ts';
import type { AccountId } from '#people/index.ts';
import { openReading } from '#reading/index.ts';
import type { Reading } from '#reading/index.ts';
import { openRecordStore } from '#storage/index.ts';

export const ADA = 'p-ada00000000000000001' as AccountId;
export const BEN = 'p-ben00000000000000002' as AccountId;
export const CAI = 'p-cai00000000000000003' as AccountId;

const closing: (() => void)[] = [];
after(() => {
  for (const close of closing) close();
});

export interface House {
  readonly reading: Reading;
  readonly folder: string;
  /** Milliseconds that the clock has gone on since noon of 9 March 2026. */
  readonly clock: { ms: number };
  /** The house opened a second time, as by another process. */
  again(): Promise<Reading>;
  /** All rows of all tables of the room, by table. */
  rows(): Record<string, Record<string, unknown>[]>;
  /** All bytes of all files of the house. */
  bytes(): string;
}

/** An empty folder that goes when the tests are over. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'attune-reading-'));
  closing.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export async function house(): Promise<House> {
  const folder = emptyFolder();
  const clock = { ms: 0 };
  const again = async (): Promise<Reading> => {
    const store = await openRecordStore(folder);
    closing.unshift(() => store.close());
    return openReading(store, { now: () => Date.parse('2026-03-09T12:00:00Z') + clock.ms });
  };
  return { reading: await again(), folder, clock, again, rows: () => rowsOf(folder), bytes: () => bytesOf(folder) };
}

export function paper(n: number): RecordId {
  return `pm${n}` as RecordId;
}

/** From the first to the last, both included. */
export function papers(first: number, last: number): RecordId[] {
  return Array.from({ length: last - first + 1 }, (_, n) => paper(first + n));
}

/** The thing is refused with this code and sentence, and not a row is different afterwards. */
export async function refused(at: House, act: () => Promise<unknown>, code: string, sentence: RegExp): Promise<void> {
  const before = at.rows();
  await assert.rejects(act, (thrown: Error & { code?: string }) => {
    assert.match(thrown.message, sentence);
    return thrown.name === 'AppError' && thrown.code === code;
  });
  assert.deepEqual(at.rows(), before);
}

function rowsOf(folder: string): Record<string, Record<string, unknown>[]> {
  const db = new DatabaseSync(join(folder, 'records.sqlite'), { readOnly: true });
  const rows: Record<string, Record<string, unknown>[]> = {};
  for (const { name } of db.prepare("select name from sqlite_master where type = 'table' order by name").all())
    if (isOfTheRoom(String(name))) rows[String(name)] = db.prepare(`select * from ${String(name)}`).all();
  db.close();
  return rows;
}

/** Whatever its name begins with: all that is neither the jobs' nor a mark of a step. */
function isOfTheRoom(table: string): boolean {
  return !/^(?:sqlite_|kysely_|job|schedule|turn|.*_migration)/.test(table);
}

function bytesOf(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}
