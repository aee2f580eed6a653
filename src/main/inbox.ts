/** Files that people send from the page: taken in whole, under a name of ours, into a folder of the house. */
import { randomUUID } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { SentFile } from '#app/index.ts';
import { AppError } from '#model/index.ts';

const MOST_BYTES = 1024 ** 3;
/** No room, or none that this account may have. */
const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
/** What was sent and never became a job, because the program ended in between. */
const LEFT_AFTER_MS = 7 * 24 * 3_600_000;

/** @throws AppError `bad_request` where it is too large or cut off, `storage_failed` where it cannot be written; nothing stays then. */
export async function receiveFile(house: string, name: string, body: ReadableStream<Uint8Array>): Promise<SentFile> {
  const folder = join(house, 'inbox');
  const path = join(folder, `${randomUUID()}${/\.gz$/i.test(name) ? '.xml.gz' : '.xml'}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    await pipeline(Readable.fromWeb(body), limited(), createWriteStream(path, { mode: 0o600, flush: true }));
    return { path, title: name };
  } catch (thrown) {
    rmSync(path, { force: true });
    if (thrown instanceof AppError) throw thrown;
    const { code } = thrown as NodeJS.ErrnoException;
    throw FULL.has(code ?? '') || code === 'EACCES' || code === 'EROFS'
      ? new AppError(
          'storage_failed',
          `The file ${name} could not be kept: ${FULL.has(code ?? '') ? 'the disk is full. Make room' : 'the house’s folder may not be written. Check its rights'}, then send it again.`,
          { cause: thrown },
        )
      : new AppError('bad_request', `The file ${name} did not arrive whole. Send it again.`, { cause: thrown });
  }
}

/** Takes away what was sent long ago and is in no unfinished job. */
export function clearInbox(house: string, needed: ReadonlySet<string>): void {
  const folder = join(house, 'inbox');
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (!needed.has(path) && Date.now() - statSync(path).mtimeMs > LEFT_AFTER_MS) rmSync(path, { force: true });
  }
}

function limited(): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      if (bytes <= MOST_BYTES) done(undefined, chunk);
      else
        done(
          new AppError('bad_request', 'The file is larger than 1 GB. Bring it with attune import FILE on the machine.'),
        );
    },
  });
}
