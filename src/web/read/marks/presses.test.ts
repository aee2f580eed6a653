import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Mark } from '#api/index.ts';
import { pressedOn, UNMARKED } from './mark.ts';
import type { Press } from './mark.ts';
import { isUnderway, press } from './presses.ts';

/** A server that answers when it is let, and a page that shows. */
function bench() {
  const server = { mark: UNMARKED as Mark, told: [] as string[], answers: [] as ((fails?: Error) => void)[] };
  const page = { mark: UNMARKED as Mark };
  const pressing = (pressed: Press) =>
    press({
      paper: 'p1',
      press: pressed,
      shown: page.mark,
      show: (mark) => (page.mark = mark),
      tell: () =>
        new Promise<Mark>((resolve, reject) => {
          server.told.push(pressed.act);
          server.answers.push((fails) => {
            if (fails) return reject(fails);
            server.mark = pressedOn(server.mark, pressed);
            resolve(server.mark);
          });
        }),
    });
  const answer = async (fails?: Error): Promise<void> => {
    server.answers.shift()?.(fails);
    await new Promise((done) => setImmediate(done));
  };
  return { server, page, pressing, answer };
}

const tick = (): Promise<void> => new Promise((done) => setImmediate(done));

test('quick presses are told one after another, and the last one stays', async () => {
  const { server, page, pressing, answer } = bench();
  const all = [{ act: 'like' }, { act: 'no-opinion' }, { act: 'like' }, { act: 'less' }] as const;
  const done = Promise.all(all.map(pressing));
  assert.equal(page.mark.opinion, 'less', 'shown at once');
  await tick();
  assert.deepEqual(server.told, ['like'], 'the next waits for the answer');
  for (const _ of all) {
    await answer();
    assert.equal(page.mark.opinion, 'less', 'no answer to an older press shows through');
  }
  await done;
  assert.deepEqual(server.told, ['like', 'no-opinion', 'like', 'less']);
  assert.deepEqual(server.mark, page.mark);
  assert.equal(isUnderway('p1'), false);
});

test('a press that fails is taken out, and those around it stay', async () => {
  const { page, pressing, answer } = bench();
  const like = pressing({ act: 'like' });
  const save = assert.rejects(pressing({ act: 'save' }), /full/);
  const read = pressing({ act: 'read' });
  await tick();
  await answer();
  await answer(new Error('full'));
  await save;
  assert.deepEqual(page.mark, { ...UNMARKED, opinion: 'like', isRead: true });
  await answer();
  await Promise.all([like, read]);
  assert.deepEqual(page.mark, { ...UNMARKED, opinion: 'like', isRead: true });
});
