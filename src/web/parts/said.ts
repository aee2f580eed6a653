/** What the server's sentences mean for a form: which field they are about, and how long to wait. Pure. */

export type FieldName = 'name' | 'email' | 'password';

/** @returns undefined where the sentence is about no field. */
export function fieldOf(sentence: string): FieldName | undefined {
  if (/^This (?:new )?password|^This is the password/.test(sentence)) return 'password';
  if (sentence.startsWith('The name')) return 'name';
  return /e-mail address/.test(sentence) ? 'email' : undefined;
}

const UNITS: Readonly<Record<string, number>> = { second: 1, minute: 60, hour: 3_600 };
const UNSAID_S = 30;

/** Seconds to wait before another try, from a sentence such as “Wait 40 seconds, then try again.” */
export function secondsToWait(sentence: string): number {
  const [, count, unit = ''] = /(\d+) (second|minute|hour)s?/.exec(sentence) ?? [];
  return count === undefined ? UNSAID_S : Number(count) * (UNITS[unit] ?? 1);
}

/** `40 seconds`, `2 minutes`: as long as it takes to look at something else. */
export function waitInWords(seconds: number): string {
  if (seconds > 90) return `${Math.ceil(seconds / 60)} minutes`;
  return seconds === 1 ? '1 second' : `${seconds} seconds`;
}
