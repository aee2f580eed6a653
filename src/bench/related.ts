/**
 * `attune bench related`: how many of a review's other papers stand among the ten most like one of them, in a pool of many reviews,
 * by the product's measure, by PubMed's, and by BM25. All see the same words and rank the whole pool.
 */
import { AppError } from '#model/index.ts';
import { BM25, diceOf, ndcg10, PMRA, S2, sampleOf } from '#ranking/index.ts';
import { cpuSeconds, inWords, mean, rounded } from './figures.ts';
import type { Measured } from './figures.ts';
import { thisMachine } from './machine.ts';
import { Arm } from './related-arm.ts';
import { readPool } from './related-pool.ts';
import type { Pool, PooledReview } from './related-pool.ts';

const SEEDS = 501;
const CHANCE = 20_240_501;
/** PubMed's list of stop words is longer than ours; without terms that more of the papers have, its measure does best here. */
const PMRA_AT_ITS_BEST = 0.15;

const NAMES = ['attune', 'pmra', 'bm25'] as const;
type Scores = Readonly<Record<(typeof NAMES)[number], number>>;

interface Seed {
  readonly review: PooledReview;
  readonly place: number;
}

interface Ranked {
  /** nDCG@10 of each seed. */
  readonly values: readonly number[];
  readonly cpuMs: number;
}

/** @throws AppError `unreadable_file` where the folder holds no screened collections with relevant papers. */
export function benchRelated({ folder, say }: { folder: string; say: (sentence: string) => void }): Measured {
  const pool = readPool(folder);
  const seeds = seedsOf(pool);
  if (seeds.length === 0)
    throw new AppError('unreadable_file', `No collection in ${folder} has two relevant papers with words.`);
  const ranked = (name: string, arm: () => Arm): Ranked => {
    say(`Ranking ${inWords(pool.papers.length)} papers for ${inWords(seeds.length)} of them by ${name} …`);
    return rankedBy(arm(), seeds);
  };
  const attune = ranked('Attune’s measure', () => new Arm(pool.papers, S2));
  const pmra = ranked('PubMed’s measure', () => new Arm(pool.papers, PMRA));
  const bm25 = ranked('BM25', () => new Arm(pool.papers, BM25));
  const best = ranked('PubMed’s measure without common words', () => new Arm(pool.papers, PMRA, PMRA_AT_ITS_BEST));
  const of = (values: readonly number[], isMeant: (seed: Seed) => boolean): number =>
    rounded(mean(values.filter((_, index) => isMeant(seeds[index] as Seed))));
  const scores = (isMeant: (seed: Seed) => boolean): Scores => ({
    attune: of(attune.values, isMeant),
    pmra: of(pmra.values, isMeant),
    bm25: of(bm25.values, isMeant),
  });
  const splits = [...new Set(pool.reviews.map(({ split }) => split))];
  const ndcg = scores(() => true);
  const pmraAtItsBest = of(best.values, () => true);
  const msMean = rounded(attune.cpuMs / seeds.length);
  return {
    document: {
      ...thisMachine(),
      records: pool.papers.length,
      seeds: seeds.length,
      ndcg10: ndcg,
      msMean,
      timesPmra: rounded(ndcg.attune / ndcg.pmra),
      pmraAtItsBest,
      bySplit: Object.fromEntries(splits.map((split) => [split, scores(({ review }) => review.split === split)])),
      byReview: pool.reviews.flatMap((review) => {
        const count = seeds.filter((seed) => seed.review === review).length;
        return count === 0 ? [] : [{ review: review.name, seeds: count, ...scores((seed) => seed.review === review) }];
      }),
    },
    sentences: [
      `${inWords(pool.papers.length)} papers, ${inWords(seeds.length)} of them as seeds; nDCG@10:`,
      `Attune ${ndcg.attune}, PubMed’s measure ${ndcg.pmra} (without common words ${pmraAtItsBest}), BM25 ${ndcg.bm25}.`,
      `Attune ranks the whole pool for a paper in ${inWords(msMean)} CPU-ms.`,
    ],
  };
}

/** Relevant papers by chance, each for the review that included it; one without words, or that stands alone, asks for nothing. */
function seedsOf({ papers, reviews }: Pool): Seed[] {
  const all = reviews
    .filter(({ relevant }) => relevant.size > 1)
    .flatMap((review) => [...review.relevant].map((place): Seed => ({ review, place })))
    .filter(({ place }) => (papers[place]?.title.length ?? 0) + (papers[place]?.abstract.length ?? 0) > 0);
  return sampleOf([...all.keys()], SEEDS, diceOf(CHANCE)).map((index) => all[index] as Seed);
}

function rankedBy(arm: Arm, seeds: readonly Seed[]): Ranked {
  const before = cpuSeconds();
  const best = seeds.map(({ place }) => arm.best(place));
  const cpuMs = (cpuSeconds() - before) * 1000;
  const values = seeds.map(({ review: { relevant } }, index) =>
    ndcg10(
      (best[index] as number[]).map((place) => relevant.has(place)),
      relevant.size - 1,
    ),
  );
  return { values, cpuMs };
}
