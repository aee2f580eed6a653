/** Holds conclusions to their intervals, and the formulas of effects to values worked out by hand. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  difference,
  isClear,
  isPrintable,
  oddsRatio,
  riskDifference,
  riskRatio,
  shareInterval,
} from './compose/effect.ts';
import type { Effect } from './compose/effect.ts';
import { dice } from './compose/random.ts';
import { marginVerdict, verdict } from './compose/verdicts.ts';

const OPEN = /not shown|still open|no clear|cannot say|did not clearly|not ruled out|no firm ground|both a modest gain|uncertain|no demonstrable/; // prettier-ignore

test('a benefit or harm is concluded only where the interval leaves out no effect', () => {
  for (const value of [-6, -3, 0, 2, 5]) {
    for (let seed = 0; seed < 60; seed += 1) {
      const effect = difference(value, 1.5, 1);
      const said = verdict(dice(`${value} ${seed}`), compared(effect));
      assert.equal(OPEN.test(said), !isClear(effect), said);
    }
  }
});

test('non-inferiority is concluded only where the upper limit stays below the margin', () => {
  for (let seed = 0; seed < 20; seed += 1) {
    assert.match(
      marginVerdict(dice(`${seed}`), compared(difference(0, 2, 1)), 4),
      /not inferior|met the margin|no worse/,
    );
    assert.match(marginVerdict(dice(`${seed}`), compared(difference(1, 2, 1)), 4), /not shown|cannot be called/);
  }
});

test('effects follow from their counts', () => {
  const [arm, control] = [{ events: 31, of: 248 }, { events: 29, of: 251 }]; // prettier-ignore
  assert.deepEqual(pick(riskDifference(arm, control)), [0.9, -4.8, 6.7]);
  assert.deepEqual(pick(riskRatio({ events: 20, of: 100 }, { events: 40, of: 100 })), [0.5, 0.32, 0.79]);
  assert.deepEqual(pick(oddsRatio({ events: 74, of: 418 }, { events: 41, of: 418 })), [1.98, 1.31, 2.98]);
  assert.deepEqual(shareInterval({ events: 171, of: 204 }), { low: 78.2, high: 88.2 });
  assert.ok(!isPrintable(difference(2, 1.02041, 1)), 'a limit at no effect reads as neither');
});

function pick({ value, low, high }: Effect): number[] {
  return [value, low, high];
}

function compared(effect: Effect): Parameters<typeof verdict>[1] {
  const words = { arm: 'a visit', control: 'a call', short: 'falls', people: 'adults', place: 'two hospitals' };
  return { ...words, effect, points: effect, less: 'less frequent', more: 'more frequent' };
}
