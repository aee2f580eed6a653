/** Where records come from: a file as it lies on disk, or an answer that is in memory already. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { AppError } from '#model/index.ts';

const CHUNK = 256 * 1024;

/** Something that holds PubMed XML and can be read from its beginning more than once. */
export interface RecordSource {
  /** What it is called in sentences. */
  readonly name: string;
  /** What its records that could not be read are kept under. */
  readonly key: string;
  /** @param onRead told of each stretch as it is stored. @throws AppError `unreadable_file`, while iterating too. */
  bytes(onRead: (chunk: Buffer) => void): AsyncGenerator<Buffer>;
}

export function fileSource({ name, path }: { readonly name: string; readonly path: string }): RecordSource {
  return { name, key: path, bytes: (onRead) => plainBytes(name, path, onRead) };
}

export function memorySource(name: string, bytes: Buffer): RecordSource {
  return {
    name,
    key: name,
    async *bytes(onRead) {
      onRead(bytes);
      yield bytes;
    },
  };
}

/**
 * The bytes of a file as they were before packing, whatever its name says: gzip is known by its first two bytes.
 * @param onRead told of each stretch of the file as it lies on disk, for progress and check sums.
 * @throws AppError `unreadable_file`, while iterating too: a gzip that is cut off or damaged ends with a sentence.
 */
async function* plainBytes(name: string, path: string, onRead: (chunk: Buffer) => void): AsyncGenerator<Buffer> {
  const isPacked = await beginsLikeGzip(name, path);
  const stored = told(createReadStream(path, { highWaterMark: CHUNK }), onRead);
  if (!isPacked) {
    yield* stored;
    return;
  }
  const packed = Readable.from(stored, { objectMode: false });
  const plain = createGunzip({ chunkSize: CHUNK });
  packed.on('error', (cause) => plain.destroy(cause));
  packed.pipe(plain);
  try {
    for await (const chunk of plain) yield chunk as Buffer;
  } catch (cause) {
    throw damaged(name, cause);
  } finally {
    packed.destroy();
    plain.destroy();
  }
}

async function* told(file: AsyncIterable<Buffer>, onRead: (chunk: Buffer) => void): AsyncGenerator<Buffer> {
  for await (const chunk of file) {
    onRead(chunk);
    yield chunk;
  }
}

async function beginsLikeGzip(name: string, path: string): Promise<boolean> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
      return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
    } finally {
      await file.close();
    }
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new AppError('unreadable_file', `The file ${name} cannot be read: ${message}.`, { cause });
  }
}

function damaged(name: string, cause: unknown): AppError {
  const code = (cause as { code?: string }).code;
  if (cause instanceof AppError) return cause;
  const what =
    code === 'Z_BUF_ERROR'
      ? 'is cut off: the gzip ends in the middle. Copy or download it again'
      : 'is damaged: its gzip does not unpack. Copy or download it again';
  return new AppError('unreadable_file', `The file ${name} ${what}.`, { cause });
}
