/** A file as the answer: written out as it is made, under a name a person can find again. */
import { ReadableStream } from 'node:stream/web';
import type { Context } from 'hono';

export interface FileAnswer {
  /** With its ending. */
  readonly name: string;
  readonly mediaType: string;
  readonly text: AsyncIterable<string> | Iterable<string>;
}

export async function fileResponse(context: Context, { name, mediaType, text }: FileAnswer): Promise<Response> {
  const encoder = new TextEncoder();
  const pieces = pieceByPiece(text);
  // The first piece is asked for here, so that what cannot be written at all is told as a problem and not as a broken file.
  let held = await pieces.next();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (held.done === true) return controller.close();
      controller.enqueue(encoder.encode(held.value));
      held = await pieces.next();
    },
    async cancel() {
      await pieces.return?.(undefined);
    },
  });
  return context.newResponse(body as never, 200, {
    'content-type': `${mediaType}; charset=utf-8`,
    'content-disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '-')}"`,
    'cache-control': 'no-store',
  });
}

async function* pieceByPiece(text: FileAnswer['text']): AsyncGenerator<string> {
  yield* text;
}
