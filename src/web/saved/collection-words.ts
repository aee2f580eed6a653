/** How collections are spoken of. Pure. */
import type { CollectionView } from '#api/index.ts';

export function sharedWith(members: number): string {
  if (members === 0) return 'only you see it';
  return members === 1 ? 'shared with one person' : `shared with ${members} people`;
}

export function mayDo(right: CollectionView['right']): string {
  return right === 'read' ? 'you may read it' : 'you may add papers';
}
