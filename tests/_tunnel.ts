/** What a proxy does with a request for a tunnel, for the tests of what goes through one. */
import { connect } from 'node:net';
import type { Socket } from 'node:net';

/** @param sockets both ends go into it, so that a test can take them down. */
export function openTunnel(socket: Socket, port: number, sockets: Set<Socket>): void {
  const there = connect(port, '127.0.0.1', () => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    there.pipe(socket).pipe(there);
  });
  for (const end of [there, socket]) {
    sockets.add(end);
    end.on('error', () => end.destroy());
  }
}
