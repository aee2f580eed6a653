/** Numbers as abstracts print them: true minus signs, commas between thousands, small counts in words. */

const WORDS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** `−1,204.5`. @param decimals kept even where they are zeros. */
export function printed(value: number, decimals = 0): string {
  const [whole = '', part] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const isZero = Number(value.toFixed(decimals)) === 0;
  return `${value < 0 && !isZero ? '−' : ''}${grouped}${part === undefined ? '' : `.${part}`}`;
}

/** `31.4%` of a count; whole percentages below a hundred people, where a decimal would claim too much. */
export function percent(part: number, whole: number): string {
  return `${printed((100 * part) / whole, whole < 60 ? 0 : 1)}%`;
}

/** `31 of 248 (12.5%)`. */
export function share(part: number, whole: number): string {
  return `${printed(part)} of ${printed(whole)} (${percent(part, whole)})`;
}

/** `seven`, `31`: words up to twelve, as in a sentence. */
export function inWords(value: number): string {
  return WORDS[value] ?? printed(value);
}

/** First letter large; leaves `β-blockers` and `pH` to stand as they are. */
export function capital(text: string): string {
  return /^[a-zà-ÿ][A-Z]/.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

/** `a, b and c`. */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** `was` or `were`, by the last letter of the noun a phrase is built on: `falls in hospital` were, `sepsis` was. */
export function was(phrase: string): 'was' | 'were' {
  const [head = ''] = phrase.split(
    / (?:of|in|by|after|with|to|for|at|on|from|within|between|about|without|where|from) /,
  );
  return /(?:[^sui]s|ies|ees)$/.test(head) ? 'were' : 'was';
}
