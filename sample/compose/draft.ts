/** What the composers of the designs make and share: a draft by rhetorical moves, and the wording of effects and counts. */
import { isPrintable } from './effect.ts';
import type { Count, Effect } from './effect.ts';
import { capital, percent, printed } from './numbers.ts';
import type { Dice } from './random.ts';

/** `measures` belong to the methods, `limits` and `closing` to the conclusions, unless a journal sets them apart. */
export const MOVES = [
  'background',
  'aim',
  'methods',
  'measures',
  'results',
  'limits',
  'conclusions',
  'closing',
] as const;
export type Move = (typeof MOVES)[number];

export interface Draft {
  readonly title: string;
  /** Absent moves get no section; a draft without moves has no abstract. */
  readonly moves: Partial<Record<Move, string>>;
  readonly types: readonly string[];
  /** Present where one running text suits the paper better than labelled parts. */
  readonly unlabelled?: true;
  readonly plainLanguage?: readonly string[];
}

/** Thrown while numbers fall that could not be printed; the paper is then composed from new throws. */
export class Unprintable extends Error {}

export function checked(effect: Effect): Effect {
  if (!isPrintable(effect)) throw new Unprintable();
  return effect;
}

/** People with an event at about that rate (per cent), a little nearer to it than chance would bring. */
export function drawCount(d: Dice, of: number, rate: number): Count {
  const p = rate / 100;
  const events = Math.round(of * p + 0.6 * d.normal() * Math.sqrt(of * p * (1 - p)));
  return { events: Math.max(1, Math.min(of - 1, events)), of };
}

/** Splits people in two groups of about equal size. */
export function halves(d: Dice, total: number): [number, number] {
  const first = Math.round(total / 2) + (total > 90 ? d.between(-3, 3) : 0);
  return [first, total - first];
}

/** `31 of 248 (12.5%)` or `31/248 (12.5%)`, as the journal writes. */
export function counted({ events, of }: Count, slash = false): string {
  return `${printed(events)}${slash ? '/' : ' of '}${printed(of)} (${percent(events, of)})`;
}

/** How a journal writes numbers. */
export interface Style {
  readonly withP: boolean;
  readonly slash: boolean;
  readonly measure: 'difference' | 'risk ratio' | 'odds ratio' | 'hazard ratio';
}

/** `risk ratio 0.72 (95% CI 0.55 to 0.94)`; with p where asked. @param unit of a difference of means. */
export function effectWords(d: Dice, effect: Effect, name: string, unit: string, withP: boolean): string {
  const value = printed(effect.value, effect.decimals);
  const p = withP ? `; p ${effect.p < 0.001 ? '< 0.001' : `= ${printed(effect.p, effect.p < 0.1 ? 3 : 2)}`}` : '';
  const interval = `95% CI ${printed(effect.low, effect.decimals)} to ${printed(effect.high, effect.decimals)}`;
  const stated = `${name} ${value}${unit === '' ? '' : ` ${unit}`}`;
  return d.chance(0.5) || p !== '' ? `${stated} (${interval}${p})` : `${stated}, ${interval}`;
}

/** Sentences side by side, each with a capital and a full stop. */
export function sentences(parts: readonly (string | undefined)[]): string {
  return parts
    .filter((part) => part !== undefined && part !== '')
    .map((part) => (/[.?!”]$/.test(part ?? '') ? capital(part ?? '') : `${capital(part ?? '')}.`))
    .join(' ');
}
