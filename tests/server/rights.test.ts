/** Who may call what: every route by every kind of caller, and everybody’s own things against other people’s. */
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { ROUTES } from '#api/index.ts';
import type { Permission, Route, RouteName } from '#api/index.ts';
import { ROLES } from '#people/index.ts';
import { madeUpPaper } from '../_made-up-paper.ts';
import { answered, browserOf, invited, refused, setUp } from '../_people.ts';
import type { Person } from '../_people.ts';
import { appOf } from '../_server.ts';
import type { App } from '../_server.ts';

/** In a house with people, whose reading is not public: which roles a permission lets in. `reader` has no role. */
const LETS_IN: Readonly<Record<Permission, (role: string) => boolean>> = {
  public: () => true,
  read: (role) => role !== 'nobody',
  account: (role) => role !== 'nobody',
  wish: (role) => role !== 'nobody',
  loopback: () => false,
  'walk-in': () => false,
  bring: (role) => role === 'librarian' || role === 'administrator',
  administrator: (role) => role === 'administrator',
  auditor: (role) => role === 'administrator' || role === 'privacy-officer',
};

const routes = Object.entries(ROUTES) as [RouteName, Route][];

/** A request that its schema refuses, so that whoever is let in changes nothing. */
function wrongRequest({ method, takesFile }: Route): RequestInit {
  const type = takesFile === true ? 'application/octet-stream' : 'application/json';
  return method === 'GET' ? {} : { method, body: '[]', headers: { 'content-type': type } };
}

suite('every route, by every role', () => {
  let house: App;
  const callers = new Map<string, Pick<Person, 'ask'>>();
  before(async () => {
    house = await appOf([madeUpPaper()]);
    const ada = await setUp(house);
    callers.set('nobody', browserOf(house)).set('reader', await invited(house, ada, 'reader@example.org'));
    for (const [role, scopes] of Object.entries(ROLES)) {
      const [kind = 'system'] = scopes;
      const scope = kind === 'system' ? 'system' : `${kind}:one`;
      callers.set(role, await invited(house, ada, `${role}@example.org`, [{ role, scope }]));
    }
  });
  after(() => house.close());

  test('there is somebody of each role, and a rule for each permission in use', () => {
    assert.equal(callers.size, Object.keys(ROLES).length + 2);
    assert.ok(routes.length > 50);
    for (const [name, { permission }] of routes) assert.ok(LETS_IN[permission], name);
  });

  for (const [name, route] of routes)
    test(`${route.method} ${route.path} lets in whom ${route.permission} lets in (${name})`, async () => {
      for (const [role, caller] of callers) {
        const path = route.path.replace(/:\w+/g, 'nothing-of-this-name');
        // What takes no more than its address would be done by whoever is let in; these are asked only as somebody who is not.
        const isHarmless = route.request.safeParse(route.method === 'GET' ? {} : []).success === false;
        const isIn = LETS_IN[route.permission](role);
        if (isIn && !isHarmless && route.method === 'POST') continue;
        const answer = await caller.ask(path, wrongRequest(route));
        const code = answer.ok ? '' : ((await answer.json()) as { error: { code: string } }).error.code;
        if (isIn) assert.ok(!['sign_in_needed', 'forbidden'].includes(code), `${role}: ${code}`);
        else {
          assert.ok([401, 403].includes(answer.status), `${role} got ${answer.status}`);
          assert.ok(['sign_in_needed', 'forbidden'].includes(code), `${role}: ${code}`);
        }
        assert.equal(answer.headers.get('cache-control')?.includes('public') ?? false, false);
      }
    });

  test('a role that holds for a part of the house keeps nothing of the whole', async () => {
    const ada = await setUpIn(callers);
    const manager = await invited(house, ada, 'unit.manager@example.org', [{ role: 'manager', scope: 'unit:north' }]);
    assert.equal((await manager.ask('/api/accounts')).status, 403);
  });
});

function setUpIn(callers: ReadonlyMap<string, Pick<Person, 'ask'>>): Person {
  return callers.get('administrator') as Person;
}

