/** Days of the audit log on the command line: those of the house, wherever the machine is. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { makeHouseFolder } from '../../src/main/house-file.ts';
import { attune } from '../_server.ts';
import { emptyFolder } from './_people.ts';

test('a day begins and ends in the time zone of the house, and times are told in it', async () => {
  const data = emptyFolder();
  makeHouseFolder(join(data, 'home'), 'home');
  const run = (zone: string, ...given: string[]) =>
    attune(given, { ATTUNE_DATA: data, TIME_ZONE: zone, TZ: 'America/New_York' });
  const invited = await run('UTC', 'user', 'invite', 'ada@ward.example');
  assert.equal(invited.code, 0, invited.err);
  const [entry] = JSON.parse((await run('UTC', 'audit', '--json')).out) as { at: string }[];
  assert.ok(entry);
  const at = new Date(entry.at);
  for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
    const time = at.toLocaleString('sv-SE', { timeZone: zone });
    const day = time.slice(0, 10);
    const next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
    const before = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
    assert.ok((await run(zone, 'audit', '--from', day, '--to', day)).out.startsWith(time), zone);
    assert.match((await run(zone, 'audit', '--from', next)).out, /no such entry/, zone);
    assert.match((await run(zone, 'audit', '--to', before)).out, /no such entry/, zone);
  }
});
