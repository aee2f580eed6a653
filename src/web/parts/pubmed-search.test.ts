/** A search of the house as a search of PubMed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pubmedSearch } from './pubmed-search.ts';
import type { SearchState } from './search-state.ts';

const term = (q: string, filters: SearchState): string | null =>
  new URL(pubmedSearch({ q, ...filters }) ?? '').searchParams.get('term');

test('nothing asked here is nothing to ask there', () => assert.equal(pubmedSearch({}), undefined));

test('the query stands in brackets, so that its OR stays inside', () =>
  assert.equal(term('sepsis OR shock', { from: 2016, to: 2020 }), '(sepsis OR shock) AND 2016:2020[dp]'));

test('an open span of years is closed with PubMed’s ends', () => {
  assert.equal(term('a', { from: 2016 }), '(a) AND 2016:3000[dp]');
  assert.equal(term('a', { to: 2020 }), '(a) AND 1000:2020[dp]');
});

test('each filter is written with its tag, several values as any of them', () =>
  assert.equal(
    term('a', { types: 'Review|Systematic Review', languages: 'ger', abstract: 'yes' }),
    '(a) AND (Review[pt] OR "Systematic Review"[pt]) AND (German[la]) AND hasabstract',
  ));

test('a strategy over several lines becomes one', () =>
  assert.equal(term('sepsis[ti]\n  AND walking', {}), '(sepsis[ti] AND walking)'));

test('order and page are not PubMed’s business, and signs are written as an address has them', () =>
  assert.equal(
    pubmedSearch({ q: '"a b" & c[ti]', sort: 'newest', page: 3 }),
    'https://pubmed.ncbi.nlm.nih.gov/?term=%28%22a+b%22+%26+c%5Bti%5D%29',
  ));
