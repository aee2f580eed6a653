import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Paper } from '#model/index.ts';
import { chipsOf } from './chips.ts';
import { abstractOf, madeUpPaper } from '../../../tests/_made-up-paper.ts';

function chip(kind: string, different: Partial<Paper>): string | undefined {
  return chipsOf(madeUpPaper(different)).find((each) => each.kind === kind)?.text;
}
const types = (...names: string[]): Partial<Paper> => ({ publicationTypes: names.map((name) => ({ name })) });
const titled = (title: string): string | undefined => chip('design', { title });
const people = (text: string): string | undefined => chip('participants', { abstract: abstractOf(['METHODS', text]) });

test('the design is what the indexers say', () => {
  assert.equal(chip('design', types('Randomized Controlled Trial')), 'Randomised trial');
  assert.equal(chip('design', types('Practice Guideline')), 'Guideline');
  assert.equal(chip('design', types('Meta-Analysis', 'Systematic Review')), 'Systematic review and meta-analysis');
  assert.equal(chip('design', types('Case Reports')), 'Case report');
});

test('the design is what a title says beyond doubt', () => {
  assert.equal(titled('Feathers for lumps: a cluster randomised trial'), 'Cluster randomised trial');
  assert.equal(titled('Feathers for lumps: a randomized, double-blind, placebo-controlled trial'), 'Randomised trial');
  assert.equal(titled('Lumps in Ulm: a prospective cohort study'), 'Cohort study');
  assert.equal(titled('Lumps among nurses: a cross-sectional study'), 'Cross-sectional study');
  assert.equal(titled('Feathers: an interrupted time-series analysis'), 'Interrupted time series');
});

test('a paper about trials is no trial, and a protocol is a protocol', () => {
  assert.equal(titled('Reporting of randomised trials of feathers'), undefined);
  assert.equal(titled('Feathers: secondary analysis of a randomised trial'), undefined);
  assert.equal(titled('A step by step guide for conducting a systematic review'), undefined);
  assert.equal(titled('How long do systematic review tasks take?'), undefined);
  assert.equal(titled('Feathers for lumps: study protocol for a randomised controlled trial'), 'Protocol');
  assert.equal(chip('design', { ...types('Comment'), title: 'Feathers: a randomised trial' }), undefined);
});

test('a chapter of a book about a kind of study is no study of that kind', () => {
  assert.equal(chip('design', { kind: 'book', title: 'Qualitative Study' }), undefined);
});

test('sixteen patients are no case report, whatever their type says', () => {
  const abstract = abstractOf('Sixteen patients underwent therapy for lumps.');
  assert.equal(chip('design', { ...types('Case Reports'), abstract }), undefined);
});

test('the methods tell the design where the paper speaks of itself', () => {
  const abstract = abstractOf(['METHODS', 'We conducted a retrospective cohort study in two wards.']);
  assert.equal(chip('design', { abstract }), 'Cohort study');
  const other = abstractOf(['METHODS', 'Data from a cohort study were used.']);
  assert.equal(chip('design', { abstract: other }), undefined);
});

test('a number of people is told where it is stated once', () => {
  assert.equal(people('We randomised 1842 patients to feathers or down.'), '1,842 patients');
  assert.equal(people('A total of 312 adults were included.'), '312 adults');
  assert.equal(people('A total of 11 004 patients were examined.'), '11,004 patients');
});

test('two groups, two totals, or people only looked at leave the number out', () => {
  assert.equal(people('We included 40 patients and 40 controls.'), undefined);
  assert.equal(people('We enrolled 120 patients. A total of 98 patients were included.'), undefined);
  assert.equal(people('We screened 500 patients.'), undefined);
  assert.equal(people('60 patients were assigned to the feather group.'), undefined);
  assert.equal(people('A total of 150 women or couples were included.'), undefined);
});

test('a review tells its studies and a protocol nothing', () => {
  const abstract = abstractOf(['RESULTS', 'A total of 23 clinical trials were included.']);
  assert.equal(chip('participants', { ...types('Meta-Analysis'), abstract }), '23 trials');
  const planned = abstractOf(['METHODS', 'We randomised 40 patients to feathers or down.']);
  assert.equal(chip('participants', { title: 'Feathers: study protocol', abstract: planned }), undefined);
});

test('a PMCID means a free copy', () => {
  assert.equal(chip('free-copy', { identifiers: { pmcid: 'PMC1' } }), 'Free copy');
  assert.deepEqual(chipsOf(madeUpPaper()), []);
});
