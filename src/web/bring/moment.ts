/** When something happened or will happen, as people say it. Pure. */
import { recentDay } from '../parts/words.ts';

const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const DAY_MS = 86_400_000;

/** `today at 14:05`, `tomorrow at 04:12`, `3 November at 09:30`, in the zone of the reader. @param instant in UTC, as ISO 8601. */
export function moment(instant: string, now: Date): string {
  const then = new Date(instant);
  return `${nearDay(then, now) ?? recentDay(then, now)} at ${CLOCK.format(then)}`;
}

function nearDay(then: Date, now: Date): string | undefined {
  // Midnights are compared by rounding: a day with a change of the clocks is not 24 hours long.
  const days = Math.round((midnight(then) - midnight(now)) / DAY_MS);
  return { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' }[String(days)];
}

function midnight(instant: Date): number {
  return new Date(instant.getFullYear(), instant.getMonth(), instant.getDate()).getTime();
}
