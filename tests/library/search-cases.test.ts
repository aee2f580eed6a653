/** Searches that went wrong for real people in other programs, each with its right answer. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { AppError } from '#model/index.ts';
import { find, importFiles, lookUp, openLibrary } from '#library/index.ts';
import type { Finding, Library } from '#library/index.ts';
import { packageRoot } from '../_package.ts';

const cases = join(packageRoot, 'tests/cases');
const folder = mkdtempSync(join(tmpdir(), 'attune-cases-'));
after(() => rmSync(folder, { recursive: true, force: true }));

async function libraryOfCase(name: string): Promise<Library> {
  const library = await openLibrary(mkdtempSync(join(folder, 'case-')), { reading: 'here' });
  const report = await importFiles(library, [join(cases, name)], { withoutAbstracts: [] });
  assert.deepEqual(
    report.files.map((file) => file.error),
    [undefined],
  );
  return library;
}

const search = (library: Library, text: string): Promise<Finding> =>
  find(library, { text, filters: {}, sort: 'best', page: 1, pageSize: 50 });

const pmids = (found: Finding): string[] => found.hits.map((hit) => hit.paper.identifiers.pmid ?? '').sort();

interface Expected {
  readonly q: string;
  readonly pmids: readonly string[];
  /** The answer may also be a sentence that names the operator. */
  readonly or?: string;
}

const queries = (name: string): Expected[] =>
  JSON.parse(readFileSync(join(cases, name, 'expected.json'), 'utf8')) as Expected[];

for (const name of readdirSync(cases).filter((each) => readdirSync(join(cases, each)).includes('expected.json')))
  test(`each query of the case ${name} finds its papers`, async () => {
    const library = await libraryOfCase(name);
    for (const { q, pmids: right, or } of queries(name)) {
      if (or !== undefined) {
        await assert.rejects(
          search(library, q),
          /The proximity operator \[.*:~\d\] at position \d+ is not supported/,
          q,
        );
        continue;
      }
      assert.deepEqual(pmids(await search(library, q)), [...right].sort(), q);
    }
    await library.close();
  });

test('the answer names the terms that nothing has', async () => {
  const library = await libraryOfCase('l54-no-silent-widening');
  for (const { q } of queries('l54-no-silent-widening').slice(0, 4)) {
    const { notes } = await search(library, q);
    assert.ok(
      notes.some((note) => note.startsWith('Nothing in this library has')),
      q,
    );
  }
  await library.close();
});

test('a query that is only syntax is refused with what is missing and where', async () => {
  const library = await libraryOfCase('l55-tag-without-term');
  const refused: readonly (readonly [query: string, sentence: RegExp])[] = [
    ['[pdat]', /The tag \[pdat\] at position 1 has no word before it/],
    ['AND', /AND at position 1 has nothing before it/],
    ['()', /The brackets at position 1 hold nothing/],
    ['OR NOT', /OR at position 1 has nothing before it/],
    ['[ti] AND [ab]', /The tag \[ti\] at position 1 has no word before it/],
    ['', /The search is empty/],
    ['   ', /The search is empty/],
    ['""', /The quotation marks at position 1 hold no word/],
    ['paper AND', /AND at position 7 has nothing after it/],
    ['(paper', /The \( at position 1 is opened and not closed/],
    ['paper)', /The \) at position 6 closes nothing/],
    ['paper[nosuchtag]', /The tag \[nosuchtag\] at position 6 is not known/],
    ['paper[ti', /The tag at position 6 is opened and not closed/],
    ['paper OR NOT heart', /OR and NOT stand side by side at position 7/],
    ['(paper OR heart)[ti]', /The tag \[ti\] at position 17 follows a bracket/],
    ['pa*per', /The \* at position 3 must end a word/],
    ['*', /The \* at position 1 must end a word of at least two letters/],
    ['20x2[dp]', /“20x2” at position 1 is no date/],
    ['2012/13[dp]', /is no date/],
    ['abc[pmid]', /“abc” at position 1 is no PMID/],
    ['—', /holds no word to search for/],
    ['('.repeat(30) + 'paper' + ')'.repeat(30), /nested deeper than 20/],
  ];
  for (const [query, sentence] of refused)
    await assert.rejects(search(library, query), (error: AppError) => {
      assert.equal(error.code, 'bad_query', query);
      assert.match(error.message, sentence);
      return true;
    });
  await library.close();
});

test('lower-case operators are words, and a note says how to join', async () => {
  const library = await libraryOfCase('l51-curly-quotes');
  const { notes } = await search(library, '("heart failure") or ("well-being")');
  assert.deepEqual(notes, ['“or” was read as a word and passed over. Write OR in capitals to join two parts.']);
  await library.close();
});

test('a DOI opens its paper in each form it is pasted in', async () => {
  const library = await libraryOfCase('l61-doi-with-brackets');
  for (const { q, pmids: right } of queries('l61-doi-with-brackets')) {
    const found = await lookUp(library, q);
    assert.equal(found.kind === 'paper' ? found.described.paper.identifiers.pmid : undefined, right[0], q);
    assert.equal((await search(library, q)).opens, `pm${right[0]}`);
  }
  assert.deepEqual((await search(library, '10.5555/nothing.here')).notes, [
    'No paper in this library has the DOI 10.5555/nothing.here.',
  ]);
  await library.close();
});

test('papers that share a DOI stay several and are listed, not chosen from', async () => {
  const library = await libraryOfCase('l74-doi-of-the-container');
  const [first] = (await search(library, 'NOT zzz')).hits;
  const doi = first?.paper.identifiers.dois?.[0] ?? '';
  const found = await lookUp(library, doi);
  assert.equal(found.kind, 'several');
  assert.equal((await search(library, doi)).total, 2);
  await library.close();
});

test('a preprint and its published version stay two papers that point to each other', async () => {
  const library = await libraryOfCase('l77-preprint-and-paper');
  const notices = async (id: string): Promise<(string | undefined)[]> => {
    const found = await lookUp(library, id);
    assert.ok(found.kind === 'paper');
    return [...found.described.notices, ...found.described.relations].map((each) => each.id);
  };
  assert.ok((await notices('99770001')).includes('pm99770002' as never));
  assert.ok((await notices('99770002')).includes('pm99770001' as never));
  assert.equal((await search(library, 'lumps hedgehogs')).total, 2);
  await library.close();
});

test('a strategy of a thousand terms is searched, and one that nests or alternates without end is refused with a sentence', async () => {
  const library = await libraryOfCase('l51-curly-quotes');
  const many = Array.from({ length: 1_000 }, (_, index) => `word${index}[tiab]`).join(' OR ');
  assert.equal((await search(library, `${many} OR heart`)).total, 2);
  const nots = `heart ${Array.from({ length: 400 }, (_, index) => `NOT word${index}`).join(' ')}`;
  assert.equal((await search(library, nots)).total, 2);
  const alternating = Array.from({ length: 40 }, (_, index) => `a${index} AND b${index} OR`).join(' ');
  await assert.rejects(search(library, `${alternating} heart`), /changes between AND, OR and NOT too often/);
  await assert.rejects(
    search(library, Array.from({ length: 4_000 }, (_, index) => `w${index}[ti]`).join(' OR ')),
    /more than 3,000 terms/,
  );
  await library.close();
});
