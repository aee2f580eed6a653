/** What was answered is kept: a server that is killed right after the answer has lost nothing of it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { served, temporaryFolder } from '../_server.ts';
import type { Served } from '../_server.ts';

const ROUNDS = 5;

interface Reader {
  readonly act: (paper: string, act: string) => Promise<number>;
  readonly saved: () => Promise<string[]>;
}

async function readerAt({ address }: Served, cookie: string): Promise<Reader> {
  const headers = { cookie, 'content-type': 'application/json' };
  return {
    async act(paper, act) {
      const body = JSON.stringify({ paper, act });
      return (await fetch(`${address}/api/marks`, { method: 'POST', headers, body })).status;
    },
    async saved() {
      const answer = await fetch(`${address}/api/saved`, { headers });
      return ((await answer.json()) as { rows: { id: string }[] }).rows.map(({ id }) => id);
    },
  };
}

async function walkIn({ address }: Served): Promise<string> {
  const { people } = (await (await fetch(`${address}/api/walk-in`)).json()) as { people: { id: string }[] };
  const answer = await fetch(`${address}/api/walk-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id: people[0]?.id }),
  });
  assert.equal(answer.status, 200);
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

test('a paper saved just before the server is killed is saved, and its reader is signed in still', async () => {
  const scratch = temporaryFolder();
  let cookie = '';
  const kept: string[] = [];
  try {
    for (let round = 1; round <= ROUNDS; round += 1) {
      const server = await served({ data: scratch.path });
      if (round === 1) cookie = await walkIn(server);
      const reader = await readerAt(server, cookie);
      assert.deepEqual((await reader.saved()).toSorted(), kept.toSorted(), `round ${round}`);
      const paper = `pm${99_000_000 + round}`;
      const status = await reader.act(paper, 'save');
      await server.stop('SIGKILL');
      assert.equal(status, 200);
      kept.push(paper);
    }
    const server = await served({ data: scratch.path });
    assert.deepEqual((await (await readerAt(server, cookie)).saved()).toSorted(), kept.toSorted());
    assert.equal(await server.stop(), 0);
  } finally {
    scratch.remove();
  }
});
