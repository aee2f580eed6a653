/** What a comparison lets its authors say: sentences of conclusion chosen by the printed interval, never by the plan. */
import { isClear } from './effect.ts';
import type { Effect } from './effect.ts';
import { printed, was } from './numbers.ts';
import type { Dice } from './random.ts';

export interface Compared {
  readonly arm: string;
  readonly control: string;
  /** The outcome in a few words. */
  readonly short: string;
  readonly people: string;
  readonly place: string;
  readonly effect: Effect;
  /** Words for less and more of the outcome: `lower` and `higher`, `shorter` and `longer`. */
  readonly less: string;
  readonly more: string;
  /** Absolute difference in percentage points, where the outcome is an event. */
  readonly points?: Effect;
}

/** One or two sentences that say no more than the interval does. */
export function verdict(d: Dice, c: Compared): string {
  if (!isClear(c.effect)) return d.pick(unclear(c));
  return d.pick(clear(c, c.effect.value < c.effect.none ? 'less' : 'more'));
}

function clear(c: Compared, way: 'less' | 'more'): string[] {
  const { arm, control, short, people, place } = c;
  const direction = way === 'less' ? c.less : c.more;
  const amount = direction.endsWith(' frequent') ? (way === 'more' ? 'more' : was(short) === 'were' ? 'fewer' : 'less') : direction; // prettier-ignore
  const frames = [
    `${short} ${was(short)} ${direction} with ${arm} than with ${control}`,
    `in ${people}, ${arm} went with ${amount} ${short}`,
    `compared with ${control}, ${arm} led to ${amount} ${short}`,
    `${arm}, in ${place}, went with ${amount} ${short} than ${control}`,
    `with ${arm} instead of ${control}, ${short} ${was(short)} ${direction}`,
  ];
  if (c.points === undefined) return frames;
  const per = Math.abs(Math.round(c.points.value));
  const count = per <= 1 ? 'about one person' : `about ${printed(per)} people`;
  const change = way === 'less' ? 'fewer' : 'more';
  return [
    ...frames,
    `among 100 ${people}, ${arm} meant ${count} ${change} with ${short}`,
    `${arm} ${way === 'less' ? 'lowered' : 'raised'} the risk of ${short}, by ${count} in 100`,
    `there were ${way === 'less' ? 'fewer' : 'more'} ${people} with ${short} under ${arm}`,
    `${short} ${was(short)} ${way === 'less' ? 'less' : 'more'} frequent with ${arm}, by ${count} in 100`,
  ];
}

function unclear(c: Compared): string[] {
  const { arm, control, short, people, place } = c;
  const shown = c.points ?? c.effect;
  const edge = (value: number): string => printed(Math.abs(value), shown.none === 1 ? 2 : shown.decimals);
  const frames = [
    `${arm} ${was(arm)} not shown to change ${short} in ${people}`,
    `whether ${arm} ${was(arm) === 'was' ? 'alters' : 'alter'} ${short} is still open after this study`,
    `no clear difference in ${short} ${was(short)} found between ${arm} and ${control}`,
    `we cannot say that ${arm} ${was(arm) === 'was' ? 'is' : 'are'} better or worse than ${control} for ${short}`,
    `in ${place}, ${arm} did not clearly affect ${short}`,
    `${short} ${was(short)} similar with ${arm} and ${control}, and a difference that matters is not ruled out`,
    `the trial gives no firm ground to prefer ${arm} to ${control} if ${short} is the aim`,
    `for ${short}, the data fit both a modest gain and a modest loss from ${arm}`,
  ];
  if (shown.none !== 0) return frames;
  const unit = c.points === undefined ? '' : ' points';
  const gain = `${edge(shown.low)}${unit} less and ${edge(shown.high)}${unit} more`;
  return shown.low < 0 && shown.high > 0
    ? [
        ...frames,
        `the effect of ${arm} on ${short} is uncertain: anything between ${gain} is compatible with the data`,
        `${arm} made no demonstrable difference to ${short}; the interval reaches from ${gain.replace(' and ', ' to ')}`,
      ]
    : frames;
}

/** For a non-inferiority trial where more of the outcome is worse. @param margin in percentage points. */
export function marginVerdict(d: Dice, c: Compared, margin: number): string {
  const { arm, control, short, people, effect } = c;
  if (effect.high < margin)
    return d.pick([
      `${arm} ${was(arm)} not inferior to ${control} for ${short} in ${people}`,
      `for ${short}, ${arm} met the margin of ${margin} points against ${control}`,
      `${people} fared no worse with ${arm} than with ${control}, by the margin chosen for ${short}`,
    ]);
  return d.pick([
    `non-inferiority of ${arm} to ${control} was not shown for ${short}`,
    `the upper limit for ${short} passed the margin of ${margin} points, so that ${arm} cannot be called non-inferior to ${control}`,
  ]);
}
