/** Composes economic evaluations: costs and gains of two ways of care, the ratio between them, and how sure one can be. */
import { difference, isClear, normalBelow, round } from './effect.ts';
import { effectWords, halves, sentences } from './draft.ts';
import type { Draft } from './draft.ts';
import { fact, factIfGiven, numberOf, numbersOf, partsOf } from './facts.ts';
import type { Facts } from './facts.ts';
import { printed } from './numbers.ts';
import type { Dice } from './random.ts';

export function composeCosts(facts: Facts, d: Dice): Draft {
  const [arm, control, people, place] = ['arm', 'control', 'people', 'place'].map((name) => fact(facts, name));
  const total = numberOf(facts, 'n');
  const sizes = halves(d, total);
  const [a = 0, b = 0, sd = 0] = numbersOf(facts, 'costs');
  const [gain = 0, gainSd = 0] = numbersOf(facts, 'gain');
  const spread = Math.sqrt(1 / sizes[0] + 1 / sizes[1]);
  const more = difference(a - b, sd * spread, 0);
  const gained = difference(round(gain, 3), gainSd * spread, 3);
  const threshold = numberOf(facts, 'threshold');
  // Costs and gains are taken to vary apart from one another.
  const error = Math.sqrt((threshold * gainSd * spread) ** 2 + (sd * spread) ** 2);
  const worth = round(normalBelow((threshold * gained.value - more.value) / error), 2);
  const cost = effectWords(d, more, d.pick(['difference Int$', 'a difference of Int$']), '', false);
  const quality = effectWords(
    d,
    gained,
    d.pick(['the gain was', 'the mean gain came to', 'patients gained']),
    d.pick(['QALYs', 'quality-adjusted life years']),
    false,
  );
  const each = Math.round(more.value / gained.value / 100) * 100;
  return {
    title: fact(facts, 'title'),
    types: ['Journal Article', ...partsOf(facts, 'types')],
    moves: {
      background: fact(facts, 'why'),
      methods: sentences([
        d.pick([
          `we compared ${arm} with ${control} in ${people}, using individual data of ${printed(total)} people from ${place}`,
          `costs and quality-adjusted life years (QALYs) of ${arm} and ${control} were measured in ${printed(total)} ${people} in ${place}`,
          `economic evaluation of ${arm} against ${control} for ${people}; ${printed(total)} of them in ${place} supplied data`,
        ]),
        fact(facts, 'what'),
      ]),
      results: sentences([
        d.pick([
          `mean cost was Int$ ${printed(a)} with ${arm} and Int$ ${printed(b)} with ${control}, ${cost}`,
          `${arm} cost Int$ ${printed(a)} and ${control} Int$ ${printed(b)} on average, ${cost}`,
        ]),
        quality,
        more.value <= 0 || gained.value <= 0
          ? undefined
          : d.pick([
              `each QALY gained with ${arm} thus cost about Int$ ${printed(each)}`,
              `for ${arm} this comes to roughly Int$ ${printed(each)} per QALY`,
              `the ratio for ${arm} was Int$ ${printed(each)} per QALY`,
            ]),
        d.pick([
          `${arm} was cost-effective at a threshold of Int$ ${printed(threshold)} with a probability of ${worth.toFixed(2)}`,
          `a payer who gives Int$ ${printed(threshold)} for a QALY would choose ${arm} with a probability of ${worth.toFixed(2)}`,
          `the chance that ${arm} is worth its cost was ${worth.toFixed(2)} at Int$ ${printed(threshold)}`,
          `in ${Math.round(100 * worth)} of 100 simulations ${arm} fell below Int$ ${printed(threshold)} per QALY`,
          `at Int$ ${printed(threshold)}, ${arm} had a probability of ${worth.toFixed(2)} of being good value`,
          `${control} would be preferred with a probability of ${(1 - worth).toFixed(2)} by a payer at Int$ ${printed(threshold)}`,
        ]),
        factIfGiven(facts, 'noted'),
      ]),
      conclusions: sentences([
        worth > 0.9
          ? `${arm} is very likely good value`
          : worth < 0.1
            ? `${arm} is hard to justify at present prices`
            : d.pick([
                `whether ${arm} is good value cannot be said with confidence`,
                `the value of ${arm} over ${control} remains in doubt`,
                `money alone does not decide between ${arm} and ${control}`,
                `${arm} may or may not be worth its price to those who pay`,
              ]),
        isClear(more) && more.value < 0 ? `${arm} saved money` : undefined,
      ]),
      limits: sentences([fact(facts, 'limit')]),
      closing: sentences([factIfGiven(facts, 'so')]),
    },
  };
}
