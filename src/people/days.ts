/** Days where the house is: which one it is, and when it begins. */

const DAY_MS = 24 * 3_600_000;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** @param at milliseconds since 1970. @returns the civil date there, as `2026-03-09`, and the hour of the day. */
export function dayAndHour(zone: string, at: number): { readonly day: string; readonly hour: number } {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const { year = '', month = '', day = '', hour = '' } = parts;
  return { day: `${year.padStart(4, '0')}-${month}-${day}`, hour: Number(hour) };
}

/**
 * Where the clocks are put forward at midnight, a day begins at one o'clock.
 * @param day a civil date, as `2026-03-09`. @param later so many days are added.
 * @returns milliseconds since 1970; undefined for what is no date.
 */
export function startOfDay(zone: string, day: string, later = 0): number | undefined {
  const [, year = '', month = '', date = ''] = DAY.exec(day) ?? [];
  const given = Date.UTC(Number(year), Number(month) - 1, Number(date));
  if (new Date(given).toISOString().slice(0, 10) !== day) return undefined;
  const there = given + later * DAY_MS;
  const wanted = new Date(there).toISOString().slice(0, 10);
  // The offset of the zone a day before and a day after: one of them holds when the day begins.
  const starts = [there - DAY_MS, there + DAY_MS].map((near) => there - offset(zone, near)).sort((a, b) => a - b);
  return starts.find((start) => dayAndHour(zone, start).day === wanted) ?? starts.at(-1);
}

/** How far the clocks of a zone are ahead of UTC, in milliseconds. */
function offset(zone: string, at: number): number {
  const name = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign, hours = '0', minutes = '0', seconds = '0'] =
    /^GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(name ?? '') ?? [];
  const ahead = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1_000;
  return sign === '-' ? -ahead : ahead;
}
