/** Holds the numbers of the sample library to arithmetic: percentages, intervals, p and what is concluded from them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { papers } from './compose/reading.ts';
import { abstractsOf, keyOf } from './compose/sample-paper.ts';

const NUMBER = String.raw`[−-]?\d[\d,]*(?:\.\d+)?`;

test('every percentage in an abstract follows from its counts', () => {
  const pattern = /(\d[\d,]*)(?: of (?:(?:these|those|the) )?|\/)(\d[\d,]*)(?: \p{L}+){0,3} \((\d+(?:\.(\d+))?)%/gu;
  let checked = 0;
  for (const paper of papers) {
    for (const [found, part, whole, percent, decimals = ''] of abstractsOf(paper).matchAll(pattern)) {
      const off = Math.abs((100 * valueOf(part)) / valueOf(whole) - valueOf(percent));
      assert.ok(off <= 0.5 * 10 ** -decimals.length + 1e-9, `${keyOf(paper)}: ${found}`);
      checked += 1;
    }
  }
  assert.ok(checked >= 750, `${checked} percentages were found`);
});

test('every 95% interval in an abstract holds the estimate before it', () => {
  const interval = String.raw`95% (?:CI|credible interval) (${NUMBER}) to (${NUMBER})`;
  const pattern = new RegExp(String.raw`(${NUMBER})%?[^\d();,]{0,30}[;,]? ?\(?${interval}`, 'gu');
  let checked = 0;
  for (const paper of papers) {
    const text = abstractsOf(paper);
    const found = [...text.matchAll(pattern)];
    const stated = [...text.matchAll(/95% (CI|credible)/gu)];
    assert.equal(found.length, stated.length, `${keyOf(paper)}: an interval stands apart from its estimate`);
    for (const [words, estimate, low, high] of found) {
      const inside = valueOf(low) <= valueOf(estimate) && valueOf(estimate) <= valueOf(high);
      assert.ok(inside && valueOf(low) < valueOf(high), `${keyOf(paper)}: ${words}`);
      checked += 1;
    }
  }
  assert.ok(checked >= 450, `${checked} intervals were found`);
});

test('p is below 0.05 exactly where the interval leaves out no effect', () => {
  const pattern = new RegExp(String.raw`(ratio|difference|points|of)[^\d();]{0,24} (${NUMBER})[^();]{0,24}\(95% CI (${NUMBER}) to (${NUMBER}); p (?:= |< )(0\.\d+)\)`, 'gu'); // prettier-ignore
  let checked = 0;
  for (const paper of papers) {
    for (const [words, , , low, high, p] of abstractsOf(paper).matchAll(pattern)) {
      const none = /ratio/.test(words) ? 1 : 0;
      const leavesOut = valueOf(low) > none || valueOf(high) < none;
      assert.equal(valueOf(p) < 0.05, leavesOut, `${keyOf(paper)}: ${words}`);
      checked += 1;
    }
  }
  assert.ok(checked >= 20, `${checked} values of p were found`);
});

test('a difference in percentage points or a ratio follows from the two counts before it', () => {
  const count = String.raw`([\d,]+)(?: of |\/)([\d,]+) \([\d.]+%\)`;
  const pattern = new RegExp(String.raw`${count}([^.;%]{1,90}?)${count}[^.%\d]{0,60}(difference|risk ratio|odds ratio) (${NUMBER})`, 'gu'); // prettier-ignore
  let checked = 0;
  for (const paper of papers.slice(40)) {
    for (const [words, a, b, , c, d, measure, stated] of abstractsOf(paper).matchAll(pattern)) {
      const [p, q] = [valueOf(a) / valueOf(b), valueOf(c) / valueOf(d)];
      const odds = (share: number): number => share / (1 - share);
      const [value, off] = measure === 'difference' ? [100 * (p - q), 0.051] : measure === 'odds ratio' ? [odds(p) / odds(q), 0.0051] : [p / q, 0.0051]; // prettier-ignore
      // Some sentences name the comparator first; then the comparison is turned round.
      const turned = measure === 'difference' ? -value : 1 / value;
      const near = [value, turned].some((one) => Math.abs(one - valueOf(stated)) <= off);
      assert.ok(near, `${keyOf(paper)}: ${words}`);
      checked += 1;
    }
  }
  assert.ok(checked >= 120, `${checked} comparisons were found`);
});

/** Numbers as abstracts print them: `−1,204.5`, with a true minus sign and commas between thousands. */
function valueOf(printed: string | undefined): number {
  return Number((printed ?? '').replaceAll(',', '').replace('−', '-'));
}
