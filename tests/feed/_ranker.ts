/** The ranking without its thread, over papers alone, and a reader as it is told of one. */
import type { Paper, RecordId } from '#model/index.ts';
import { Ranker } from '../../src/app/feed/ranker.ts';
import type { ReaderView } from '../../src/app/feed/view.ts';
import { libraryOf } from '../_papers.ts';

export interface Ranking {
  readonly ranker: Ranker;
  close(): Promise<void>;
}

export async function rankerOf(papers: readonly Paper[]): Promise<Ranking> {
  const library = await libraryOf(papers);
  const ranker = new Ranker(library);
  await ranker.update();
  return { ranker, close: () => library.close() };
}

let readers = 0;

/** Somebody new who likes these papers since today. */
export function viewOf(liked: readonly RecordId[], different: Partial<ReaderView> = {}): ReaderView {
  readers += 1;
  return {
    account: `reader ${readers}`,
    revision: 1,
    asOf: 0,
    liked: liked.map((paper) => ({ paper, at: 0 })),
    disliked: [],
    interests: [],
    stances: [],
    leftOut: { types: [], journals: [], species: [], onlyLanguages: [] },
    away: [...liked],
    seed: 1,
    ...different,
  };
}
