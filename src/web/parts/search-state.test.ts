/** What the address of a search may hold, and how it changes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changed, filtersOf, listed, readSearchState, toggled } from './search-state.ts';

test('an address is read part by part, and what makes no sense is left out', () => {
  const raw = {
    q: ' sepsis ',
    from: '2019',
    to: 'soon',
    page: '1',
    sort: 'oldest',
    abstract: 'no',
    types: '',
    other: 'x',
  };
  assert.deepEqual(readSearchState(raw), { q: 'sepsis', from: 2019 });
});

test('a query that looks like a number stays text', () => {
  assert.deepEqual(readSearchState({ q: 12345678 }), { q: '12345678' });
});

test('a changed filter begins again at the first page and keeps the order', () => {
  const state = { q: 'sepsis', sort: 'newest', page: 4, from: 2019 } as const;
  assert.deepEqual(changed(state, { from: undefined, to: 2024 }), { q: 'sepsis', sort: 'newest', to: 2024 });
});

test('a step to another page changes nothing else', () => {
  assert.deepEqual(changed({ q: 'sepsis', types: 'Review' }, { page: 2 }), { q: 'sepsis', types: 'Review', page: 2 });
});

test('order and page are no filters', () => {
  assert.deepEqual(filtersOf({ q: 'a', sort: 'newest', page: 2, abstract: 'yes' }), { q: 'a', abstract: 'yes' });
});

test('a value is put into a list and taken out again', () => {
  const both = toggled('Review', 'Letter');
  assert.equal(both, 'Review|Letter');
  assert.deepEqual(listed(both), ['Review', 'Letter']);
  assert.equal(toggled(toggled(both, 'Review'), 'Letter'), undefined);
});
