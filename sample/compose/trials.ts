/** Composes reports of randomised trials: individual, cluster, crossover and non-inferiority. */
import { hazardRatio, isClear, meanDifference, oddsRatio, riskDifference, riskRatio, round } from './effect.ts';
import type { Count, Effect } from './effect.ts';
import { checked, counted, drawCount, effectWords, halves, sentences, Unprintable } from './draft.ts';
import type { Draft, Style } from './draft.ts';
import { fact, factIfGiven, factsNamed, numberOf, numbersOf, partsOf } from './facts.ts';
import type { Facts } from './facts.ts';
import { printed } from './numbers.ts';
import type { Dice } from './random.ts';
import { secondary } from './secondary.ts';
import type { Groups, Secondary } from './secondary.ts';
import { allocation, enrolment, primaryOutcome, trialTitle } from './trial-methods.ts';
import { marginVerdict, verdict } from './verdicts.ts';

interface Primary {
  readonly effect: Effect;
  readonly sentence: string;
  readonly points?: Effect;
  readonly counts?: readonly [Count, Count];
}

const MEASURES = {
  difference: riskDifference,
  'risk ratio': riskRatio,
  'odds ratio': oddsRatio,
  'hazard ratio': hazardRatio,
};

export function composeTrial(facts: Facts, d: Dice, style: Style): Draft {
  const total = numberOf(facts, 'n');
  const sizes = halves(d, total);
  const lost = Number(factIfGiven(facts, 'lost') ?? 0) / 100;
  const stay = (of: number): number => of - Math.round(of * lost * d.pick([0.8, 0.9, 1, 1.1]));
  const analysed: [number, number] = [stay(sizes[0]), stay(sizes[1])];
  const groups: Groups = {
    sizes: analysed,
    names: [fact(facts, 'arm'), fact(facts, 'control')],
    designEffect: designEffectOf(facts, total),
    ...style,
  };
  const primary =
    factIfGiven(facts, 'means') === undefined ? eventPrimary(facts, d, groups, style) : meanPrimary(facts, d, groups);
  const others = [...factsNamed(facts, 'also'), ...factsNamed(facts, 'harm')].map((line) => secondary(d, line, groups));
  return {
    title: trialTitle(facts, d),
    types: ['Journal Article', 'Randomized Controlled Trial', ...partsOf(facts, 'types')],
    moves: {
      background: fact(facts, 'why'),
      methods: sentences([allocation(facts, d, total), factIfGiven(facts, 'what')]),
      measures: sentences([primaryOutcome(facts, d)]),
      results: sentences([
        enrolment(d, sizes, analysed, groups.names, facts),
        primary.sentence,
        ...others.map(({ sentence }) => sentence),
        factIfGiven(facts, 'noted'),
      ]),
      conclusions: sentences([conclusion(facts, d, primary), price(facts, d, others)]),
      limits: sentences([fact(facts, 'limit')]),
      closing: sentences([factIfGiven(facts, 'so')]),
    },
    ...(factIfGiven(facts, 'plain') === undefined || !primary.counts
      ? {}
      : { plainLanguage: plain(facts, primary.counts, primary.effect) }),
  };
}

/** How much clusters widen the variance: 1 without clusters. */
export function designEffectOf(facts: Facts, total: number): number {
  const [, clusters, correlation] = /^(\d+) .+ icc (\S+)$/.exec(factIfGiven(facts, 'clusters') ?? '') ?? [];
  return clusters === undefined ? 1 : 1 + (total / Number(clusters) - 1) * Number(correlation);
}

function eventPrimary(facts: Facts, d: Dice, groups: Groups, style: Style): Primary {
  const [a = 0, b = 0] = numbersOf(facts, 'rates');
  const counts = [drawCount(d, groups.sizes[0], a), drawCount(d, groups.sizes[1], b)] as const;
  const points = checked(riskDifference(...counts, groups.designEffect));
  const measure = factIfGiven(facts, 'margin') === undefined ? style.measure : 'difference';
  const effect = checked(MEASURES[measure](...counts, groups.designEffect));
  // Two measures of one comparison that disagree would read as a contradiction.
  if (isClear(points) !== isClear(effect)) throw new Unprintable();
  const unit = measure === 'difference' ? d.pick(['percentage points', 'points']) : '';
  const words = effectWords(d, effect, measure, unit, style.withP);
  const [x = '', y = ''] = counts.map((count) => counted(count, style.slash));
  const [arm, control] = groups.names;
  const outcome = factIfGiven(facts, 'named') ?? fact(facts, 'outcome');
  const verb = factIfGiven(facts, 'verb') ?? d.pick(['occurred in', 'was recorded in', 'was seen in']);
  const sentence = d.pick([
    `${outcome} ${verb} ${x} with ${arm} and ${y} with ${control}, ${words}`,
    `${outcome} ${verb} ${x} given ${arm} and in ${y} given ${control}; ${words}`,
    `with ${arm}, ${outcome} ${verb} ${x}; with ${control}, ${y}; ${words}`,
    `the primary outcome of ${outcome} ${verb} ${x} with ${arm} and ${y} with ${control}: ${words}`,
    `${outcome} ${verb} ${x} with ${arm} and ${y} with ${control}. The ${measure} was ${words.slice(measure.length + 1)}`,
    `in the group with ${arm}, ${outcome} ${verb} ${x}, against ${y} with ${control}; ${words}`,
    `${outcome} ${verb} ${y} with ${control} and ${x} with ${arm}, ${words}`,
    `under ${control}, ${outcome} ${verb} ${y}; under ${arm}, ${x}; ${words}`,
  ]);
  return { effect, points, sentence, counts };
}

