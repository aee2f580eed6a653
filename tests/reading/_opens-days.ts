/**
 * Another process that opens twenty days of one person: `node _opens-days.ts FOLDER ACCOUNT NAME`. It says "ready", waits for a line on
 * standard input, and then says of each day whose list it got.
 */
import { once } from 'node:events';
import { openReading } from '#reading/index.ts';
import type { AccountId } from '#people/index.ts';
import { openRecordStore } from '#storage/index.ts';
import { paper } from './_reading.ts';

const [folder = '', account = '', name = ''] = process.argv.slice(2);
const store = await openRecordStore(folder);
const { todays } = await openReading(store);
process.stdout.write('ready\n');
await once(process.stdin, 'data');
process.stdin.destroy();
for (let day = 10; day < 30; day += 1) {
  const { record } = await todays.keep(account as AccountId, `2026-03-${day}`, { name }, [paper(1)]);
  process.stdout.write(`${day} ${JSON.stringify(record)}\n`);
}
store.close();
