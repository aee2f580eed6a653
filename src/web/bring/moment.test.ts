/** Moments in words, on either side of midnight. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moment } from './moment.ts';

/** In the zone of the machine, whatever it is. */
const at = (day: number, hour: number, minute = 0): Date => new Date(2026, 10, day, hour, minute);

test('a day near by has its name, another its date', () => {
  const now = at(3, 23, 30);
  assert.equal(moment(at(3, 4, 12).toISOString(), now), 'today at 04:12');
  assert.equal(moment(at(4, 0, 5).toISOString(), now), 'tomorrow at 00:05');
  assert.equal(moment(at(2, 23, 59).toISOString(), now), 'yesterday at 23:59');
  assert.equal(moment(at(9, 14).toISOString(), now), '9 November at 14:00');
});
