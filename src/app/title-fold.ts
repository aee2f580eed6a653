/** When two titles are those of one paper, so that a list shows it once. */

/** Shorter titles, such as “Sepsis” or “Reply”, are borne by many papers. */
const FEWEST_WORDS = 5;
/** Words that two titles share, of all their words together, from which they are one; a part 1 and a part 2 lie below or differ by a number. */
const NEAR = 0.85;

/** @param one the stems of a title, stop words left out. */
export function titlesAgree(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  if (small.size < FEWEST_WORDS || small.size < NEAR * large.size) return false;
  const apart = [...[...one].filter((word) => !other.has(word)), ...[...other].filter((word) => !one.has(word))];
  if (apart.some((word) => /^(?:\d.*|[ivx]+)$/.test(word))) return false;
  const together = (one.size + other.size + apart.length) / 2;
  return together - apart.length >= NEAR * together;
}
