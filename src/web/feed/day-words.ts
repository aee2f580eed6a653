/** What was pressed on an earlier day, what it moved, and whether the order comes out the same today, in words. Pure. */
import type { DayAnswer } from '#api/index.ts';
import { counted } from './today-words.ts';

const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** `09:12`, in the zone of the reader. @param instant in UTC, as ISO 8601. */
export function clock(instant: string): string {
  return CLOCK.format(new Date(instant));
}

type Change = DayAnswer['changes'][number];

const PRESSED: Readonly<Record<Change['act'], string>> = {
  like: 'You liked',
  less: 'You wanted less like',
  other: 'You changed what it rests on',
};

/** What stands before the paper's title, or by itself where the change was of no paper. */
export function pressedInWords(act: Change['act']): string {
  return PRESSED[act];
}

/** Undefined where it moved nothing. */
export function upInWords(up: readonly string[]): string | undefined {
  if (up.length === 0) return undefined;
  if (up.length > 3) return `It moved ${counted(up.length)} papers up.`;
  return `It moved up ${up.map((title) => `“${title}”`).join(', ')}.`;
}

/** The sentences about ranking anew what was ranked then. */
export function replayInWords({ order, changed }: DayAnswer['replay']): readonly string[] {
  if (order === 'unknown')
    return ['This cannot be said now: the library is still being read for you. Look again in a moment.', ...changed];
  if (order === 'same')
    return ['Ranked anew with what was known then, the papers come out in the same order.', ...changed];
  return ['Ranked anew with what was known then, the papers come out in another order.', ...changed];
}
