/** Interests told apart, and mixed so that each keeps its share of the places. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { diceOf, groupsOf, mixed } from '#ranking/index.ts';
import type { SparseVector } from '#ranking/index.ts';

const WIDTH = 4_000;
/** Columns from here on are everyday words, and from there words that few papers have. */
const EVERYDAY = 300;
const RARE = 350;

/** A vector of length 1 with these columns, each as strong as it is rare. */
function vector(...columns: readonly number[]): SparseVector {
  const each = [...new Set(columns)].sort((one, other) => one - other);
  const strengths = each.map((column) => (column < EVERYDAY ? 3 : column < RARE ? 1 : 4));
  const length = Math.hypot(...strengths);
  return { columns: Uint32Array.from(each), values: Float32Array.from(strengths, (strength) => strength / length) };
}

/** The n-th paper of a subject: six of its twenty words, four everyday words, and six that hardly another paper has. */
function paper(subject: number, n: number): SparseVector {
  const dice = diceOf(1_000 * subject + n);
  const some = (count: number, first: number, size: number): number[] =>
    Array.from({ length: count }, () => first + Math.floor(dice() * size));
  return vector(...some(6, 20 * subject, 20), ...some(4, EVERYDAY, RARE - EVERYDAY), ...some(6, RARE, WIDTH - RARE));
}

function liked(subject: number, count: number): { vector: SparseVector; weight: number }[] {
  return Array.from({ length: count }, (_, n) => ({ vector: paper(subject, n), weight: 1 }));
}

suite('groups', () => {
  for (const [many, few] of [
    [40, 2],
    [400, 1],
    [3, 3],
  ] as const)
    test(`${many} papers of one subject and ${few} of another are told apart, whichever are named first`, () => {
      for (const members of [
        [...liked(0, many), ...liked(1, few)],
        [...liked(1, few), ...liked(0, many)],
      ]) {
        const { shares, nearest } = groupsOf(members, WIDTH);
        assert.ok(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1) < 1e-9);
        const small = nearest(paper(1, 0));
        assert.ok(liked(0, many).every((member) => nearest(member.vector) !== small));
        assert.ok((shares[small] as number) >= 1 / 20, shares.join());
      }
    });

  test('more subjects than groups become eight, and each paper has one', () => {
    const members = Array.from({ length: 14 }, (_, subject) => liked(subject, 3)).flat();
    const { shares, nearest } = groupsOf(members, WIDTH);
    assert.equal(shares.length, 8);
    for (const member of members) assert.ok(nearest(member.vector) >= 0);
  });

  test('interests that were chosen stay apart, be they alike, and take up what is near to them', () => {
    const members = [
      ...liked(0, 5).map((member) => ({ ...member, name: 'one' })),
      ...liked(0, 5).map((member) => ({ ...member, name: 'other' })),
      ...liked(0, 9),
    ];
    assert.equal(groupsOf(members, WIDTH).shares.length, 2);
  });

  test('without members there are no groups, and a paper without words is in none', () => {
    assert.deepEqual(groupsOf([], WIDTH).shares, []);
    assert.deepEqual(groupsOf([{ vector: vector(), weight: 1 }], WIDTH).shares, []);
    const { shares, nearest } = groupsOf([...liked(0, 3), { vector: vector(), weight: 1 }], WIDTH);
    assert.deepEqual([shares.length, nearest(vector()), nearest(vector(390)) >= -1], [1, -1, true]);
  });
});

suite('mixing', () => {
  test('each group has its share of every beginning, and its papers keep their own order', () => {
    const groups = Array.from({ length: 100 }, (_, entry) => (entry < 80 ? 0 : 1));
    const order = [...mixed(groups, [0.75, 0.25], 20)];
    assert.deepEqual(
      [...order].sort((one, other) => one - other),
      groups.map((_, entry) => entry),
    );
    const small = order.slice(0, 20).filter((entry) => groups[entry] === 1);
    assert.deepEqual(small, [80, 81, 82, 83, 84]);
    assert.ok(order.slice(0, 4).some((entry) => groups[entry] === 1));
    assert.deepEqual(
      order.slice(20, 60),
      Array.from({ length: 40 }, (_, at) => 15 + at),
    );
  });

  test('papers of no group come where their score brings them, and an empty group takes no place', () => {
    assert.deepEqual([...mixed([-1, 0, -1, 0], [1], 4)], [0, 1, 2, 3]);
    assert.deepEqual([...mixed([0, 0, 0], [0.5, 0.5], 3)], [0, 1, 2]);
    assert.deepEqual([...mixed([], [0.5, 0.5], 3)], []);
    assert.deepEqual([...mixed([-1, -1], [], 2)], [0, 1]);
  });
});
