/** Composes observational comparisons: cohorts of the exposed and the others, and the time before and after a change. */
import { adjusted, isClear, hazardRatio, oddsRatio, riskDifference, riskRatio } from './effect.ts';
import type { Count, Effect } from './effect.ts';
import { checked, counted, drawCount, effectWords, sentences } from './draft.ts';
import type { Draft, Style } from './draft.ts';
import { fact, factIfGiven, factsNamed, numberOf, numbersOf, partsOf } from './facts.ts';
import type { Facts } from './facts.ts';
import { inWords, percent, printed, was } from './numbers.ts';
import type { Dice } from './random.ts';
import { secondary } from './secondary.ts';

const RATIOS = { 'odds ratio': oddsRatio, 'risk ratio': riskRatio, 'hazard ratio': hazardRatio };

export function composeCohort(facts: Facts, d: Dice, style: Style): Draft {
  const total = numberOf(facts, 'n');
  const exposed = Math.round((total * (numberOf(facts, 'share') + d.normal() * 0.4)) / 100);
  const sizes: [number, number] = [exposed, total - exposed];
  const [a = 0, b = 0] = numbersOf(facts, 'rates');
  const [one, two] = [drawCount(d, sizes[0], a), drawCount(d, sizes[1], b)];
  const measure = ratioName(facts, style);
  const crude = checked(RATIOS[measure](one, two));
  const effect = checked(adjusted(crude, Number(factIfGiven(facts, 'kept') ?? 0.7), 1.08));
  const names = [fact(facts, 'group'), fact(facts, 'others')] as const;
  const others = factsNamed(facts, 'also').map((line) => {
    const groups = {
      sizes,
      names: ['the exposure', 'none'] as const,
      designEffect: 1,
      withP: false,
      slash: style.slash,
    };
    return secondary(d, line, groups)
      .sentence.replace(/ with the exposure/g, '')
      .replace(/ with none/g, '');
  });
  return {
    title: fact(facts, 'title'),
    types: ['Journal Article', 'Observational Study', ...partsOf(facts, 'types')],
    moves: {
      background: fact(facts, 'why'),
      methods: sentences([setting(facts, d), factIfGiven(facts, 'what')]),
      measures: sentences([adjustment(facts, d)]),
      results: sentences([
        makeUp(d, total, sizes[0], names[0], facts),
        outcome(facts, d, style, [one, two], names),
        crudeAndAdjusted(d, measure, crude, effect, style, facts),
        ...others,
        factIfGiven(facts, 'noted'),
      ]),
      conclusions: sentences([association(facts, d, effect, crude)]),
      limits: sentences([fact(facts, 'limit')]),
      closing: sentences([factIfGiven(facts, 'so')]),
    },
  };
}

function ratioName(facts: Facts, style: Style): keyof typeof RATIOS {
  const given = factIfGiven(facts, 'measure');
  if (given === 'odds ratio' || given === 'risk ratio' || given === 'hazard ratio') return given;
  return style.measure === 'difference' ? 'odds ratio' : style.measure;
}

function setting(facts: Facts, d: Dice): string {
  const [people, place, source] = ['people', 'place', 'source'].map((name) => fact(facts, name));
  return d.pick([
    `we followed ${people} in ${place}, using ${source}`,
    `${source} supplied the data on ${people} in ${place}`,
    `cohort of ${people} in ${place}, drawn from ${source}`,
    `from ${source} we identified, in ${place}, ${people}`,
    `the study covered ${people} in ${place}; data came from ${source}`,
    `${people} in ${place} were included. We relied on ${source}`,
    `with ${source} as our source, we studied ${people} in ${place}`,
  ]);
}