suite('one’s own things, and other people’s', () => {
  let house: App;
  let ada: Person;
  let ben: Person;
  before(async () => {
    house = await appOf([madeUpPaper()]);
    ada = await setUp(house);
    ben = await invited(house, ada, 'ben@example.org');
  });
  after(() => house.close());
  const paper = 'pm99000001';

  test('what one person made of a paper is nobody else’s, an administrator’s neither', async () => {
    await answered(await ben.post('/api/marks', { paper, act: 'like' }));
    await answered(await ben.post('/api/marks', { paper, act: 'save' }));
    await answered(await ben.post('/api/saved/label', { papers: [paper], label: 'ward round', on: true }));
    await answered(await ben.post('/api/notes', { paper, text: 'Ask Ines about the ward.' }));
    await answered(await ben.post('/api/history/keep', { on: true }));
    await answered(await ben.ask(`/api/papers/${paper}`));
    await ben.ask(`/api/papers/${paper}/export?format=ris`);
    const marks = async (who: Person) =>
      (await answered<{ marks: Record<string, object> }>(await who.ask(`/api/marks?papers=${paper}`))).marks[paper];
    assert.deepEqual(await marks(ben), {
      opinion: 'like', isSaved: true, isRead: false, isHidden: false, hasNote: true, labels: ['ward round'],
    }); // prettier-ignore
    assert.deepEqual(await marks(ada), {
      isSaved: false, isRead: false, isHidden: false, hasNote: false, labels: [],
    }); // prettier-ignore
    assert.deepEqual(await answered(await ada.ask(`/api/notes?paper=${paper}`)), { text: '' });
    const saved = await answered<{ rows: object[]; labels: object[] }>(await ada.ask('/api/saved'));
    assert.deepEqual([saved.rows, saved.labels], [[], []]);
    const history = await answered<{ opened: object[]; exported: object[] }>(await ada.ask('/api/history'));
    assert.deepEqual([history.opened, history.exported], [[], []]);
    const his = await answered<{ opened: object[]; exported: object[] }>(await ben.ask('/api/history'));
    assert.deepEqual([his.opened.length, his.exported.length], [1, 1]);
  });

  test('a collection is unknown to whoever it is not shared with, for every act on it', async () => {
    const { collection } = await answered<{ collection: { id: string } }>(
      await ben.post('/api/collections', { name: 'Falls on night shifts' }),
    );
    const { id } = collection;
    const acts: [string, object][] = [
      ['/api/collections/rename', { id, name: 'Mine now' }],
      ['/api/collections/remove', { id }],
      ['/api/collections/papers', { id, papers: [paper], on: true }],
      ['/api/collections/share', { id, with: ada.id, right: 'add' }],
    ];
    for (const [path, body] of acts) await refused(await ada.post(path, body), 404);
    for (const path of [`/api/collections/${id}`, `/api/collections/${id}/export?format=ris`])
      await refused(await ada.ask(path), 404);
    await answered(await ben.post('/api/collections/share', { id, with: ada.id, right: 'read' }));
    assert.equal((await ada.ask(`/api/collections/${id}`)).status, 200);
    for (const [path, body] of acts) assert.ok([403, 404].includes((await ada.post(path, body)).status), path);
    const { collection: after, papers } = await answered<{ collection: { name: string }; papers: object[] }>(
      await ben.ask(`/api/collections/${id}`),
    );
    assert.equal(after.name, 'Falls on night shifts');
    assert.deepEqual(papers, []);
  });

  test('a wish for papers is seen by its reader and by whoever may let it go on', async () => {
    const { job } = await answered<{ job: { id: number; isWish: boolean } }>(
      await ben.post('/api/fetches', { ids: '37003049' }),
    );
    assert.equal(job.isWish, true);
    const cleo = await invited(house, ada, 'cleo@example.org');
    const seen = async (who: Person) =>
      (await answered<{ jobs: { id: number; askedBy?: string }[] }>(await who.ask('/api/jobs'))).jobs;
    assert.deepEqual(
      (await seen(ben)).map(({ id }) => id),
      [job.id],
    );
    assert.deepEqual(await seen(cleo), []);
    const same = await answered<{ job: { id: number; askedBy?: string } }>(
      await cleo.post('/api/fetches', { ids: '37003049' }),
    );
    assert.deepEqual([same.job.askedBy, same.job.id === job.id], ['cleo', false], 'nobody is told what another wished');
    assert.deepEqual(
      (await seen(ada)).map(({ askedBy }) => askedBy),
      ['cleo', 'ben'],
    );
    for (const path of ['/api/jobs/resume', '/api/jobs/stop']) await refused(await ben.post(path, { id: job.id }), 403);
    await answered(await ada.post('/api/jobs/stop', { id: job.id }));
    const [told] = (await answered<{ jobs: { isWish: boolean; error?: string }[] }>(await ben.ask('/api/jobs'))).jobs;
    assert.deepEqual([told?.isWish, told?.error], [false, 'The library did not bring these papers. Ask there why.']);
    await answered(await ada.post('/api/jobs/resume', { id: job.id }));
    await answered(await ada.post('/api/jobs/stop', { id: job.id }));
  });
});
