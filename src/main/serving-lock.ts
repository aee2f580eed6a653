/**
 * One server a house: a lock that the system itself takes away when the process ends, however it ends, and a note beside it
 * of where that server is.
 */
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { AppError } from '#model/index.ts';
import { isBusy, storageFailure } from '#storage/index.ts';

const LOCK = 'serving.lock';
const NOTE = 'serving.json';

interface Note {
  readonly address: string;
  readonly process: number;
}

export class ServingLocks {
  readonly #held = new Map<string, DatabaseSync>();
  #address = '';

  /** @throws AppError `conflict` where another server has this house open. */
  take(folder: string): void {
    if (this.#held.has(folder)) return;
    const path = join(folder, LOCK);
    const lock = new DatabaseSync(path, { timeout: 0 });
    try {
      chmodSync(path, 0o600);
      lock.exec('begin exclusive');
    } catch (thrown) {
      lock.close();
      if (!isBusy(thrown)) throw storageFailure(thrown);
      throw new AppError(
        'conflict',
        `Attune is serving this house already${whereOf(folder)}. Open that address, or stop that server first. The house is ${folder}.`,
      );
    }
    this.#held.set(folder, lock);
    this.#note(folder);
  }

  /** Notes where this server is, once it listens. */
  at(address: string): void {
    this.#address = address;
    for (const folder of this.#held.keys()) this.#note(folder);
  }

  release(): void {
    for (const lock of this.#held.values()) lock.close();
    this.#held.clear();
  }

  #note(folder: string): void {
    const note: Note = { address: this.#address, process: process.pid };
    try {
      writeFileSync(join(folder, NOTE), `${JSON.stringify(note)}\n`, { mode: 0o600 });
    } catch {
      // The lock is what counts; without the note the sentence only lacks the address.
    }
  }
}

/** Where a server has this house open, as ` at http://127.0.0.1:8080 (process 41)`; undefined where none has. */
export function servingAt(folder: string): string | undefined {
  const path = join(folder, LOCK);
  if (!existsSync(path)) return undefined;
  const lock = new DatabaseSync(path, { readOnly: true, timeout: 0 });
  try {
    lock.prepare('select count(*) from sqlite_master').get();
    return undefined;
  } catch (thrown) {
    if (!isBusy(thrown)) throw thrown;
    return whereOf(folder);
  } finally {
    lock.close();
  }
}

function whereOf(folder: string): string {
  try {
    const { address, process: number } = JSON.parse(readFileSync(join(folder, NOTE), 'utf8')) as Note;
    return `${address === '' ? '' : ` at ${address}`} (process ${number})`;
  } catch {
    return '';
  }
}