function meanPrimary(facts: Facts, d: Dice, groups: Groups): Primary {
  const [, a = '', b = '', sdText = '', unit = ''] = /^(\S+) (\S+) sd (\S+) (.+)$/.exec(fact(facts, 'means')) ?? [];
  const decimals = a.split('.')[1]?.length ?? 0;
  const sd = Number(sdText);
  const means = [a, b].map((target, index) => {
    const of = groups.sizes[index] ?? 1;
    return { mean: round(Number(target) + (0.5 * d.normal() * sd) / Math.sqrt(of), decimals), sd, of };
  });
  const [one = { mean: 0, sd, of: 1 }, two = one] = means;
  const effect = checked(meanDifference(one, two, decimals, groups.designEffect));
  const name = factIfGiven(facts, 'named') ?? fact(facts, 'outcome');
  const words = effectWords(d, effect, d.pick(['difference', 'mean difference']), unit, groups.withP);
  const [x, y] = [printed(one.mean, decimals), printed(two.mean, decimals)];
  const [arm, control] = groups.names;
  const sentence = d.pick([
    `mean ${name} was ${x} ${unit} with ${arm} and ${y} ${unit} with ${control} (SD ${sdText}), ${words}`,
    `${name} averaged ${x} ${unit} with ${arm} and ${y} ${unit} with ${control}; ${words}`,
    `with ${arm}, mean ${name} was ${x} (SD ${sdText}) ${unit}; with ${control}, ${y} ${unit}; ${words}`,
    `${name}, on average, was ${x} ${unit} after ${arm} and ${y} ${unit} after ${control}, ${words}`,
    `mean ${name} in the group with ${arm} was ${x} ${unit}, against ${y} ${unit} with ${control}: ${words}`,
  ]);
  return { effect, sentence };
}

function conclusion(facts: Facts, d: Dice, primary: Primary): string {
  const margin = factIfGiven(facts, 'margin');
  const compared = {
    arm: fact(facts, 'arm'),
    control: fact(facts, 'control'),
    short: factIfGiven(facts, 'short') ?? fact(facts, 'outcome'),
    people: factIfGiven(facts, 'people') ?? 'patients',
    place: fact(facts, 'place'),
    effect: primary.effect,
    less: factIfGiven(facts, 'less') ?? (primary.points ? 'less frequent' : 'lower'),
    more: factIfGiven(facts, 'more') ?? (primary.points ? 'more frequent' : 'higher'),
    ...(primary.points ? { points: primary.points } : {}),
  };
  return margin === undefined ? verdict(d, compared) : marginVerdict(d, compared, Number(margin));
}

/** Names a harm whose interval leaves out no effect; a gain is left to the results. */
function price(facts: Facts, d: Dice, others: readonly Secondary[]): string | undefined {
  const harms = factsNamed(facts, 'harm').map((line) => line.split(' = ')[0]);
  const harm = others.find(
    (other) => harms.includes(other.name) && other.isClear && other.effect.value > other.effect.none,
  );
  if (harm === undefined) return undefined;
  const arm = fact(facts, 'arm');
  return d.pick([
    `${harm.name} was more common with ${arm}`,
    `the price was more ${harm.name}`,
    `${arm} brought more ${harm.name}, which has to be weighed`,
  ]);
}

function plain(facts: Facts, [one, two]: readonly [Count, Count], effect: Effect): string[] {
  const per = ({ events, of }: Count): string => `${Math.round((100 * events) / of)}`;
  const [arm, control, what] = partsOf(facts, 'plain');
  return [
    `Of every 100 people ${arm}, about ${per(one)} ${what}. Of every 100 ${control}, it was about ${per(two)}.`,
    isClear(effect)
      ? `A difference of this size among ${fact(facts, 'people')} is unlikely to be chance alone.`
      : `With ${printed(one.of + two.of)} people in the study, a difference like that can arise by chance.`,
  ];
}
