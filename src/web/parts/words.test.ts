/** How the page says numbers, days and the words of PubMed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calmLabel, civilDay, dayInWords, otherLanguages, papers, recentDay, shortened, tellingType } from './words.ts';

test('one paper is one paper, and thousands are set apart', () => {
  assert.equal(papers(1), '1 paper');
  assert.equal(papers(1_482_310), '1,482,310 papers');
});

test('a day is said in words, as far as it is known', () => {
  assert.equal(dayInWords('2026-03-03'), '3 March 2026');
  assert.equal(dayInWords('2026-03-03T05:10:00Z'), '3 March 2026');
  assert.equal(dayInWords('2026'), '2026');
  assert.equal(dayInWords('soon'), 'soon');
});

test('a day of this year needs no year', () => {
  const day = new Date(2026, 10, 3, 23, 30);
  assert.equal(civilDay(day), '3 November 2026');
  assert.equal(recentDay(day, new Date(2026, 11, 31)), '3 November');
  assert.equal(recentDay(day, new Date(2027, 0, 1)), '3 November 2026');
});

test('English alone is not worth a word', () => {
  assert.equal(otherLanguages(['eng']), undefined);
  assert.equal(otherLanguages(['English']), undefined);
  assert.equal(otherLanguages(['ger', 'eng']), 'German, English');
});

test('the type shown is one that says something', () => {
  assert.equal(tellingType(['Journal Article', "Research Support, Non-U.S. Gov't", 'Review']), 'Review');
  assert.equal(tellingType(['Journal Article']), undefined);
});

test('labels in capitals are calmed, others are left', () => {
  assert.equal(calmLabel('BACKGROUND AND AIMS'), 'Background and aims');
  assert.equal(calmLabel('Aims of the TIME trial'), 'Aims of the TIME trial');
});

test('a long query is cut at a blank', () => {
  assert.equal(shortened('heart failure readmission', 16), 'heart failure …');
  assert.equal(shortened('heart', 16), 'heart');
});
