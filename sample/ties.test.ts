/** Holds the ties of the sample library to the order of things: they go both ways, and a notice follows its paper. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  enteredDaysAgo,
  hasType,
  keysOfType,
  keysWith,
  paperOf,
  papers,
  registrationsOf,
  ties,
} from './compose/reading.ts';
import { keyOf } from './compose/sample-paper.ts';

const BOTH_WAYS = new Map([
  ['RetractionIn', 'RetractionOf'],
  ['ExpressionOfConcernIn', 'ExpressionOfConcernFor'],
  ['ErratumIn', 'ErratumFor'],
  ['CommentIn', 'CommentOn'],
  ['UpdateIn', 'UpdateOf'],
]);

test('every tie leads to a paper of the sample and comes back from it', () => {
  const opposite = new Map([...BOTH_WAYS, ...[...BOTH_WAYS].map(([there, back]) => [back, there] as const)]);
  for (const { paper, relation } of ties()) {
    const other = paperOf(relation.to);
    assert.ok(opposite.has(relation.type), relation.type);
    assert.ok(
      other.relations?.some((back) => back.type === opposite.get(relation.type) && back.to === keyOf(paper)),
      `${keyOf(paper)} ${relation.type} ${relation.to}`,
    );
    assert.ok(relation.citation?.startsWith(`${other.journal?.abbreviation}. `), keyOf(paper));
    assert.doesNotMatch(relation.citation ?? '', /\b(19|20)\d\d\b/);
  }
});

test('a notice, a comment or an update never comes before its paper', () => {
  for (const { paper, relation } of ties()) {
    if (!BOTH_WAYS.has(relation.type)) continue;
    const [first, later] = [enteredDaysAgo(paper), enteredDaysAgo(paperOf(relation.to))];
    // An editorial comes in the issue of the paper it speaks of; the others need a paper that stands already.
    assert.ok(relation.type === 'CommentIn' ? later <= first : later < first, keyOf(paper));
  }
});

test('papers are retracted, doubted, corrected, replaced and commented on, each with its notice', () => {
  assert.deepEqual(keysOfType('Retracted Publication'), keysWith('RetractionIn'));
  assert.deepEqual(keysOfType('Retraction of Publication'), keysWith('RetractionOf'));
  assert.deepEqual(keysOfType('Expression of Concern'), keysWith('ExpressionOfConcernFor'));
  assert.deepEqual(keysOfType('Published Erratum'), keysWith('ErratumFor'));
  assert.deepEqual(keysOfType('Comment'), keysWith('CommentOn'));
  const notices = ['RetractionIn', 'RetractionOf', 'ExpressionOfConcernIn', 'ExpressionOfConcernFor'];
  assert.deepEqual(notices.map((type) => keysWith(type).length), [4, 4, 2, 2]); // prettier-ignore
  assert.ok(
    keysWith('ErratumIn').length >= 4 && keysWith('CommentOn').length >= 10 && keysWith('UpdateIn').length >= 5,
  );
  for (const key of keysWith('RetractionIn'))
    assert.ok(paperOf(key).history.some((entry) => entry.event === 'retracted'));
});

test('a protocol and an economic evaluation carry the registration of their trial, and no two trials share one', () => {
  const registrations = (type: string): string[] =>
    papers.filter((paper) => hasType(paper, type)).flatMap(registrationsOf);
  const ofTrials = registrations('Randomized Controlled Trial');
  assert.equal(new Set(ofTrials).size, ofTrials.length);
  for (const registration of ofTrials) assert.match(registration, /^SAMPLE-TRIALS SAMPLE-TRIAL-\d{4}$/);
  assert.ok(papers.flatMap(registrationsOf).every((registration) => ofTrials.includes(registration)));
  assert.ok(registrations('Clinical Trial Protocol').length >= 7);
});

test('a preprint that was published leads to the published version', () => {
  const preprints = papers.filter((paper) => hasType(paper, 'Preprint') && paper.relations !== undefined);
  assert.ok(preprints.length >= 5);
  for (const preprint of preprints) {
    const [update] = preprint.relations ?? [];
    assert.equal(update?.type, 'UpdateIn', keyOf(preprint));
  }
});
