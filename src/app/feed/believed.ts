/** What the feed believes, in words: terms as the reader's own liked papers write them, and how strongly they count. */
import type { Paper, RecordId } from '#model/index.ts';
import type { Stance } from '#reading/index.ts';
import type { PapersById } from '../saved.ts';
import type { Believed } from './beliefs.ts';
import { written } from './reasons.ts';

export interface Belief {
  /** Its stems with a blank between. */
  readonly key: string;
  readonly term: string;
  /** From -1 to 1. */
  readonly weight: number;
  readonly strength: 'strongly' | 'somewhat' | 'a little' | 'less' | 'much less' | 'forgotten';
  readonly stance?: Stance;
  readonly likes: number;
  readonly lesses: number;
}

/** Of the strongest belief, the shares from which another counts strongly, and somewhat. */
const STRONG = 0.6;
const SOME = 0.3;
const PAPERS_READ = 40;

/** @param read papers in which the terms are looked up, the likeliest to have them first. */
export async function inWords(
  papers: PapersById,
  believed: readonly Believed[],
  read: readonly RecordId[],
): Promise<Belief[]> {
  const hits = await papers(read.slice(0, PAPERS_READ));
  const names = new Map<string, string>();
  for (const { paper } of hits.values()) nameIn(paper, believed, names);
  return believed.map(({ stems, stance, weight, likes, lesses }) => {
    const key = stems.join(' ');
    return {
      key,
      term: names.get(key) ?? key,
      weight,
      strength: strengthOf(weight, stance),
      ...(stance === undefined ? {} : { stance }),
      likes,
      lesses,
    };
  });
}

function nameIn(paper: Paper, believed: readonly Believed[], names: Map<string, string>): void {
  const unnamed = believed.filter(({ stems }) => !names.has(stems.join(' '))).map(({ stems }) => stems);
  for (const { stems, term } of written(paper, unnamed)) {
    // A pair that does not stand together in this paper may do so in another.
    if (stems.length === 1 || term.includes(' ') || term.includes('-')) names.set(stems.join(' '), term);
  }
}

function strengthOf(weight: number, stance: Stance | undefined): Belief['strength'] {
  if (stance === 'forget') return 'forgotten';
  if (weight <= -SOME) return 'much less';
  if (weight < 0) return 'less';
  return weight >= STRONG ? 'strongly' : weight >= SOME ? 'somewhat' : 'a little';
}
