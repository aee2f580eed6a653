import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Act, Mark } from '#api/index.ts';
import type { Press } from './mark.ts';
import { HAPPENED, isOn, pressedOn, toggled, undoing, UNMARKED } from './mark.ts';

const LIKED: Mark = { ...UNMARKED, opinion: 'like' };
const POOR: Mark = { ...UNMARKED, opinion: 'less', why: 'poor-study' };
const KEPT: Mark = { ...UNMARKED, isSaved: true, labels: ['Ward round'], isRead: true, hasNote: true };

test('a press on what is pressed takes it back', () => {
  assert.equal(toggled(UNMARKED, 'like'), 'like');
  assert.equal(toggled(LIKED, 'like'), 'no-opinion');
  assert.equal(toggled(LIKED, 'less'), 'less', 'the other opinion replaces it');
  assert.equal(toggled(KEPT, 'save'), 'unsave');
  assert.equal(toggled(KEPT, 'read'), 'unread');
  assert.equal(toggled({ ...KEPT, isHidden: true }, 'hide'), 'show');
});

test('a paper has one opinion, and the reason goes with it', () => {
  assert.deepEqual(pressedOn(POOR, { act: 'like' }), LIKED);
  assert.deepEqual(pressedOn(POOR, { act: 'no-opinion' }), UNMARKED);
  assert.deepEqual(pressedOn(LIKED, { act: 'less', why: 'poor-study' }), POOR);
  assert.equal(isOn(pressedOn(KEPT, { act: 'less' }), 'save'), true, 'and nothing else of it changes');
});

test('undo brings back every mark after every press', () => {
  const presses: Press[] = [
    ...(Object.keys(HAPPENED) as Act[]).map((act) => ({ act })),
    { act: 'less', why: 'poor-study' },
    { act: 'less', why: 'known-already' },
  ];
  const marks: Mark[] = [UNMARKED, LIKED, POOR, { ...UNMARKED, opinion: 'less' }, KEPT, { ...KEPT, isHidden: true }];
  for (const before of marks)
    for (const press of presses) {
      const after = pressedOn(before, press);
      assert.deepEqual(undoing(before, press).reduce(pressedOn, after), before, JSON.stringify({ before, press }));
    }
});
