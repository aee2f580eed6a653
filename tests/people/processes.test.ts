/** Several processes at one house: what they race for is decided in the database. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { home, newcomer, emptyFolder } from './_people.ts';

interface Outcome {
  readonly result?: unknown;
  readonly refused?: string;
}

/** Sets all of them off together, once all are ready. */
async function together(folder: string, ...acts: readonly (readonly string[])[]): Promise<Outcome[]> {
  const neighbours = acts.map((act) =>
    spawn(process.execPath, [join(import.meta.dirname, '_neighbour.ts'), folder, String(Date.now()), ...act], {
      stdio: ['pipe', 'pipe', 'inherit'],
      timeout: 30_000,
    }),
  );
  await Promise.all(neighbours.map(({ stdout }) => once(stdout, 'readable')));
  for (const { stdout } of neighbours) assert.equal(String(stdout.read()), 'ready\n');
  for (const { stdin } of neighbours) stdin.end('go\n');
  return Promise.all(neighbours.map(async ({ stdout }) => JSON.parse(await text(stdout)) as Outcome));
}

test('a house that several processes open for the first time at once is made once', async () => {
  const folder = emptyFolder();
  const outcomes = await together(folder, ['open'], ['open'], ['open'], ['open']);
  assert.deepEqual(
    outcomes.flatMap(({ refused }) => refused ?? []),
    [],
  );
});

test('two processes that accept one invitation at once: one is let in', async () => {
  const house = await home();
  const { token } = await house.people.links.invite(house.ada, { email: 'ben@ward.example' });
  const outcomes = await together(house.folder, ['accept', token], ['accept', token]);
  assert.deepEqual(outcomes.map(({ refused }) => refused).filter((refused) => refused !== undefined).length, 1);
  assert.match(outcomes.find(({ refused }) => refused)?.refused ?? '', /This link does not open anything any more/);
});

test('two processes in which the last two administrators disable each other: one stays', async () => {
  const house = await home();
  const ben = await newcomer(house, 'Ben Adeyemi', 'ben@ward.example', 'administrator');
  const outcomes = await together(
    house.folder,
    ['disable', house.ada, ben.account],
    ['disable', ben.account, house.ada],
  );
  assert.equal(outcomes.filter(({ refused }) => refused !== undefined).length, 1);
  const active = (await house.people.accounts.list()).filter(({ state }) => state === 'active');
  assert.equal(active.length, 1);
});

test('processes that write much at the same time lose nothing and are not refused', async () => {
  const house = await home();
  const outcomes = await together(house.folder, ['invite'], ['invite'], ['invite']);
  assert.deepEqual(
    outcomes.map(({ refused }) => refused),
    [undefined, undefined, undefined],
  );
  assert.equal((await house.people.accounts.list()).length, 76);
  const { entries } = await house.people.audit.list({ what: ['account-invited'], limit: 200 });
  assert.equal(entries.length, 75);
});

test('guesses are counted across processes', async () => {
  const house = await home();
  const outcomes = await together(house.folder, ['guess', 'ada@hollis.example'], ['guess', 'ada@hollis.example']);
  const tried = outcomes.map(({ result }) => Number(result));
  assert.equal((tried[0] ?? 0) + (tried[1] ?? 0), 6);
});
