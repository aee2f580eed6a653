/** Secondary outcomes and harms of a comparison: `falls = 4.1 3.9` or `length of stay = 6.9 7.1 sd 4.5 days`. */
import { isClear, meanDifference, oddsRatio, riskDifference, riskRatio, round } from './effect.ts';
import type { Effect } from './effect.ts';
import { checked, counted, drawCount, effectWords } from './draft.ts';
import { printed, was } from './numbers.ts';
import type { Dice } from './random.ts';

/** The two groups compared, as a sentence names them, with their sizes. */
export interface Groups {
  readonly sizes: readonly [number, number];
  readonly names: readonly [string, string];
  readonly designEffect: number;
  readonly withP: boolean;
  readonly slash: boolean;
}

export interface Secondary {
  readonly name: string;
  readonly sentence: string;
  readonly effect: Effect;
  readonly isClear: boolean;
}

/** @throws Error where the fact is not of either form; Unprintable where the throw was bad. */
export function secondary(d: Dice, line: string, groups: Groups): Secondary {
  const [, name = '', values = ''] = /^(.+?) = (.+)$/.exec(line) ?? [];
  const mean = /^(\S+) (\S+) sd (\S+) (.+)$/.exec(values);
  if (mean) return meanOutcome(d, name, mean.slice(1), groups);
  const [a = Number.NaN, b = Number.NaN] = values.split(' ').map(Number);
  if (Number.isNaN(a + b)) throw new Error(`“${line}” is not an outcome.`);
  return eventOutcome(d, name, [a, b], groups);
}

function eventOutcome(d: Dice, name: string, rates: readonly [number, number], groups: Groups): Secondary {
  const [first, second] = groups.sizes;
  const [one, two] = [drawCount(d, first, rates[0]), drawCount(d, second, rates[1])];
  const useDifference = d.chance(0.45);
  const measure = useDifference ? riskDifference : d.chance(0.7) ? riskRatio : oddsRatio;
  const effect = checked(measure(one, two, groups.designEffect));
  const label = measure === riskRatio ? 'risk ratio' : measure === oddsRatio ? 'odds ratio' : 'difference';
  const words = effectWords(
    d,
    effect,
    label,
    useDifference ? d.pick(['points', 'percentage points']) : '',
    groups.withP,
  );
  const [x, y] = [counted(one, groups.slash), counted(two, groups.slash)];
  const [a, b] = groups.names;
  const be = was(name);
  const frames = [
    `${name} ${be} recorded in ${x} and ${y}, ${words}`,
    `for ${name} the counts were ${x} with ${a} and ${y} with ${b}, ${words}`,
    `${name} ${be} noted in ${x} versus ${y}; ${words}`,
    `${name} ${be} recorded in ${x} with ${a} and ${y} with ${b}, ${words}`,
    `the respective figures for ${name} were ${x} and ${y}; ${words}`,
    `${name}: ${x} with ${a}, ${y} with ${b}; ${words}`,
    `${name} ${be} seen in ${x} and ${y}; the ${label} was ${words.slice(label.length + 1)}`,
    `as to ${name}, ${x} and ${y} were counted; ${words}`,
    `${name} ${be} found in ${x} with ${a}, in ${y} with ${b}; ${words}`,
  ];
  return { name, sentence: d.pick(frames), effect, isClear: isClear(effect) };
}

function meanOutcome(d: Dice, name: string, values: readonly string[], groups: Groups): Secondary {
  const [a = '', b = '', sdText = '', unit = ''] = values;
  const decimals = a.split('.')[1]?.length ?? 0;
  const sd = Number(sdText);
  const mean = (target: string, of: number): number =>
    round(Number(target) + (0.5 * d.normal() * sd) / Math.sqrt(of), decimals);
  const [one, two] = [mean(a, groups.sizes[0]), mean(b, groups.sizes[1])];
  const [first, second] = [
    { mean: one, sd, of: groups.sizes[0] },
    { mean: two, sd, of: groups.sizes[1] },
  ];
  const effect = checked(meanDifference(first, second, decimals, groups.designEffect));
  const words = effectWords(d, effect, d.pick(['difference', 'mean difference']), unit, groups.withP);
  const [x, y] = [printed(one, decimals), printed(two, decimals)];
  const frames = [
    `mean ${name} was ${x} ${unit} with ${groups.names[0]} and ${y} ${unit} with ${groups.names[1]}, ${words}`,
    `${name} averaged ${x} and ${y} ${unit} (SD ${sdText} in both), ${words}`,
    `${name}: ${x} ${unit} versus ${y}; ${words}`,
    `mean ${name} came to ${x} and ${y} ${unit}, ${words}`,
  ];
  return { name, sentence: d.pick(frames), effect, isClear: isClear(effect) };
}
