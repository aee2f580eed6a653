/** A process that is killed in the middle of its work: what was answered is kept. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { ADA, house, paper, papers } from './_reading.ts';

test('every like that was answered before the process was killed is there afterwards', async (t) => {
  const at = await house();
  let answered = 0;
  for (let round = 1; round <= 5; round += 1) {
    const from = answered + 1;
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, '_neighbour.ts'), at.folder, 'like', ADA, String(from), String(from + 99_999)],
      { stdio: ['pipe', 'pipe', 'inherit'], timeout: 60_000 },
    );
    const exit = once(child, 'exit');
    child.stdin.end('go\n');
    const enough = from + 7 + round * 9;
    for await (const line of createInterface({ input: child.stdout })) {
      if (line !== 'ready') answered = Number(line);
      // It goes on meanwhile: the lines that still come were answered too.
      if (answered === enough) child.kill('SIGKILL');
    }
    assert.deepEqual(await exit, [null, 'SIGKILL']);
    assert.ok(answered >= enough);
    const again = await at.again();
    const marks = [];
    for (let n = 1; n <= answered; n += 200)
      marks.push(...(await again.marks.of(ADA, papers(n, Math.min(n + 199, answered)))).values());
    assert.deepEqual(
      marks.flatMap(({ opinion }, n) => (opinion === 'like' ? [] : [paper(n + 1)])),
      [],
    );
    // A like and its history are one: neither is there without the other.
    const { reading_mark = [], reading_history = [] } = at.rows();
    assert.equal(reading_mark.length, reading_history.length);
  }
  t.diagnostic(`${answered} likes answered in five rounds, none lost`);
});
