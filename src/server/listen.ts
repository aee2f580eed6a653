/** Listening, and stopping without cutting anybody off. */
import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import { AppError } from '#model/index.ts';

export interface Listening {
  /** `http://127.0.0.1:8080` */
  readonly address: string;
  /** Lets running requests finish, then ends what is left after two seconds. */
  stop(): Promise<void>;
}

const USUAL_PORT = 8080;
const PORTS_TRIED = 50;
const PATIENCE_MS = 2_000;

/**
 * Binds the port asked for, or the usual one or the next free one.
 * @throws AppError `conflict` where the port asked for is taken, `unusable_setting` where it may not be used.
 */
export async function listen(app: Hono, host: string, asked: number | undefined): Promise<Listening> {
  const last = asked ?? USUAL_PORT + PORTS_TRIED;
  for (let port = asked ?? USUAL_PORT; port <= last; port += 1) {
    const server = await bind(app, host, port);
    if (server !== undefined)
      return { address: `http://${host.includes(':') ? `[${host}]` : host}:${port}`, stop: () => stop(server) };
  }
  throw new AppError(
    'conflict',
    asked === undefined
      ? `No port from ${USUAL_PORT} to ${last} is free. Stop another program, or set PORT to a free one.`
      : `Port ${asked} is taken by another program. Stop it, or set PORT to a free one.`,
  );
}

/** Undefined where the port is taken. */
function bind(app: Hono, host: string, port: number): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, () => resolve(server as Server));
    server.once('error', (cause: NodeJS.ErrnoException) => {
      if (cause.code === 'EADDRINUSE') resolve(undefined);
      else
        reject(
          new AppError(
            'unusable_setting',
            `The server cannot listen on ${host}:${port}: ${cause.message}. Set another PORT or HOST.`,
            { cause },
          ),
        );
    });
  });
}

async function stop(server: Server): Promise<void> {
  const alarm = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearTimeout(alarm);
}
