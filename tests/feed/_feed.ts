/** A feed over a library and records in a temporary folder, with its real thread; days are named by the test. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { Feed } from '#app/index.ts';
import type { Shown, Stream, Today } from '#app/index.ts';
import { openLibrary, papersById } from '#library/index.ts';
import type { Library } from '#library/index.ts';
import type { Paper, RecordId } from '#model/index.ts';
import type { AccountId } from '#people/index.ts';
import { openReading } from '#reading/index.ts';
import type { Reading } from '#reading/index.ts';
import { openRecordStore } from '#storage/index.ts';
import { documentOf } from '../../src/library/engine/document.ts';

export const ADA = 'p-ada00000000000000001' as AccountId;
export const BEN = 'p-ben00000000000000002' as AccountId;
/** 23 March 2026 and the days after it. */
export const DAY = '2026-03-23';
export const NEXT = '2026-03-24';
export const THIRD = '2026-03-25';

const PATIENCE_MS = 30_000;

type Ranked<T> = Extract<Shown<T>, { kind: 'ranked' }>;

export interface FeedHouse {
  readonly folder: string;
  readonly library: Library;
  readonly reading: Reading;
  /** The feed that is open now. */
  feed(): Feed;
  /** Closes the feed and opens it again, as a restart does; then its window is the library as it is. */
  restart(): Promise<void>;
  bring(papers: readonly Paper[]): void;
  remove(ids: readonly RecordId[]): void;
  today(account?: AccountId, day?: string): Promise<Ranked<Today>>;
  stream(account?: AccountId, day?: string, offset?: number, limit?: number): Promise<Ranked<Stream>>;
  like(...papers: readonly RecordId[]): Promise<void>;
}

const closing: (() => Promise<void>)[] = [];
after(async () => {
  for (const close of closing) await close();
});

export async function feedHouse(papers: readonly Paper[]): Promise<FeedHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'attune-feed-'));
  const library = await openLibrary(folder, { reading: 'here' });
  const bring = (given: readonly Paper[]): void => {
    const writer = library.writer();
    writer.begin();
    for (const paper of given) writer.add(documentOf(paper));
    writer.commit();
  };
  if (papers.length > 0) bring(papers);
  const store = await openRecordStore(folder);
  const reading = await openReading(store);
  const open = (): Feed => new Feed(folder, reading, (ids) => papersById(library, ids));
  let feed = open();
  closing.push(async () => {
    await feed.close();
    await library.close();
    store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    folder,
    library,
    reading,
    feed: () => feed,
    async restart() {
      await feed.close();
      feed = open();
    },
    bring,
    remove(ids) {
      const writer = library.writer();
      writer.begin();
      for (const id of ids) writer.remove(id, 'a file of the test');
      writer.commit();
    },
    today: (account = ADA, day = DAY) => ranked(() => feed.today(account, day)),
    stream: (account = ADA, day = DAY, offset = 0, limit = 20) =>
      ranked(() => feed.stream(account, day, offset, limit)),
    async like(...liked) {
      for (const paper of liked) await reading.marks.act(ADA, paper, 'like');
    },
  };
}

/** Asks until the window was read. */
export async function settled<T extends { readonly kind: string }>(ask: () => Promise<T>): Promise<T> {
  for (const until = Date.now() + PATIENCE_MS; ; await wait(50)) {
    const shown = await ask();
    if (shown.kind !== 'preparing') return shown;
    assert.ok(Date.now() < until, 'The window was not read in time.');
  }
}

async function ranked<T>(ask: () => Promise<Shown<T>>): Promise<Ranked<T>> {
  const shown = await settled(ask);
  assert.equal(shown.kind, 'ranked');
  return shown as Ranked<T>;
}

/** Asks until the answer is as it is waited for. */
export async function until<T>(ask: () => Promise<T>, isSo: (answer: T) => boolean): Promise<T> {
  for (const end = Date.now() + PATIENCE_MS; ; await wait(100)) {
    const answer = await ask();
    if (isSo(answer)) return answer;
    assert.ok(
      Date.now() < end,
      `It did not come in time; the last answer was ${JSON.stringify(answer)?.slice(0, 500)}`,
    );
  }
}

export function idsOf({ standing }: Pick<Today, 'standing'>): RecordId[] {
  return standing.rows.map(({ row }) => row.id);
}

/** All rows of all tables of reading in which the account stands, by table; empty tables are left out. */
export function rowsAbout({ folder }: Pick<FeedHouse, 'folder'>, account: AccountId): Record<string, number> {
  const db = new DatabaseSync(join(folder, 'records.sqlite'), { readOnly: true });
  const counts: Record<string, number> = {};
  for (const { name } of db
    .prepare("select name from sqlite_master where type = 'table' and name like 'reading_%'")
    .all()) {
    const columns = db.prepare(`select name from pragma_table_info('${String(name)}')`).all();
    if (!columns.some((column) => column['name'] === 'account')) continue;
    const row = db.prepare(`select count(*) as n from ${String(name)} where account = ?`).get(account);
    if (Number(row?.['n']) > 0) counts[String(name)] = Number(row?.['n']);
  }
  db.close();
  return counts;
}
