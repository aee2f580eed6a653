/** Sends the facts of a study to the composer of its design. */
import { composeBeforeAfter, composeCohort } from './cohorts.ts';
import { composeCosts } from './costs.ts';
import { composeDiagnostic } from './diagnostics.ts';
import type { Draft, Style } from './draft.ts';
import type { Facts } from './facts.ts';
import type { Dice } from './random.ts';
import { composeReview } from './reviews.ts';
import { composeTold } from './told.ts';
import { composeTrial } from './trials.ts';

export function composeStudy(facts: Facts, d: Dice, style: Style): Draft {
  switch (facts.design) {
    case 'trial':
      return composeTrial(facts, d, style);
    case 'cohort':
      return composeCohort(facts, d, style);
    case 'change':
      return composeBeforeAfter(facts, d, style);
    case 'diagnostic':
      return composeDiagnostic(facts, d, style);
    case 'review':
      return composeReview(facts, d);
    case 'costs':
      return composeCosts(facts, d);
    default:
      return composeTold(facts, d);
  }
}