function adjustment(facts: Facts, d: Dice): string {
  const [outcome, adjust] = [fact(facts, 'outcome'), fact(facts, 'adjust')];
  return d.pick([
    `${outcome} was the outcome, and models took account of ${adjust}`,
    `the outcome was ${outcome}. Estimates were adjusted for ${adjust}`,
    `we modelled ${outcome} with adjustment for ${adjust}`,
    `for ${outcome}, groups were weighted by propensity to balance ${adjust}`,
    `${outcome} was compared after allowing for ${adjust}`,
    `the main outcome was ${outcome}; covariates were ${adjust}`,
  ]);
}

function makeUp(d: Dice, total: number, exposed: number, group: string, facts: Facts): string {
  const [all, part, rate] = [printed(total), printed(exposed), percent(exposed, total)];
  const age = factIfGiven(facts, 'age');
  const aged = age === undefined ? '' : ` (median age ${age} years)`;
  return d.pick([
    `among ${all} people${aged}, ${part} (${rate}) were ${group}`,
    `we studied ${all} people${aged}; ${part} (${rate}) of them were ${group}`,
    `${group} made up ${part} of ${all} (${rate})`,
    `the cohort held ${all} people${aged}, ${part} (${rate}) of them ${group}`,
    `there were ${part} ${group} in a cohort of ${all} (${rate})`,
  ]);
}

function outcome(
  facts: Facts,
  d: Dice,
  style: Style,
  counts: readonly [Count, Count],
  names: readonly [string, string],
): string {
  const [x = '', y = ''] = counts.map((count) => counted(count, style.slash));
  const [group, others] = names;
  const what = factIfGiven(facts, 'named') ?? fact(facts, 'outcome');
  const verb = factIfGiven(facts, 'verb') ?? d.pick(['occurred in', 'was recorded in', 'followed in']);
  return d.pick([
    `${what} ${verb} ${x} ${group} and ${y} ${others}`,
    `${what} ${verb} ${x} of the former and ${y} of the latter`,
    `${what} ${verb} ${x} among ${group} and ${y} among ${others}`,
    `${what} ${verb} ${y} ${others} and in ${x} ${group}`,
    `in ${others}, ${what} ${verb} ${y}; in ${group}, ${x}`,
  ]).replace(/\) of the former/, ') in the former').replace(/\) of the latter/, ') in the latter'); // prettier-ignore
}

function crudeAndAdjusted(d: Dice, measure: string, crude: Effect, effect: Effect, style: Style, facts: Facts): string {
  const words = effectWords(d, effect, `adjusted ${measure}`, '', style.withP);
  const bare = printed(crude.value, 2);
  const exposure = fact(facts, 'exposure');
  return d.pick([
    `the ${words.replace('ratio ', 'ratio was ')}`,
    `after adjustment the ${measure} moved from ${bare} to ${words.slice(`adjusted ${measure} `.length)}`,
    `for ${exposure} the crude ${measure} was ${bare} and the ${words.replace('ratio ', 'ratio ')}`,
    `the ${measure}, ${bare} before adjustment, became ${words.slice(`adjusted ${measure} `.length)}`,
    `${exposure} carried an ${words.replace('ratio ', 'ratio of ')}`,
  ]);
}

function association(facts: Facts, d: Dice, effect: Effect, crude: Effect): string {
  const exposure = fact(facts, 'exposure');
  const short = factIfGiven(facts, 'short') ?? fact(facts, 'outcome');
  if (isClear(effect)) {
    const way = effect.value > 1 ? 'more' : 'less';
    return d.pick([
      `${exposure} went together with ${way} ${short}`,
      `${short} ${was(short)} ${way} common after ${exposure}, also when known differences were allowed for`,
      `there was ${way} ${short} in those with ${exposure}`,
      `${exposure} ${was(exposure)} associated with ${way === 'more' ? 'a higher' : 'a lower'} risk of ${short}`,
      `we found ${way} ${short} where there was ${exposure}`,
    ]);
  }
  if (isClear(crude))
    return d.pick([
      `much of the tie between ${exposure} and ${short} was explained by who the patients were`,
      `once groups were made alike, ${exposure} ${was(exposure)} no longer clearly tied to ${short}`,
      `the crude link of ${exposure} with ${short} did not survive adjustment`,
    ]);
  return d.pick([
    `${exposure} ${was(exposure)} not clearly associated with ${short}`,
    `we saw no firm association of ${exposure} with ${short}`,
    `a tie between ${exposure} and ${short} was neither shown nor excluded`,
    `these data do not settle whether ${exposure} bears on ${short}`,
  ]);
}

