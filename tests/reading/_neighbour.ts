/**
 * Another process at the same house: `node _neighbour.ts FOLDER ACT ACCOUNT FIRST LAST`. It says "ready" and waits for a line on
 * standard input, so that several can be set off at once. `like` says each paper when its answer is there, and goes on until it
 * is killed or at the last.
 */
import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { openReading } from '#reading/index.ts';
import type { Reading } from '#reading/index.ts';
import type { AccountId } from '#people/index.ts';
import { openRecordStore } from '#storage/index.ts';
import { paper, papers } from './_reading.ts';

const [folder = '', act = '', who = '', first = '1', last = '1'] = process.argv.slice(2);
const account = who as AccountId;

const ACTS: Readonly<Record<string, (reading: Reading) => Promise<void>>> = {
  like: async ({ marks }) => {
    for (let n = Number(first); n <= Number(last); n += 1) {
      await marks.act(account, paper(n), 'like');
      // Written before anything else happens: what was answered must not wait in a buffer when the process is killed.
      writeSync(1, `${n}\n`);
    }
  },
  save: async ({ saved }) => {
    for (const one of papers(Number(first), Number(last))) await saved.label(account, [one], 'Together', true);
  },
  toggle: async ({ marks }) => {
    for (let n = 0; n < 40; n += 1) await marks.act(account, paper(1), n % 2 === 0 ? 'like' : 'less');
  },
};

writeSync(1, 'ready\n');
await once(process.stdin, 'data');
process.stdin.destroy();
const store = await openRecordStore(folder);
await ACTS[act]?.(await openReading(store));
store.close();
