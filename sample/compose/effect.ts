/** The arithmetic of effects: differences and ratios from counts and means, with the intervals their formulas give. */

/** Events among people. */
export interface Count {
  readonly events: number;
  readonly of: number;
}

export interface Mean {
  readonly mean: number;
  readonly sd: number;
  readonly of: number;
}

/** An estimate as it will be printed: rounded, so that what is concluded is what a reader can see. */
export interface Effect {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly decimals: number;
  /** Two-sided, from the same standard error as the interval. */
  readonly p: number;
  /** The value of no effect: 0 for differences, 1 for ratios. */
  readonly none: 0 | 1;
}

const Z = 1.96;

/** In percentage points, Wald interval. @param designEffect how much clusters widen the variance; 1 without clusters. */
export function riskDifference(arm: Count, control: Count, designEffect = 1): Effect {
  const [p, q] = [arm.events / arm.of, control.events / control.of];
  const error = Math.sqrt(designEffect * ((p * (1 - p)) / arm.of + (q * (1 - q)) / control.of));
  return difference(100 * (p - q), 100 * error, 1);
}

export function riskRatio(arm: Count, control: Count, designEffect = 1): Effect {
  const error = Math.sqrt(designEffect * (1 / arm.events - 1 / arm.of + 1 / control.events - 1 / control.of));
  return ratio(arm.events / arm.of / (control.events / control.of), error);
}

export function oddsRatio(arm: Count, control: Count, designEffect = 1): Effect {
  const parts = [arm.events, arm.of - arm.events, control.events, control.of - control.events];
  const [a = 1, b = 1, c = 1, d = 1] = parts;
  return ratio((a * d) / (b * c), Math.sqrt(designEffect * parts.reduce((sum, part) => sum + 1 / part, 0)));
}

/** From the cumulative hazards that the shares with an event imply. */
export function hazardRatio(arm: Count, control: Count, designEffect = 1): Effect {
  const hazard = ({ events, of }: Count): number => -Math.log(1 - events / of);
  const error = Math.sqrt(designEffect * (1 / arm.events + 1 / control.events));
  return ratio(hazard(arm) / hazard(control), error);
}

/** @param decimals those of the means printed, so that the difference is that of the printed means. */
export function meanDifference(arm: Mean, control: Mean, decimals: number, designEffect = 1): Effect {
  const error = Math.sqrt(designEffect * (arm.sd ** 2 / arm.of + control.sd ** 2 / control.of));
  return difference(arm.mean - control.mean, error, decimals);
}

/** A ratio after adjustment: the crude one drawn towards none by a share, with a somewhat wider interval. */
export function adjusted(crude: Effect, kept: number, wider: number): Effect {
  const error = ((Math.log(crude.high) - Math.log(crude.low)) / (2 * Z)) * wider;
  return ratio(Math.exp(Math.log(crude.value) * kept), error);
}

/** @param error standard error of the logarithm. */
export function ratio(value: number, error: number): Effect {
  const decimals = 2;
  const log = Math.log(value);
  const [low, high] = [Math.exp(log - Z * error), Math.exp(log + Z * error)];
  return { ...rounded(value, low, high, decimals), p: twoSided(log / error), none: 1 };
}

export function difference(value: number, error: number, decimals: number): Effect {
  return { ...rounded(value, value - Z * error, value + Z * error, decimals), p: twoSided(value / error), none: 0 };
}

/** Wilson's interval of a share, in per cent with one decimal. */
export function shareInterval({ events, of }: Count): { readonly low: number; readonly high: number } {
  const p = events / of;
  const centre = (p + Z ** 2 / (2 * of)) / (1 + Z ** 2 / of);
  const half = (Z / (1 + Z ** 2 / of)) * Math.sqrt((p * (1 - p)) / of + Z ** 2 / (4 * of ** 2));
  return { low: round(100 * (centre - half), 1), high: round(100 * (centre + half), 1) };
}

/** True where the printed interval leaves out no effect. */
export function isClear(effect: Effect): boolean {
  return effect.low > effect.none || effect.high < effect.none;
}

/** False for what cannot be printed with honour: an interval of no width, or words of p and interval that disagree. */
export function isPrintable(effect: Effect): boolean {
  const held = effect.low <= effect.value && effect.value <= effect.high && effect.low < effect.high;
  return held && Number.isFinite(effect.high) && effect.low !== effect.none && effect.high !== effect.none
    ? isClear(effect) === effect.p < 0.05
    : false;
}

/** Difference in percentage points that a trial of that size finds with 80% power, from a share under control in per cent. */
export function detectable(total: number, controlRate: number, designEffect: number): number {
  const p = controlRate / 100;
  return round(100 * Math.sqrt((7.849 * 2 * p * (1 - p) * designEffect) / (total / 2)), 1);
}

/** Share of a standard normal below z. */
export function normalBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail =
    0.3989422804 *
    Math.exp((-z * z) / 2) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z > 0 ? 1 - tail : tail;
}

function twoSided(z: number): number {
  return 2 * normalBelow(-Math.abs(z));
}

function rounded(value: number, low: number, high: number, decimals: number): Omit<Effect, 'p' | 'none'> {
  return { value: round(value, decimals), low: round(low, decimals), high: round(high, decimals), decimals };
}

export function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
