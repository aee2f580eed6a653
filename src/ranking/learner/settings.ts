/** The settings of the learner, and the runs that chose them. */
import type { FeatureSettings } from '../features/vocabulary.ts';
import type { LearnerSettings } from './learner.ts';

/**
 * Chosen on the `tune` sets alone. The run that holds them, and the sets that chose nothing, stand in bench/results/simulate.json.
 * Cost, weight of the likes and pairs are those of ASReview's ELAS u4 (macro loss .0797 there). Tried beside them, one change each, by
 * macro loss on `tune`: stems of words of two letters or more .0740, those words as they stand (u4's way) .0768; with such stems, only
 * terms of two papers or more .0764, nearness halved at 10 likes .0752. Another seed of the samples: .0755, and .0763 without stems.
 */
export const LEARNING: { readonly features: FeatureSettings; readonly learner: LearnerSettings } = {
  features: { titleCounts: 2, pairs: true, stems: true, fewestPapers: 1, largestShare: 0.95 },
  learner: {
    cost: 0.11,
    likesToDislikes: 9.8,
    presumedToLikes: 0.1,
    presumed: 100,
    scale: 300,
    dislikesOffMiddle: 0.25,
    likesToHalf: 5,
    precision: { tolerance: 0.1, mostPasses: 100 },
  },
};
