/** Figures as they are printed and kept. */

export interface Measured {
  /** For programs: one JSON document. */
  readonly document: object;
  /** For people, a line each. */
  readonly sentences: readonly string[];
}

/** Four digits that count; more would claim what a repeat does not hold. */
export function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

export function per(amount: number, seconds: number): number {
  return seconds > 0 ? rounded(amount / seconds) : 0;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
}

/** The value that 95 of 100 do not exceed. */
export function p95(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.ceil(values.length * 0.95) - 1] ?? 0;
}

/** User and system time of all threads of this process since it began, in seconds. */
export function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** The most this process has had resident so far, in MB of 2^20 bytes. */
export function peakRssMb(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

/** A figure with the digits that count; a count is given whole. */
export function inWords(value: number): string {
  return Number.isInteger(value)
    ? value.toLocaleString('en')
    : value.toLocaleString('en', { maximumSignificantDigits: 4 });
}
