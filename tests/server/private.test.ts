/** What is somebody's is in no cache, and what went wrong inside is nobody's to read. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, suite, test } from 'node:test';
import { ROUTES } from '#api/index.ts';
import type { Route } from '#api/index.ts';
import { ROLES } from '#people/index.ts';
import { madeUpPaper } from '../_made-up-paper.ts';
import { answered, browserOf, invited, PASSWORD, refused, setUp } from '../_people.ts';
import type { Person } from '../_people.ts';
import { appOf } from '../_server.ts';
import type { App } from '../_server.ts';

let house: App;
let ada: Person;
before(async () => {
  house = await appOf([madeUpPaper()]);
  ada = await setUp(house);
});
after(() => house.close());

suite('what a browser keeps', () => {
  test('no answer of the contract and no page of a paper is kept', async () => {
    const paths = Object.values(ROUTES as Record<string, Route>)
      .filter(({ method }) => method === 'GET')
      .map(({ path }) => path.replace(/:\w+/g, 'pm99000001'));
    for (const path of [
      ...paths,
      '/api/marks?papers=pm99000001',
      '/api/papers/pm99000001/export?format=ris',
      '/paper/pm99000001',
    ]) {
      const answer = await ada.ask(path);
      assert.equal(answer.headers.get('cache-control'), 'no-store', `${path} ${answer.status}`);
    }
  });

  test('no refusal is kept either', async () => {
    const nobody = browserOf(house);
    for (const [answer, status] of [
      [nobody.ask('/api/saved'), 401],
      [nobody.post('/api/marks', { paper: 'pm1', act: 'like' }), 401],
      [nobody.post('/api/sign-in', { email: ada.email, password: 'wrong', device: 'shared' }), 401],
      [ada.ask('/api/marks'), 400],
      [ada.post('/api/marks', '{'), 400],
      [ada.ask('/api/nothing-here'), 404],
    ] as const) {
      const { headers, status: told } = await answer;
      assert.deepEqual([told, headers.get('cache-control')], [status, 'no-store']);
    }
  });

  test('signing out has it forget what it kept', async () => {
    const browser = browserOf(house);
    await answered(await browser.post('/api/sign-in', { email: ada.email, password: PASSWORD, device: 'shared' }));
    const answer = await browser.post('/api/sign-out', {});
    assert.equal(answer.headers.get('clear-site-data'), '"cache"');
  });

  test('somebody with every role there is carries a cookie no longer than anybody’s', async () => {
    const roles = Object.entries(ROLES).flatMap(([role, scopes]) =>
      scopes.map((kind) => ({ role, scope: kind === 'system' ? 'system' : `${kind}:${'a-long-name-'.repeat(5)}x` })),
    );
    const many = await invited(house, ada, 'many@example.org', roles.slice(0, 20));
    assert.ok(many.cookie().length < 100);
    for (const path of ['/search', '/saved', '/you'])
      assert.equal((await many.ask(path, { redirect: 'manual' })).status, 200);
  });
});

suite('what leaves the house', () => {
  test('nothing is changed by asking: what changes something is not there for a link to follow', async () => {
    for (const { method, path } of Object.values(ROUTES as Record<string, Route>))
      if (
        method === 'POST' &&
        !Object.values(ROUTES).some((other) => other.method === 'GET' && matches(other.path, path))
      )
        assert.equal((await ada.ask(path)).status, 404, path);
  });

  test('a file has a name that is harmless wherever it is put', async () => {
    const answer = await ada.ask('/api/papers/pm99000001/export?format=bibtex');
    assert.match(
      answer.headers.get('content-disposition') ?? '',
      /^attachment; filename="attune-\d{4}-\d\d-\d\d\.bib"$/,
    );
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
  });

  test('what nobody foresaw is told without a trace of the inside', async () => {
    const broken = await appOf([madeUpPaper()]);
    await broken.houses.house().state();
    await broken.close();
    const answer = await broken.ask('/api/house');
    assert.ok(answer.status >= 500);
    const { message } = await refused(answer, answer.status);
    assert.doesNotMatch(message, /\.ts|node:|SQL|database/i);
  });
});

function matches(pattern: string, path: string): boolean {
  return new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+')}$`).test(path);
}

suite('what is kept of a person', () => {
  const paper = 'pm99000001';

  test('comes out whole as a file, and all that a deletion takes away was in it', async () => {
    const tess = await invited(house, ada, 'tess.quillon@example.org', [{ role: 'researcher', scope: 'study:falls' }]);
    for (const act of ['like', 'save', 'read']) await answered(await tess.post('/api/marks', { paper, act }));
    await answered(await tess.post('/api/saved/label', { papers: [paper], label: 'Tess her label', on: true }));
    await answered(await tess.post('/api/notes', { paper, text: 'A thought of hers.' }));
    await answered(await tess.post('/api/collections', { name: 'Her collection' }));
    await answered(await tess.post('/api/history/keep', { on: true }));
    await answered(await tess.ask(`/api/papers/${paper}`));
    await answered(await tess.post('/api/fetches', { query: 'a wish of hers' }));
    const rows = allRows();
    const file = await (await tess.ask('/api/you/file')).text();
    await answered(await ada.post('/api/accounts/delete', { id: tess.id }));
    const after = allRows();
    // What opens something, what orders rows and what people typed in another form for comparing is no fact about her.
    const inside =
      /^(digest|hash|former_digest|former_until|sequence|saved_as|key|email_match|name_match|confirmed_at|is_to_rotate)$/;
    const cleared = [...rows].filter(([row]) => !after.has(row)).map(([, { table, values }]) => ({ table, values }));
    assert.ok(cleared.length >= 10);
    for (const { table, values } of cleared)
      for (const [column, value] of Object.entries(values)) {
        if (inside.test(column) || typeof value !== 'string' || table === 'job' || table === 'throttle') continue;
        assert.ok(
          file.includes(JSON.stringify(value).slice(1, -1)),
          `${table}.${column} is cleared and was not taken out: ${value}`,
        );
      }
    for (const trace of ['Tess her label', 'A thought of hers', 'Her collection', 'tess.quillon', 'a wish of hers'])
      assert.ok(!JSON.stringify([...after.values()]).includes(trace), trace);
    assert.ok(!file.includes('ada@example.org'));
  });

  function allRows(): Map<string, { table: string; values: Record<string, unknown> }> {
    const db = new DatabaseSync(join(house.folder, 'home', 'records.sqlite'), { readOnly: true });
    try {
      const tables = db.prepare("select name from sqlite_schema where type = 'table'").all() as { name: string }[];
      return new Map(
        tables.flatMap(({ name }) =>
          name === 'audit' || name.startsWith('sqlite_')
            ? []
            : db
                .prepare(`select * from "${name}"`)
                .all()
                .map((values) => [`${name} ${JSON.stringify(values)}`, { table: name, values }] as const),
        ),
      );
    } finally {
      db.close();
    }
  }
});
