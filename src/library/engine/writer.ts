/** Writing the library file: one writer at a time by SQLite's own lock, whole batches, the index and the records together. */
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '#model/index.ts';
import type { RecordId } from '#model/index.ts';
import { isBusy } from '#storage/index.ts';
import type { SqliteConnection } from '#storage/index.ts';
import type { Added, AppliedFile, Quarantined, Writer } from '../port.ts';
import { COLUMNS } from './document.ts';
import type { Document } from './document.ts';

/**
 * Between two batches of one writer lies a pause that is longer than another's next look at the lock, so that two
 * imports at once take turns. In milliseconds.
 */
const PAUSE_MS = 3;
const LOOK_EVERY_MS = 2;
const PATIENCE_MS = 30_000;

type Statement = ReturnType<SqliteConnection['prepare']>;

export class SqliteWriter implements Writer {
  readonly #db: SqliteConnection;
  readonly #now: () => Date;
  readonly #statements = new Map<string, Statement>();

  constructor(db: SqliteConnection, now: () => Date) {
    this.#db = db;
    this.#now = now;
  }

  begin(): void {
    this.#db.exec('begin immediate');
  }

  async beginInTurn(patienceMs = PATIENCE_MS): Promise<void> {
    await wait(PAUSE_MS);
    for (const until = performance.now() + patienceMs; ; await wait(LOOK_EVERY_MS)) {
      if (this.#beginsAtOnce()) return;
      if (performance.now() > until)
        throw new AppError(
          'conflict',
          'Another program has been writing to this library for half a minute without a pause. Look what it is, or try again later: what came in before is kept.',
        );
    }
  }

  #beginsAtOnce(): boolean {
    this.#db.exec('pragma busy_timeout = 0');
    try {
      this.#db.exec('begin immediate');
      return true;
    } catch (thrown) {
      if (!isBusy(thrown)) throw thrown;
      return false;
    } finally {
      this.#db.exec('pragma busy_timeout = 5000');
    }
  }

  add(document: Document): Added {
    const held = this.#run('select number, version, json from paper join record on paper = number where id = ?').get(
      document.id,
    );
    if (held !== undefined) {
      if (Number(held['version']) > document.version || held['json'] === document.json) return 'unchanged';
      this.#replace(Number(held['number']), document);
      return 'updated';
    }
    const { lastInsertRowid } = this.#run(
      `insert into paper (id, arrived_at, source, version, year, day, entered, revised, has_abstract, recorded_at)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(document.id, this.#instant(), ...this.#facts(document));
    this.#write(Number(lastInsertRowid), document);
    this.#run('delete from tombstone where id = ?').run(document.id);
    return 'added';
  }

  remove(id: RecordId, file: string): boolean {
    const held = this.#run('select number from paper where id = ?').get(id);
    if (held === undefined) return false;
    const number = Number(held['number']);
    this.#clear(number);
    this.#run('delete from paper where number = ?').run(number);
    this.#run('insert or replace into tombstone (id, file, deleted_at) values (?, ?, ?)').run(
      id,
      file,
      this.#instant(),
    );
    this.#changed();
    return true;
  }

  isDeleted(id: RecordId): boolean {
    return this.#run('select 1 from tombstone where id = ?').get(id) !== undefined;
  }

  quarantine({ file, ordinal, line, pmid, reason, excerpt }: Quarantined): void {
    this.#run(
      `insert or replace into quarantine (file, ordinal, line, pmid, reason, excerpt, set_aside_at) values (?, ?, ?, ?, ?, ?, ?)`,
    ).run(file, ordinal, line, pmid ?? null, reason, excerpt, this.#instant());
  }

  clearQuarantine(file: string): void {
    this.#run('delete from quarantine where file = ?').run(file);
  }

  fileApplied({ digest, reading, name, records }: AppliedFile): void {
    this.#run(
      'insert or replace into applied_file (digest, reading, name, records, applied_at) values (?, ?, ?, ?, ?)',
    ).run(digest, reading, name, records, this.#instant());
  }

  applied(digest: string, reading: number): AppliedFile | undefined {
    const row = this.#run('select name, records from applied_file where digest = ? and reading = ?').get(
      digest,
      reading,
    );
    return row && { digest, reading, name: String(row['name']), records: Number(row['records']) };
  }

  bookmark(name: string, value: string | undefined): void {
    if (value === undefined) this.#run('delete from bookmark where name = ?').run(name);
    else this.#run('insert or replace into bookmark values (?, ?)').run(name, value);
  }

  bookmarked(name: string): string | undefined {
    const row = this.#run('select value from bookmark where name = ?').get(name);
    return row === undefined ? undefined : String(row['value']);
  }

  commit(): void {
    this.#db.exec('commit');
  }

  rollback(): void {
    if (this.#db.isTransaction) this.#db.exec('rollback');
  }

  /** Feeds the whole index again from the stored records. */
  rebuild(documents: Iterable<{ readonly number: number; readonly document: Document }>): void {
    this.#db.exec("insert into word (word) values ('delete-all')");
    for (const { number, document } of documents) this.#index(number, document);
  }

  #replace(number: number, document: Document): void {
    this.#clear(number);
    this.#run(
      `update paper set source = ?, version = ?, year = ?, day = ?, entered = ?, revised = ?, has_abstract = ?, recorded_at = ? where number = ?`,
    ).run(...this.#facts(document), number);
    this.#write(number, document);
  }

  #clear(number: number): void {
    this.#run('delete from word where rowid = ?').run(number);
    for (const table of ['record', 'facet', 'identifier', 'relation'])
      this.#run(`delete from ${table} where paper = ?`).run(number);
  }

  #write(number: number, document: Document): void {
    this.#run('insert into record (paper, json) values (?, ?)').run(number, document.json);
    for (const type of document.types) this.#run('insert into facet values (?, ?, ?)').run(number, 'type', type);
    for (const language of document.languages)
      this.#run('insert into facet values (?, ?, ?)').run(number, 'language', language);
    for (const key of document.identifiers)
      this.#run('insert or ignore into identifier values (?, ?)').run(key, number);
    for (const { type, to } of document.relations)
      this.#run('insert into relation values (?, ?, ?)').run(number, type, to);
    this.#index(number, document);
    if (document.revised !== null && document.source === 'pubmed') this.#raise('data_of', document.revised);
    this.#changed();
  }

  #index(number: number, document: Document): void {
    this.#run(
      `insert into word (rowid, ${COLUMNS.map((column) => column.name).join(', ')}) values (?${', ?'.repeat(COLUMNS.length)})`,
    ).run(number, ...document.columns);
  }

  #facts({ source, version, year, day, entered, revised, hasAbstract }: Document): (string | number | null)[] {
    return [source, version, year, day, entered, revised, hasAbstract, this.#instant()];
  }

  #changed(): void {
    this.#raise('changed_at', this.#instant());
  }

  #raise(name: string, value: string): void {
    this.#run(
      'insert into setting values (?, ?) on conflict (name) do update set value = max(value, excluded.value)',
    ).run(name, value);
  }

  #instant(): string {
    return this.#now().toISOString();
  }

  /** Prepared once: an import runs the same dozen statements for every record. */
  #run(sql: string): Statement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#db.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}
