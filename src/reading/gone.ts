/**
 * Keeping nothing for somebody who was deleted, however late a request of theirs arrives: the tables themselves refuse such a row.
 * In a store without people there is nobody to be gone.
 */
import { sql } from 'kysely';
import { GONE } from '#storage/index.ts';
import type { RoomRecords } from '#storage/index.ts';
import type { AccountId } from '#people/index.ts';
import { HOLDINGS } from './holdings.ts';
import type { Readable, ReadingTables, Tables } from './tables.ts';

/** What the column is called that says whose a row is. */
const WHOSE: ReadonlySet<string> = new Set(['account', 'owner', 'added_by']);

/**
 * At every opening, because a table that came with a newer version is to be guarded too. Where all are guarded, nothing is written.
 * Call it when the tables of people are there.
 */
export async function refuseTheGone({ read, change }: RoomRecords<ReadingTables>): Promise<void> {
  if (!(await isThere(read, 'account')) || (await unguarded(read)).length === 0) return;
  await change(async (tables) => {
    for (const table of await unguarded(tables)) {
      const { rows } = await sql<{ name: string }>`select name from pragma_table_info(${table})`.execute(tables);
      const isGone = rows
        .filter(({ name }) => WHOSE.has(name))
        .map(({ name }) => `exists (select 1 from account where id = new.${name} and state = 'deleted')`);
      await sql
        .raw(
          `create trigger ${guardOf(table)} before insert on ${table} when ${isGone.join(' or ')}
           begin select raise(abort, '${GONE}'); end`,
        )
        .execute(tables);
    }
    // What was kept before the tables were guarded.
    const { rows } = await sql<{ id: AccountId }>`select id from account where state = 'deleted'`.execute(tables);
    for (const { id } of rows) for (const { erase } of HOLDINGS) await erase(tables, id);
  });
}

async function unguarded(tables: Readable | Tables): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from sqlite_schema where type = 'trigger'`.execute(tables);
  const guards = new Set(rows.map(({ name }) => name));
  return HOLDINGS.map(({ table }) => table).filter((table) => !guards.has(guardOf(table)));
}

function guardOf(table: string): string {
  return `${table}_not_of_gone`;
}

async function isThere(tables: Readable, name: string): Promise<boolean> {
  const { rows } = await sql`select 1 from sqlite_schema where type = 'table' and name = ${name}`.execute(tables);
  return rows.length > 0;
}
