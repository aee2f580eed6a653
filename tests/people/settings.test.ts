import assert from 'node:assert/strict';
import { test } from 'node:test';
import { home, newcomer, refused } from './_people.ts';

test('settings are kept with who changed them and when, and the mail server is never listed', async () => {
  const house = await home();
  const { settings } = house.people;
  assert.deepEqual(
    (await settings.list()).map(({ key, isSet }) => [key, isSet]),
    ['house-name', 'time-zone', 'contact-email', 'urgent-number', 'mail-server'].map((key) => [key, false]),
  );
  await settings.set(house.ada, 'house-name', ' St. Brigid’s ');
  await settings.set(house.ada, 'time-zone', 'america/new_york');
  await settings.set(house.ada, 'urgent-number', '+1 (555) 010-7788');
  await settings.set(house.ada, 'mail-server', 'smtps://attune:hush-hush@mail.example:465');
  const list = await settings.list();
  assert.deepEqual(
    list.map(({ value }) => value),
    ['St. Brigid’s', 'America/New_York', undefined, '+1 (555) 010-7788', undefined],
  );
  assert.deepEqual([list[0]?.changedAt, list[0]?.changedBy], ['2026-03-09T12:00:00.000Z', house.ada]);
  assert.equal(list[4]?.isSet, true);
  assert.equal(JSON.stringify(list).includes('hush-hush'), false);
  assert.equal(await settings.get('mail-server'), 'smtps://attune:hush-hush@mail.example:465');
  assert.equal(await settings.timeZone(), 'America/New_York');
  const { entries } = await house.people.audit.list({ what: ['setting-changed'] });
  assert.equal(JSON.stringify(entries).includes('hush-hush'), false);
  assert.deepEqual(entries[0]?.detail, { set: true });

  await settings.set(house.ada, 'mail-server', undefined);
  assert.equal(await settings.get('mail-server'), undefined);
  assert.equal(house.bytes().includes('hush-hush'), true, 'still in the journal');
  await house.again();
  assert.equal(house.bytes().includes('hush-hush'), false);
});

test('a value that will not do is refused with what would, and never said again', async () => {
  const house = await home();
  const { settings } = house.people;
  for (const [key, value, wanted] of [
    ['house-name', ' ', /a name of at most 80/],
    ['house-name', 'x'.repeat(81), /a name of at most 80/],
    ['time-zone', 'Mars/Olympus', /the name of a time zone/],
    ['time-zone', '', /the name of a time zone/],
    ['contact-email', 'help', /an e-mail address/],
    ['urgent-number', 'ask the ward', /a telephone number/],
    ['mail-server', 'hush-hush', /begins with smtp/],
    ['mail-server', 'https://hush-hush.example', /begins with smtp/],
    ['mail-server', 'smtp://', /begins with smtp/],
  ] as const) {
    await refused(house, () => settings.set(house.ada, key, value), wanted);
    await assert.rejects(settings.set(house.ada, key, value), (thrown: Error) => !thrown.message.includes('hush-hush'));
  }
});

test('only an administrator changes a setting', async () => {
  const house = await home();
  const ben = await newcomer(house, 'Ben Adeyemi', 'ben@ward.example', 'director');
  await refused(house, () => house.people.settings.set(ben.account, 'house-name', 'Ben’s'), /Only an administrator/);
});

test('what the environment says stands above what is kept, and cannot be changed here', async () => {
  const house = await home();
  await house.people.settings.set(house.ada, 'time-zone', 'Europe/Berlin');
  const fixed = { 'time-zone': 'Asia/Tokyo', 'mail-server': 'smtp://user:hush@mail.example' };
  const { settings } = await house.again({ fixed });
  assert.equal(await settings.timeZone(), 'Asia/Tokyo');
  const list = await settings.list();
  assert.deepEqual(
    [list[1]?.value, list[1]?.isFixed, list[4]?.value, list[4]?.isFixed],
    ['Asia/Tokyo', true, undefined, true],
  );
  await refused(house, () => settings.set(house.ada, 'time-zone', 'Europe/Paris'), /comes from the environment/);
  await refused(house, () => settings.set(house.ada, 'time-zone', undefined), /comes from the environment/);
  await assert.rejects(
    house.again({ fixed: { 'time-zone': 'Mars/Olympus' } }),
    (thrown: Error & { code?: string }) => thrown.code === 'unusable_setting' && /time-zone needs/.test(thrown.message),
  );
});

test('where no zone is set, the machine’s counts', async () => {
  const house = await home();
  assert.equal(await house.people.settings.timeZone(), Intl.DateTimeFormat().resolvedOptions().timeZone);
});

test('which day it is, and when a day begins, is decided by the time zone of the house', async () => {
  const house = await home();
  const { settings } = house.people;
  const zone = (value: string) => settings.set(house.ada, 'time-zone', value);
  for (const [name, today, hour, begins, ends] of [
    ['Pacific/Kiritimati', '2026-03-10', 2, '2026-03-08T10:00:00.000Z', '2026-03-09T10:00:00.000Z'],
    ['Pacific/Pago_Pago', '2026-03-09', 1, '2026-03-09T11:00:00.000Z', '2026-03-10T11:00:00.000Z'],
    ['Asia/Kathmandu', '2026-03-09', 17, '2026-03-08T18:15:00.000Z', '2026-03-09T18:15:00.000Z'],
    ['UTC', '2026-03-09', 12, '2026-03-09T00:00:00.000Z', '2026-03-10T00:00:00.000Z'],
  ] as const) {
    await zone(name);
    assert.deepEqual([await settings.today(), await settings.hour()], [today, hour], name);
    assert.deepEqual(
      [await settings.startOfDay('2026-03-09'), await settings.startOfDay('2026-03-09', 1)],
      [begins, ends],
      name,
    );
  }
  await zone('America/Santiago');
  // The clocks are put forward at midnight: the day begins at one. In autumn midnight comes twice, and the day begins with the second.
  assert.equal(await settings.startOfDay('2025-09-07'), '2025-09-07T04:00:00.000Z');
  assert.equal(await settings.startOfDay('2026-04-05'), '2026-04-05T04:00:00.000Z');
  await zone('Europe/Berlin');
  assert.equal(await settings.startOfDay('2026-03-29', 1), '2026-03-29T22:00:00.000Z');
  for (const no of ['2026-02-30', '2026-13-01', '26-03-09', 'today', ''])
    assert.equal(await settings.startOfDay(no), undefined, no);
});
