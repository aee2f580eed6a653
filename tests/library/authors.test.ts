/** Whom a name in a search means: a last name alone, with initials, with a suffix. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Library } from '#library/index.ts';
import { parseQuery } from '../../src/library/query/index.ts';
import { libraryOf, paperOf } from '../_papers.ts';

let library: Library;
before(async () => {
  library = await libraryOf(
    [
      { last: 'Quellmark', fore: 'Ada', initials: 'A' },
      { last: 'Quellmark', fore: 'Jonas Rune', initials: 'JR' },
      { last: 'Quellmark', fore: 'Jana', initials: 'J', suffix: 'Jr' },
      { last: 'van Brontvale', fore: 'Ivo', initials: 'I', suffix: '3rd' },
    ].map((author, index) => paperOf({ pmid: String(index + 1), authors: [author] })),
  );
});
after(() => library.close());

for (const [text, found] of [
  ['Quellmark[au]', ['pm1', 'pm2', 'pm3']],
  ['Quellmark JR[au]', ['pm2']],
  ['"Quellmark JR"[au]', ['pm2']],
  ['Quellmark J[au]', ['pm2', 'pm3']],
  ['Quellmark J Jr[au]', ['pm2', 'pm3']],
  ['Quellmark Jana Jr[au]', ['pm3']],
  ['"Quellmark J Jr"[au]', ['pm3']],
  ['Quellmark III[au]', []],
  ['van Brontvale I 3rd[au]', ['pm4']],
  ['van Brontvale 3rd[au]', []],
] as const)
  test(`${text} finds ${found.length === 0 ? 'nobody' : found.join(', ')}`, async () => {
    const { query } = parseQuery(text);
    const { hits } = await library.search({ query, filters: {}, sort: 'best', offset: 0, limit: 20 });
    assert.deepEqual(hits.map(({ paper }) => paper.id).sort(), found);
  });
