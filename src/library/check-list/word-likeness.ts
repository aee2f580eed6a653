/** Whether two words are the same but for a slip of the pen: one letter in longer words, two in very long ones. */

const ONE_SLIP = 5;
const TWO_SLIPS = 11;
/** Words that a slip would turn into another: there the letters must be the same. */
const OPPOSITES = /^(?:hyper|hypo|inter|intra|pre|pro|post|ante|anti|ab|ad|a|an|un|in|im|non)/;

/** 1 for the same word, 0.9 for one with a slip, 0 for another. Numbers and short words have no slips. */
export function likeness(left: string, right: string): number {
  if (left === right) return 1;
  const shorter = Math.min(left.length, right.length);
  if (shorter < ONE_SLIP || Math.abs(left.length - right.length) > 2 || /\d/.test(left + right)) return 0;
  if (isOpposite(left, right)) return 0;
  return slips(left, right) <= (shorter >= TWO_SLIPS ? 2 : 1) ? 0.9 : 0;
}

function isOpposite(left: string, right: string): boolean {
  const [one, other] = [OPPOSITES.exec(left)?.[0] ?? '', OPPOSITES.exec(right)?.[0] ?? ''];
  return one !== other && left.slice(one.length) === right.slice(other.length);
}

/** Letters put in, left out, exchanged or swapped with their neighbour. */
function slips(left: string, right: string): number {
  let before: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let i = 1; i <= left.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const isSame = left[i - 1] === right[j - 1];
      const isSwapped = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      row[j] = Math.min(
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (last[j - 1] as number) + (isSame ? 0 : 1),
        isSwapped ? (before[j - 2] as number) + 1 : Infinity,
      );
    }
    [before, last] = [last, row];
  }
  return last[right.length] as number;
}
