/** What is known against papers at the moment they are saved, so that what comes later can be told as new. */
import type { RecordId } from '#model/index.ts';
import type { Notice } from '#library/index.ts';
import type { Noticed } from '#reading/index.ts';
import type { ServerHouse } from './house.ts';

type Grave = 'retracted' | 'concern';

export async function noticedOf(house: ServerHouse, papers: readonly RecordId[]): Promise<Noticed> {
  const held = await house.papers(papers);
  return new Map([...held].map(([id, { notices }]) => [id, gravesIn(notices)]));
}

/** Each once. */
export function gravesIn(notices: readonly Pick<Notice, 'kind'>[]): Grave[] {
  const kinds = new Set(notices.map(({ kind }) => kind));
  return (['concern', 'retracted'] as const).filter((kind) => kinds.has(kind));
}
