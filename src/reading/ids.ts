/** What collections are called by, and what people may do with one that is shared with them. */
import { randomBytes } from 'node:crypto';
import type { Brand } from '#model/index.ts';

export type CollectionId = Brand<string, 'CollectionId'>;

/** `add`: see it, add papers, and take away again what one added. */
export type CollectionRight = 'read' | 'add';

export function newCollectionId(): CollectionId {
  return `c-${randomBytes(10).toString('hex')}` as CollectionId;
}
