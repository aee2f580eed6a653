/** What people do with papers over HTTP: marks, saved papers and what became of them since, and taking them out. */
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { AuditAnswer, CheckAnswer, CollectionAnswer, SavedAnswer, SearchAnswer } from '#api/index.ts';
import type { Library } from '#library/index.ts';
import type { Paper, RecordId } from '#model/index.ts';
import { documentOf } from '../../src/library/engine/document.ts';
import { madeUpPaper } from '../_made-up-paper.ts';
import { answered, invited, refused, setUp } from '../_people.ts';
import type { Person } from '../_people.ts';
import { appOf } from '../_server.ts';
import type { App } from '../_server.ts';

const idOf = (number: number): RecordId => `pm${99_000_000 + number}` as RecordId;
const paper = (number: number, different: Partial<Paper> = {}): Paper =>
  madeUpPaper({
    id: idOf(number),
    identifiers: { pmid: String(99_000_000 + number), dois: [`10.5555/attune.${number}`] },
    title: `Hedgehogs on ward ${number}.`,
    ...different,
  });

let house: App;
let ada: Person;
let ben: Person;
before(async () => {
  house = await appOf([1, 2, 3, 4].map((number) => paper(number)));
  ada = await setUp(house);
  ben = await invited(house, ada, 'ben@example.org');
});
after(() => house.close());

/** A paper that comes in while people read. */
function bring(given: Paper): void {
  const { library } = house.houses.house() as unknown as { library: Library };
  const writer = library.writer();
  writer.begin();
  writer.add(documentOf(given));
  writer.commit();
}

const saved = async (query = ''): Promise<SavedAnswer> => answered(await ben.ask(`/api/saved${query}`));

suite('saved papers', () => {
  test('a label saves, and taking both back touches exactly what was changed', async () => {
    await answered(await ben.post('/api/marks', { paper: idOf(1), act: 'save' }));
    const labelled = await answered(
      await ben.post('/api/saved/label', { papers: [idOf(1), idOf(2)], label: 'Ward round 🦔', on: true }),
    );
    assert.deepEqual(labelled, { changed: [idOf(1), idOf(2)], saved: [idOf(2)] });
    const list = await saved('?label=ward%20round%20%F0%9F%A6%94');
    assert.deepEqual(list.rows.map(({ id }) => id).sort(), [idOf(1), idOf(2)]);
    assert.deepEqual(list.labels, [{ label: 'Ward round 🦔', count: 2 }]);
    assert.deepEqual(
      await answered(await ben.post('/api/marks/all', { papers: [idOf(1), idOf(2), idOf(3)], act: 'unsave' })),
      { changed: [idOf(1), idOf(2)] },
    );
    assert.equal((await saved()).saved, 0);
    await answered(await ben.post('/api/marks/all', { papers: [idOf(1), idOf(2)], act: 'save' }));
    assert.equal((await saved('?label=Ward%20round%20%F0%9F%A6%94')).total, 2);
  });

  test('words find titles, authors and one’s notes, and the order is as asked', async () => {
    await answered(await ben.post('/api/notes', { paper: idOf(2), text: 'Discuss with the night team.' }));
    for (const [q, total] of [
      ['ward 1', 1],
      ['quellmark', 2],
      ['night team', 1],
      ['zebra', 0],
    ] as const)
      assert.equal((await saved(`?q=${encodeURIComponent(q)}`)).total, total, q);
    const titles = (await saved('?sort=title')).rows.map(({ paper: held }) => held?.title);
    assert.deepEqual(titles, ['Hedgehogs on ward 1.', 'Hedgehogs on ward 2.']);
  });

  test('a retraction that came after it was saved is told as new; one that was known is not', async () => {
    const notice = (number: number, of: number): Paper =>
      paper(number, {
        title: `Retraction: hedgehogs on ward ${of}.`,
        publicationTypes: [{ name: 'Retraction of Publication' }],
        relations: [{ type: 'RetractionOf', citation: 'J Invent Ward Med. 2021', to: idOf(of) }],
      });
    assert.deepEqual(
      (await saved()).rows.map(({ isNewlyNoticed }) => isNewlyNoticed),
      [false, false],
    );
    bring(notice(11, 1));
    bring(notice(13, 3));
    await answered(await ben.post('/api/marks', { paper: idOf(3), act: 'save' }));
    const { rows } = await saved();
    const of = (number: number) => rows.find(({ id }) => id === idOf(number));
    assert.deepEqual(
      [1, 2, 3].map((number) => of(number)?.isNewlyNoticed),
      [true, false, false],
    );
    assert.deepEqual(
      [1, 3].map((number) => of(number)?.paper?.notices[0]?.kind),
      ['retracted', 'retracted'],
    );
  });

  test('less and not again silence no retraction', async () => {
    for (const act of ['less', 'hide']) await answered(await ben.post('/api/marks', { paper: idOf(1), act }));
    const found = await answered<SearchAnswer>(await ben.ask('/api/search?q=hedgehogs'));
    assert.equal(found.hits.find(({ id }) => id === idOf(1))?.notices[0]?.kind, 'retracted');
    assert.equal((await saved()).rows.find(({ id }) => id === idOf(1))?.isNewlyNoticed, true);
  });

  test('a note with a patient’s details is kept only when one is sure', async () => {
    const text = 'Seen with Mrs Jane Doe, born 3 May 1951.';
    const warned = await answered<{ kept: boolean; findings: { start: number; length: number }[] }>(
      await ben.post('/api/notes', { paper: idOf(4), text }),
    );
    assert.equal(warned.kept, false);
    const [finding] = warned.findings;
    assert.match(text.slice(finding?.start, (finding?.start ?? 0) + (finding?.length ?? 0)), /1951/);
    assert.deepEqual(await answered(await ben.ask(`/api/notes?paper=${idOf(4)}`)), { text: '' });
    await answered(await ben.post('/api/notes', { paper: idOf(4), text, isSure: true }));
    const { changedAt, ...kept } = await answered<{ changedAt: string }>(await ben.ask(`/api/notes?paper=${idOf(4)}`));
    assert.deepEqual(kept, { text });
    assert.match(changedAt, /^20\d\d-.*Z$/);
    await answered(await ben.post('/api/notes', { paper: idOf(4), text: ' ' }));
    assert.deepEqual(await answered(await ben.ask(`/api/notes?paper=${idOf(4)}`)), { text: '' });
  });
});

