/**
 * Another process at the same house: `node _neighbour.ts FOLDER MILLISECONDS ACT ARGUMENT…`, where the
 * milliseconds are what its clock says. It says "ready", waits for a line on standard input,
 * so that several can be set off at once, and then says as JSON how it went.
 */
import { once } from 'node:events';
import { openPeople } from '#people/index.ts';
import type { AccountId, People } from '#people/index.ts';
import { openRecordStore } from '#storage/index.ts';
import { BETTER, CHEAP } from './_house.ts';

const [folder = '', at = '', act = '', first = '', second = ''] = process.argv.slice(2);

const ACTS: Readonly<Record<string, (people: People) => Promise<unknown>>> = {
  open: async () => undefined,
  accept: (people) => people.accept.invitation(first, { name: 'Ben', password: BETTER, kind: 'own' }),
  disable: (people) => people.accounts.disable(first as AccountId, second as AccountId),
  invite: async (people) => {
    for (let n = 0; n < 25; n += 1)
      await people.links.invite('operator', { email: `p${n}-${process.pid}@ward.example` });
  },
  guess: async (people) => {
    const entries = await Promise.all(
      Array.from({ length: 10 }, () => people.door.signIn({ email: first, password: BETTER, kind: 'own' })),
    );
    return entries.filter(({ outcome }) => outcome === 'refused').length;
  },
};

process.stdout.write('ready\n');
await once(process.stdin, 'data');
process.stdin.destroy();
const store = await openRecordStore(folder);
try {
  const people = await openPeople(store, { cost: CHEAP, now: () => Number(at) });
  const result = await ACTS[act]?.(people);
  console.log(JSON.stringify({ result: result ?? null }));
} catch (thrown) {
  console.log(JSON.stringify({ refused: String(thrown) }));
} finally {
  store.close();
}
