/** What an administrator keeps over HTTP: accounts and roles, settings beside those of the environment, the test mail, the log. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { AccountList, AuditAnswer, SettingList } from '#api/index.ts';
import { closedPort, sink } from '../outside/_mail-server.ts';
import { answered, browserOf, invited, PASSWORD, refused, setUp } from '../_people.ts';
import type { Person } from '../_people.ts';
import { appOf } from '../_server.ts';
import type { App } from '../_server.ts';

let house: App;
let ada: Person;
before(async () => {
  house = await appOf([], { environment: { URGENT_NUMBER: '+49 89 5555' } });
  ada = await setUp(house);
});
after(() => house.close());

test('the list tells who there is, with roles, state and last sign-in, and the roles there are to give', async () => {
  const { account } = await answered<{ account: string }>(
    await ada.post('/api/accounts/invite', {
      email: 'Jo.Bell@example.org',
      name: 'Jo Bell',
      roles: [{ role: 'librarian', scope: 'system' }],
    }),
  );
  const { accounts, roles } = await answered<AccountList>(await ada.ask('/api/accounts'));
  const jo = accounts.find(({ id }) => id === account);
  assert.deepEqual(
    { ...jo, createdAt: '' },
    {
      id: account,
      state: 'invited',
      name: 'Jo Bell',
      email: 'Jo.Bell@example.org',
      roles: [{ role: 'librarian', scope: 'system' }],
      createdAt: '',
    },
  );
  assert.match(accounts.find(({ id }) => id === ada.id)?.lastSignInAt ?? '', /^20\d\d-/);
  assert.equal(roles.length, 10);
});

test('a role is given and taken with its scope, and one that does not fit is refused', async () => {
  const ben = await invited(house, ada, 'ben@example.org');
  const given = { id: ben.id, role: 'manager', scope: 'unit:north' };
  await answered(await ada.post('/api/accounts/roles/grant', given));
  await refused(await ada.post('/api/accounts/roles/grant', { ...given, role: 'librarian' }), 400);
  const { accounts } = await answered<AccountList>(await ada.post('/api/accounts/roles/revoke', given));
  assert.deepEqual(accounts.find(({ id }) => id === ben.id)?.roles, []);
});

test('the last administrator stays one', async () => {
  const { id } = ada;
  for (const [path, body] of [
    ['/api/accounts/disable', { id }],
    ['/api/accounts/delete', { id }],
    ['/api/accounts/roles/revoke', { id, role: 'administrator', scope: 'system' }],
  ] as const)
    await refused(await ada.post(path, body), 409);
});

test('a link for a new password ends the old sessions and opens once', async () => {
  const cleo = await invited(house, ada, 'cleo@example.org');
  const { link } = await answered<{ link: string }>(await ada.post('/api/accounts/reset-link', { id: cleo.id }));
  const token = new URL(link).hash.slice(1);
  const reset = (password: string) => browserOf(house).post('/api/reset', { token, password });
  await refused(await reset('password1234'), 400);
  await answered(await reset('nine copper larks asleep'));
  await refused(await reset('nine copper larks asleep'), 404);
  await refused(await cleo.ask('/api/sessions'), 401);
  const signIn = (password: string) =>
    browserOf(house).post('/api/sign-in', { email: cleo.email, password, device: 'own' });
  await refused(await signIn(PASSWORD), 401);
  await answered(await signIn('nine copper larks asleep'));
});

test('what the environment sets stands above what is kept, is named, and cannot be changed', async () => {
  const { settings } = await answered<SettingList>(await ada.ask('/api/settings'));
  const urgent = settings.find(({ key }) => key === 'urgent-number');
  assert.deepEqual([urgent?.value, urgent?.fixedBy], ['+49 89 5555', 'URGENT_NUMBER']);
  await refused(await ada.post('/api/settings', { key: 'urgent-number', value: '112' }), 409);
  await refused(await ada.post('/api/settings', { key: 'time-zone', value: 'Mars/Olympus' }), 400);
});

test('a test mail arrives through the server that is set, whose password is never shown', async (t) => {
  await refused(await ada.post('/api/settings/try-mail', {}), 409);
  const { port, taken } = await sink(t);
  const keep = (value: string) => ada.post('/api/settings', { key: 'mail-server', value });
  await answered(await keep(`smtp://127.0.0.1:${port}`));
  assert.deepEqual(await answered(await ada.post('/api/settings/try-mail', {})), { sentTo: ada.email });
  assert.deepEqual(taken[0]?.to, [ada.email]);
  assert.match(taken[0]?.text ?? '', /Mail from Attune reaches you/);
  const { settings } = await answered<SettingList>(await keep(`smtps://user:secret@127.0.0.1:${await closedPort()}`));
  const mail = settings.find(({ key }) => key === 'mail-server');
  assert.deepEqual([mail?.isSet, mail?.value], [true, undefined]);
  assert.doesNotMatch((await refused(await ada.post('/api/settings/try-mail', {}), 502)).message, /secret/);
});

test('the log tells what was done with names beside pseudonyms, and by act', async () => {
  const { entries, acts } = await answered<AuditAnswer>(await ada.ask('/api/audit?what=account-invited'));
  assert.ok(
    entries.length >= 3 && entries.every(({ what, whoName }) => what === 'account-invited' && whoName === 'Ada Quill'),
  );
  assert.ok(acts.includes('mail-tested'));
  const all = JSON.stringify(
    (await answered<AuditAnswer>(await ada.ask('/api/audit'))).entries.map(({ detail }) => detail),
  );
  assert.doesNotMatch(all, /@|Jo Bell|copper/);
});