suite('two windows of one person', () => {
  const paper = idOf(3);
  const put = (body: object) => ben.post('/api/notes', { paper, ...body });

  test('do not overwrite each other’s note unseen', async () => {
    const first = await answered<{ changedAt: string }>(await put({ text: 'One window.', changedAt: null }));
    const second = await answered<{ changedAt: string }>(await put({ text: 'And on.', changedAt: first.changedAt }));
    const { code, message } = await refused(await put({ text: 'The other.', changedAt: first.changedAt }), 409);
    assert.equal(code, 'conflict');
    assert.match(message, /changed in another window since you opened it, and nothing was overwritten/);
    await refused(await put({ text: 'The other.', changedAt: null }), 409);
    await refused(await put({ text: '', changedAt: first.changedAt }), 409);
    await refused(await put({ text: 'The other.', changedAt: 'yesterday' }), 400);
    assert.deepEqual(await answered(await ben.ask(`/api/notes?paper=${paper}`)), {
      text: 'And on.',
      changedAt: second.changedAt,
    });
    const gone = await answered<object>(await put({ text: '', changedAt: second.changedAt }));
    assert.equal('changedAt' in gone, false);
  });
});

suite('taking papers out', () => {
  const begins: Readonly<Record<string, RegExp>> = {
    ris: /^TY {2}- JOUR\r\n/m,
    nbib: /^PMID- 990000/m,
    bibtex: /^@article\{/m,
    'csl-json': /^\[\s*\{/,
    csv: /^\ufeff?"?[\w ]+"?,/,
  };

  test('one paper, chosen ones, what was saved, what was found: in every format, with the retraction in the record', async () => {
    for (const [format, begin] of Object.entries(begins))
      for (const path of [
        `/api/papers/${idOf(1)}/export?`,
        `/api/export?papers=${idOf(1)}%7C${idOf(2)}&`,
        '/api/saved/export?',
        '/api/search/export?q=hedgehogs&',
      ]) {
        const answer = await ben.ask(`${path}format=${format}`);
        assert.equal(answer.status, 200, `${path} ${format}`);
        const bytes = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer());
        assert.match(bytes, begin, `${path} ${format}`);
        assert.match(bytes, /retracted/i, `${path} ${format}`);
      }
    await refused(await ben.ask(`/api/papers/${idOf(1)}/export?format=docx`), 400);
    await refused(await ben.ask('/api/papers/pm1/export?format=ris'), 404);
  });

  test('is noted for oneself, counted in the log without a title, and can be erased', async () => {
    const kept = await answered<{ exported: { format: string; papers: number; from: string }[] }>(
      await ben.ask('/api/history'),
    );
    assert.equal(kept.exported.length, 20);
    const log = await answered<AuditAnswer>(await ada.ask(`/api/audit?what=exported&who=${ben.id}`));
    assert.equal(log.entries.length, 20);
    for (const [n, { detail }] of log.entries.entries()) {
      const { format, papers, from } = kept.exported[n] ?? {};
      assert.deepEqual(detail, { format, papers, from });
    }
    assert.doesNotMatch(JSON.stringify(log.entries), /hedgehog/i);
    const { exported } = await answered<{ exported: object[] }>(
      await ben.post('/api/history/erase', { what: 'exported' }),
    );
    assert.deepEqual(exported, []);
  });

  test('a collection comes out in the order it was made in', async () => {
    const { collection } = await answered<{ collection: { id: string } }>(
      await ben.post('/api/collections', { name: 'Journal club' }),
    );
    const { id } = collection;
    for (const number of [4, 2])
      await answered(await ben.post('/api/collections/papers', { id, papers: [idOf(number)], on: true }));
    const text = await (await ben.ask(`/api/collections/${id}/export?format=ris`)).text();
    assert.deepEqual(text.match(/(?<=^TI {2}- ).*(?=\r$)/gm), ['Hedgehogs on ward 4', 'Hedgehogs on ward 2']);
  });
});

test('who else sees a collection is its owner’s to know, and what takes the machine a while has the pace for it', async () => {
  const cai = await invited(house, ada, 'cai@example.org');
  const dee = await invited(house, ada, 'dee@example.org');
  const { collection } = await answered<CollectionAnswer>(await ben.post('/api/collections', { name: 'Shared shelf' }));
  const { id } = collection;
  for (const { id: other } of [cai, dee])
    await answered(await ben.post('/api/collections/share', { id, with: other, right: 'add' }));
  await answered(await cai.post('/api/collections/papers', { id, papers: [idOf(2)], on: true }));
  const seen = async (by: Person) => answered<CollectionAnswer>(await by.ask(`/api/collections/${id}`));
  assert.deepEqual((await seen(ben)).members.map(({ id: member }) => member).sort(), [cai.id, dee.id].sort());
  const theirs = await seen(dee);
  assert.deepEqual(theirs.members, []);
  assert.doesNotMatch(JSON.stringify(theirs), new RegExp(`${cai.id}|${dee.id}`));
  // Who added a paper is told to all who add.
  assert.deepEqual([theirs.collection.owner, theirs.papers[0]?.addedBy], ['ben', 'cai']);
  const papers = [idOf(2)];
  for (const [path, body] of [
    ['/api/marks/all', { papers, act: 'read' }],
    ['/api/saved/label', { papers, label: 'A', on: true }],
    ['/api/collections/papers', { id, papers, on: true }],
  ] as const)
    assert.equal((await ben.post(path, body)).headers.get('ratelimit-limit'), '60', path);
});

test('a list of references is checked, and comes out as a table for a spreadsheet', async () => {
  const text = `PMID: 99000001\n10.5555/attune.2\nPMID: 98765432\n=HYPERLINK("http://evil.test")`;
  const { rows } = await answered<CheckAnswer>(await ben.post('/api/check-list', { text }));
  assert.deepEqual(
    rows.map(({ state }) => state),
    ['here', 'here', 'missing', 'unknown'],
  );
  assert.equal(rows[0]?.paper?.notices[0]?.kind, 'retracted');
  assert.equal(rows[2]?.wanted, '98765432');
  const csv = await (await ben.post('/api/check-list/file', { text })).text();
  assert.match(csv, /Hedgehogs on ward 1/);
  assert.match(csv, /'=HYPERLINK/);
});