/** A change in care, with the time before it as comparison. */
export function composeBeforeAfter(facts: Facts, d: Dice, style: Style): Draft {
  const [before = 0, after = 0] = numbersOf(facts, 'n');
  const [b = 0, a = 0] = numbersOf(facts, 'rates');
  const [first, then] = [drawCount(d, before, b), drawCount(d, after, a)];
  const effect = checked(riskDifference(then, first));
  const months = factIfGiven(facts, 'months') ?? '12';
  const [x, y] = [counted(first, style.slash), counted(then, style.slash)];
  const [outcomeName, change, place] = [fact(facts, 'outcome'), fact(facts, 'change'), fact(facts, 'place')];
  const named = factIfGiven(facts, 'named') ?? outcomeName;
  const verb = factIfGiven(facts, 'verb') ?? 'was recorded in';
  const words = effectWords(d, effect, 'a change of', 'percentage points', style.withP);
  const groups = {
    sizes: [after, before] as const,
    names: ['the change', 'none'] as const,
    designEffect: 1,
    withP: false,
    slash: style.slash,
  };
  const others = factsNamed(facts, 'also').map((line) =>
    secondary(d, line, groups)
      .sentence.replace(/ with the change/g, ' after')
      .replace(/ with none/g, ' before'),
  );
  const span = inWords(Number(months));
  return {
    title: fact(facts, 'title'),
    types: ['Journal Article', 'Observational Study', ...partsOf(facts, 'types')],
    moves: {
      background: fact(facts, 'why'),
      methods: sentences([
        d.pick([
          `${change} was introduced in ${place}; we compared ${span} months before with ${span} months after`,
          `before-and-after study in ${place}, ${span} months on either side of ${change}`,
          `we looked at ${span} months before and ${span} months after ${place} took up ${change}`,
          `interrupted time series over ${inWords(2 * Number(months))} months in ${place}, with ${change} in the middle`,
        ]),
        factIfGiven(facts, 'what'),
        d.pick([`the outcome was ${outcomeName}`, `${outcomeName} was the measure`, `we measured ${outcomeName}`]),
      ]),
      results: sentences([
        d.pick([
          `we studied ${printed(before)} admissions before and ${printed(after)} after ${change}`,
          `there were ${printed(before)} patients in the months before and ${printed(after)} in those after ${change}`,
        ]),
        d.pick([
          `${named} ${verb} ${x} before and ${y} after, ${words}`,
          `${named} ${verb} ${x}; after ${change} the figure was ${y}, ${words}`,
          `from ${x} the share with ${factIfGiven(facts, 'short') ?? named} moved to ${y}, ${words}`,
        ]),
        ...others,
        factIfGiven(facts, 'noted'),
      ]),
      conclusions: sentences([
        isClear(effect)
          ? d.pick([
              `${factIfGiven(facts, 'short') ?? named} ${was(factIfGiven(facts, 'short') ?? named)} ${effect.value > 0 ? 'more' : 'less'} frequent after ${change}`,
              `${change} was followed by ${effect.value > 0 ? 'more' : 'less'} ${factIfGiven(facts, 'short') ?? named}`,
            ])
          : d.pick([
              `no clear change in ${factIfGiven(facts, 'short') ?? named} followed ${change}`,
              `${factIfGiven(facts, 'short') ?? named} hardly moved after ${change}`,
            ]),
      ]),
      limits: sentences([fact(facts, 'limit')]),
      closing: sentences([factIfGiven(facts, 'so')]),
    },
  };
}
