/** What an administrator keeps over HTTP: accounts and roles, settings beside those of the environment, the test mail, the log. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { AccountList, AuditAnswer, SettingList } from '#api/index.ts';
import type { AccountId } from '#people/index.ts';
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

test('the list comes a hundred a page, is looked through, and a change tells the account it changed', async () => {
  const list = async (query: string) => answered<AccountList>(await ada.ask(`/api/accounts${query}`));
  const all = await list('');
  assert.deepEqual([all.page, all.pages, all.total], [1, 1, all.accounts.length]);
  const found = await list('?look=QUI%20ada');
  assert.deepEqual([found.total, found.accounts.map(({ name }) => name)], [1, ['Ada Quill']]);
  assert.deepEqual(
    (await list('?look=ben%40ex')).accounts.map(({ email }) => email),
    ['ben@example.org'],
  );
  assert.equal((await list('?page=2')).accounts.length, 0);
  await refused(await ada.ask('/api/accounts?page=0'), 400);
  const [ben] = (await list('?look=ben')).accounts;
  assert.ok(ben);
  const answer = await answered<AccountList>(await ada.post('/api/accounts/rename', { id: ben.id, name: 'Ben Øster' }));
  assert.deepEqual([answer.changed?.id, answer.changed?.name], [ben.id, 'Ben Øster']);
  assert.equal((await list('?look=oster')).total, 1);
});

test('a day of the log, and the day in a file’s name, are those of the time zone of the house', async (t) => {
  const now = Date.parse('2031-03-09T10:30:00Z');
  t.mock.timers.enable({ apis: ['Date'], now });
  const { token } = await house.houses.house().people.links.makeReset('operator', ada.id as AccountId);
  await answered(await browserOf(house).post('/api/reset', { token, password: PASSWORD }));
  await answered(await ada.post('/api/sign-in', { email: ada.email, password: PASSWORD, device: 'own' }));
  const keep = async (value: string): Promise<void> =>
    void (await answered(await ada.post('/api/settings', { key: 'time-zone', value })));
  const onDay = async (day: string): Promise<number> =>
    (await answered<AuditAnswer>(await ada.ask(`/api/audit?what=password-reset&from=${day}&to=${day}`))).entries.length;
  const named = async (): Promise<string> => (await ada.ask('/api/you/file')).headers.get('content-disposition') ?? '';
  for (const [zone, day] of [
    ['Pacific/Kiritimati', '2031-03-10'],
    ['Pacific/Pago_Pago', '2031-03-08'],
  ] as const) {
    await keep(zone);
    assert.deepEqual(
      [await onDay('2031-03-08'), await onDay('2031-03-09'), await onDay('2031-03-10')],
      ['2031-03-08', '2031-03-09', '2031-03-10'].map((each) => (each === day ? 1 : 0)),
      zone,
    );
    assert.ok((await named()).includes(`attune-yours-${day}.json`), zone);
  }
});
