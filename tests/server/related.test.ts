/** Papers related to one over HTTP: by any identifier, with their reasons, anew when the library changed, and a sentence where there is no paper. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Paper, RecordId } from '#model/index.ts';
import { documentOf } from '../../src/library/engine/document.ts';
import { openLibrary } from '../../src/library/index.ts';
import { madeUpPaper } from '../_made-up-paper.ts';
import { answered, refused } from '../_people.ts';
import { appOf } from '../_server.ts';
import type { App } from '../_server.ts';

const id = (pmid: string): RecordId => `pm${pmid}` as RecordId;
const paper = (pmid: string, title: string, different: Partial<Paper> = {}): Paper =>
  madeUpPaper({ id: id(pmid), identifiers: { pmid, dois: [`10.5555/attune.${pmid}`] }, title, ...different });

const HOSTILE = '<img src=x onerror=alert(1)>';
const SHARED_DOI = { dois: ['10.5555/attune.shared'] };

let house: App;
before(async () => {
  house = await appOf([
    paper('1', `Lumps in hedgehogs ${HOSTILE} of winter`, { relations: [{ type: 'CommentIn', to: id('2') }] }),
    paper('2', 'Who looks?'),
    paper('3', `Hedgehogs ${HOSTILE} with lumps: how to weigh them in spring`, {
      publicationTypes: [{ name: 'Practice Guideline' }],
    }),
    paper('4', 'Migraine', { identifiers: { pmid: '4', ...SHARED_DOI } }),
    paper('5', 'Asthma', { identifiers: { pmid: '5', ...SHARED_DOI } }),
  ]);
});
after(() => house.close());

interface Answer {
  readonly hits: readonly {
    readonly paper: { readonly id: string; readonly title: string };
    readonly shared: readonly string[];
    readonly tie?: string;
    readonly mark?: string;
  }[];
}

const relatedTo = async (asked: string): Promise<Answer['hits']> =>
  (await answered<Answer>(await house.ask(`/api/papers/${encodeURIComponent(asked)}/related`))).hits;

test('what belongs to the paper comes first, then what is like it, with the words both share', async () => {
  const [comment, guideline, ...more] = await relatedTo('pm1');
  assert.deepEqual([comment?.paper.id, comment?.tie], ['pm2', 'comment']);
  assert.deepEqual([guideline?.paper.id, guideline?.mark], ['pm3', 'guideline']);
  assert.deepEqual(more, []);
  // Two words that stand together are told as they are written, with the signs between them: text, like every title.
  for (const word of ['hedgehogs', 'lumps'])
    assert.ok(
      guideline?.shared.some((each) => each.includes(word)),
      word,
    );
  assert.ok(guideline?.paper.title.startsWith(`Hedgehogs ${HOSTILE}`));
});

test('any identifier of the paper leads to the same answer', async () => {
  const byId = await relatedTo('pm1');
  for (const asked of ['1', '10.5555/attune.1', 'https://doi.org/10.5555/attune.1'])
    assert.deepEqual(await relatedTo(asked), byId);
});

test('a paper that nothing is like has an empty list', async () => {
  assert.deepEqual(await relatedTo('pm4'), []);
});

test('a paper that is not held, and an identifier of several, are told in a sentence', async () => {
  const refusal = async (asked: string): Promise<string> => {
    const { code, message } = await refused(await house.ask(`/api/papers/${encodeURIComponent(asked)}/related`), 404);
    return `${code}: ${message}`;
  };
  assert.match(await refusal('99999999'), /^not_found: No paper in this library is 99999999\. Check/);
  assert.match(
    await refusal('10.5555/attune.shared'),
    /^not_found: Several papers carry 10\.5555\/attune\.shared\. Ask for one of them/,
  );
});

test('an answer is made anew once the library has changed', async () => {
  const before = await relatedTo('pm1');
  assert.deepEqual(await relatedTo('pm1'), before);
  const library = await openLibrary(`${house.folder}/home`, { reading: 'here' });
  const writer = library.writer();
  writer.begin();
  writer.add(documentOf(paper('6', 'Winter lumps of hedgehogs')));
  writer.commit();
  await library.close();
  assert.ok((await relatedTo('pm1')).some((hit) => hit.paper.id === 'pm6'));
});
