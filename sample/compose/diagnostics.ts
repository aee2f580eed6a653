/** Composes studies of diagnostic accuracy from prevalence, sensitivity and specificity, with the counts behind them. */
import { shareInterval } from './effect.ts';
import type { Count } from './effect.ts';
import { counted, drawCount, sentences } from './draft.ts';
import type { Draft, Style } from './draft.ts';
import { fact, factIfGiven, numberOf, numbersOf, partsOf } from './facts.ts';
import type { Facts } from './facts.ts';
import { percent, printed } from './numbers.ts';
import type { Dice } from './random.ts';

export function composeDiagnostic(facts: Facts, d: Dice, style: Style): Draft {
  const total = numberOf(facts, 'n');
  const ill = drawCount(d, total, numberOf(facts, 'prevalence'));
  const well = total - ill.events;
  const [sensitivity = 0, specificity = 0] = numbersOf(facts, 'accuracy');
  const hit = drawCount(d, ill.events, sensitivity);
  const clear = drawCount(d, well, specificity);
  const [test, target] = [fact(facts, 'test'), fact(facts, 'target')];
  const rival = partsOf(facts, 'rival');
  return {
    title: fact(facts, 'title'),
    types: ['Journal Article', 'Observational Study', ...partsOf(facts, 'types')],
    moves: {
      background: fact(facts, 'why'),
      methods: sentences([recruited(facts, d), factIfGiven(facts, 'what'), standard(facts, d)]),
      results: sentences([
        d.pick([
          `${target} was confirmed in ${counted(ill, style.slash)}`,
          `the reference standard found ${target} in ${counted(ill, style.slash)}`,
          `among those tested, ${target} was found in ${counted(ill, style.slash)}`,
        ]),
        accuracy(d, test, target, hit, clear, style),
        predictive(d, target, hit, clear),
        rival.length === 0 ? undefined : rivalSentence(d, rival, ill.events, well),
        factIfGiven(facts, 'noted'),
      ]),
      conclusions: sentences([reading(d, test, target, hit, clear)]),
      limits: sentences([fact(facts, 'limit')]),
      closing: sentences([factIfGiven(facts, 'so')]),
    },
  };
}

function recruited(facts: Facts, d: Dice): string {
  const [people, place, test] = ['people', 'place', 'test'].map((name) => fact(facts, name));
  const total = printed(numberOf(facts, 'n'));
  return d.pick([
    `in ${place}, ${total} ${people} underwent ${test}`,
    `we applied ${test} to ${total} consecutive ${people} in ${place}`,
    `${total} ${people} were recruited in ${place}, and all had ${test}`,
    `prospective study of ${test} in ${total} ${people} from ${place}`,
  ]);
}

function standard(facts: Facts, d: Dice): string {
  const reference = fact(facts, 'reference');
  return d.pick([
    `the reference standard was ${reference}`,
    `results were held against ${reference}`,
    `as reference we used ${reference}`,
    `${reference} served as reference standard`,
  ]);
}

function withInterval(count: Count, style: Style): string {
  const { low, high } = shareInterval(count);
  return counted(count, style.slash).replace(/\)$/, `; 95% CI ${printed(low, 1)} to ${printed(high, 1)})`);
}

function accuracy(d: Dice, test: string, target: string, hit: Count, clear: Count, style: Style): string {
  const [found, cleared] = [withInterval(hit, style), withInterval(clear, style)];
  return d.pick([
    `${test} was positive in ${found} with ${target} and negative in ${cleared} without`,
    `sensitivity was ${found} and specificity ${cleared}`,
    `with ${target}, ${test} was positive in ${found}; without, it was negative in ${cleared}`,
    `${test} detected ${found} cases of ${target} and correctly ruled out ${cleared} of the others`,
  ]).replace(/\) of the others/, ') others'); // prettier-ignore
}

function predictive(d: Dice, target: string, hit: Count, clear: Count): string {
  const positive = { events: hit.events, of: hit.events + clear.of - clear.events };
  const negative = { events: clear.events, of: clear.events + hit.of - hit.events };
  return d.pick([
    `of ${printed(positive.of)} positive results, ${counted(positive)} were right; of ${printed(negative.of)} negative ones, ${counted(negative)}`,
    `a positive result meant ${target} in ${counted(positive)}, a negative one its absence in ${counted(negative)}`,
    `predictive values were ${percent(positive.events, positive.of)} for a positive and ${percent(negative.events, negative.of)} for a negative result`,
  ]);
}

function rivalSentence(
  d: Dice,
  [name = '', sensitivity = '', specificity = '']: readonly string[],
  ill: number,
  well: number,
): string {
  const hit = drawCount(d, ill, Number(sensitivity));
  const clear = drawCount(d, well, Number(specificity));
  return d.pick([
    `${name} was positive in ${counted(hit)} and negative in ${counted(clear)}, respectively`,
    `the figures for ${name} were ${counted(hit)} and ${counted(clear)}`,
    `by comparison, ${name} picked up ${counted(hit)} and cleared ${counted(clear)}`,
  ]);
}

function reading(d: Dice, test: string, target: string, hit: Count, clear: Count): string {
  const [missed, alarm] = [hit.of - hit.events, clear.of - clear.events];
  const negative = clear.events / (clear.events + missed);
  const positive = hit.events / (hit.events + alarm);
  if (negative > 0.96)
    return d.pick([
      `a negative result of ${test} makes ${target} unlikely; a positive one needs confirmation`,
      `${test} is of more use to rule out ${target} than to prove it`,
      `${target} can mostly be set aside when ${test} is negative, though ${printed(missed)} cases were missed`,
    ]);
  if (positive > 0.85)
    return d.pick([
      `a positive result of ${test} usually means ${target}, but a negative one does not exclude it`,
      `${test} confirms ${target} better than it excludes it`,
    ]);
  return d.pick([
    `${test} alone neither proves nor excludes ${target}`,
    `${test} missed ${printed(missed)} cases and raised ${printed(alarm)} false alarms, too many to decide on alone`,
    `as a first look ${test} helps, but ${target} still has to be confirmed or excluded by other means`,
  ]);
}
