/** The log: JSON lines for machines, readable lines where a person watches; written at once, so that nothing is lost at an end. */
import { pino } from 'pino';
import type { Logger } from 'pino';
import pretty from 'pino-pretty';
import type { Config } from '#config/index.ts';

/** @param stream where to: a server tells on standard output, a command on standard error, so that its result stands alone. */
export function createLog(level: Config['logLevel'], stream: NodeJS.WriteStream & { fd: 1 | 2 }): Logger {
  if (!stream.isTTY)
    return pino(
      { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
      pino.destination({ fd: stream.fd, sync: true }),
    );
  const readable = pretty({
    destination: stream.fd,
    sync: true,
    translateTime: 'SYS:HH:MM:ss',
    ignore: 'pid,hostname',
    singleLine: true,
  });
  return pino({ level, base: null }, readable);
}
