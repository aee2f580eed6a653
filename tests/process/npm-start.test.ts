/** `npm start`, as it is typed: it serves, and it ends when npm is ended. */
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { builtWeb, served, temporaryFolder } from '../_server.ts';

const scratch = temporaryFolder();
after(() => scratch.remove());
before(builtWeb);

/** Whether anybody answers at the address. */
function isListening(address: string): Promise<boolean> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    socket.once('connect', () => (socket.destroy(), resolve(true)));
    socket.once('error', () => resolve(false));
  });
}

for (const signal of ['SIGTERM', 'SIGINT'] as const)
  test(`npm start ended by ${signal} leaves no server behind`, async () => {
    const server = await served({ data: scratch.path, program: ['npm', 'start'] });
    assert.equal(await isListening(server.address), true);
    server.child.kill(signal);
    const until = Date.now() + 3_000;
    while ((await isListening(server.address)) && Date.now() < until) await wait(50);
    const isLeft = await isListening(server.address);
    await server.stop('SIGKILL');
    assert.equal(isLeft, false, server.said());
    assert.match(server.said(), /Stopping\./);
  });
