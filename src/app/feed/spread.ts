/** Several interests stay present among the first places, also where the best papers are all of one. */
import { groupsOf, mixed, signatureOf } from '#ranking/index.ts';
import type { Collection } from './collection.ts';
import type { Examples } from './examples.ts';

/** Of the best, those among which interests are mixed. */
const MIXED_FROM = 300;
const MIXED_PLACES = 100;
/** Likes that tell a reader's interests: the newest, beside everything that was chosen. */
const LIKES_TELLING = 200;

/** Examples stand with what was chosen first, then the likes, the newest first. */
function telling(liked: Examples['liked']): Examples['liked'] {
  const chosen = liked.filter(({ interest }) => interest !== undefined).length;
  return liked.slice(0, chosen + LIKES_TELLING);
}

/** @param order by score, each paper once. */
export function spread(collection: Collection, { liked }: Examples, order: Uint32Array): Uint32Array {
  const { window, signature } = collection;
  const { shares, nearest } = groupsOf(
    telling(liked).map(({ example, interest }) => ({
      vector: 'row' in example ? signature(example.row) : signatureOf(window, example),
      weight: example.weight,
      ...(interest === undefined ? {} : { name: `${interest.kind} ${interest.value}` }),
    })),
    window.width,
  );
  if (shares.length < 2) return order;
  const wanted = shares.map((share) => Math.ceil(share * MIXED_PLACES));
  // A paper of no interest stands beside those of the greatest: it takes no place that is kept for a smaller one.
  const greatest = shares.indexOf(Math.max(...shares));
  const front: number[] = [];
  const groupOf: number[] = [];
  for (let at = 0; at < order.length; at += 1) {
    const row = order[at] as number;
    // Farther down only for interests that have fewer papers among the best than they have places.
    if (at >= MIXED_FROM && wanted.every((left) => left <= 0)) break;
    const group = nearest(signature(row));
    if (at >= MIXED_FROM && (group < 0 || (wanted[group] as number) <= 0)) continue;
    if (group >= 0) wanted[group] = (wanted[group] as number) - 1;
    front.push(row);
    groupOf.push(group < 0 ? greatest : group);
  }
  const first = mixed(groupOf, shares, MIXED_PLACES).subarray(0, MIXED_PLACES);
  const placed = Array.from(first, (at) => front[at] as number);
  const isPlaced = new Set(placed);
  return Uint32Array.from([...placed, ...order.filter((row) => !isPlaced.has(row))]);
}
