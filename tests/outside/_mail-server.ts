/** Mail servers of loopback, as tests want them to behave: a real one, and what is none. */
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import type { TestContext } from 'node:test';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerOptions } from 'smtp-server';

export const PASSWORD = 'gr@nite%20lamp';
export const USER = `attune:${encodeURIComponent(PASSWORD)}@`;

interface Taken {
  readonly to: readonly string[];
  readonly text: string;
}

export interface Sink {
  readonly port: number;
  readonly taken: Taken[];
}

/** A mail server that takes everything, as far as a test does not say otherwise. Its certificate is signed by itself. */
export async function sink(t: TestContext, options: SMTPServerOptions = {}): Promise<Sink> {
  const taken: Taken[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 100,
    onAuth: ({ username, password }, _, done) =>
      username === 'attune' && password === PASSWORD
        ? done(null, { user: 'attune' })
        : done(new Error(`no ${password} here`)),
    onData(stream, { envelope }, done) {
      let text = '';
      stream.on('data', (chunk) => (text += String(chunk)));
      stream.on('end', () => {
        taken.push({ to: envelope.rcptTo.map(({ address }) => address), text });
        done();
      });
    },
    ...options,
  });
  // A client that breaks off is what several tests want.
  server.on('error', () => undefined);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  t.after(() => new Promise<void>((closed) => server.close(closed)));
  return { port: (server.server.address() as AddressInfo).port, taken };
}

/** A port of loopback at which nobody is. */
export async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** A server that is none, until the test is over. */
export async function listener(t: TestContext, onConnection: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    onConnection(socket);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  t.after(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}
