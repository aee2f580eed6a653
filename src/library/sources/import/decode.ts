/** Bytes of a record as text. */
import { AppError } from '#model/index.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** @throws AppError `unreadable_file` where the bytes are no UTF-8: letters must not be lost in silence. */
export function decoded(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch (cause) {
    throw new AppError('unreadable_file', 'The record holds bytes that are no UTF-8 text.', { cause });
  }
}
