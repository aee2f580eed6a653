/** The routes that bring papers: who may call them, what they take, and what they say of a wish and a file. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ROUTES } from '#api/index.ts';
import type { AuditAnswer, JobsAnswer, JobView, Route } from '#api/index.ts';
import { packageRoot } from '../_package.ts';
import { madeUpPapers, startNcbi } from '../_ncbi.ts';
import type { Ncbi } from '../_ncbi.ts';
import { invited, setUp } from '../_people.ts';
import { appOf } from '../_server.ts';
import type { App } from '../_server.ts';

let ncbi: Ncbi;
let house: App;
before(async () => {
  ncbi = await startNcbi({ papers: madeUpPapers(40) });
  house = await appOf([], { ncbi: { url: ncbi.address }, environment: { CONTACT_EMAIL: 'house@example.org' } });
});
after(async () => {
  await house.close();
  await ncbi.close();
});

const bringing = Object.values(ROUTES as Record<string, Route>).filter(
  ({ permission }) => permission === 'bring' || permission === 'wish',
);
const answer = async <T>(response: Response, status = 200): Promise<T> => {
  assert.equal(response.status, status, await response.clone().text());
  return (await response.json()) as T;
};
const problem = async (response: Response, status: number): Promise<string> =>
  (await answer<{ error: { message: string } }>(response, status)).error.message;

test('nobody but somebody at the machine may bring papers or see what is brought', async () => {
  assert.ok(bringing.length >= 7);
  const elsewhere = { incoming: { socket: { remoteAddress: '192.0.2.7', remoteFamily: 'IPv4', remotePort: 40_000 } } };
  for (const { method, path, takesFile } of bringing) {
    const type = takesFile === true ? 'application/octet-stream' : 'application/json';
    const headers = { host: '127.0.0.1:8080', 'content-type': type };
    const body = method === 'GET' ? {} : { body: '{}' };
    const response = await house.app.request(path, { method, headers, ...body }, elsewhere);
    assert.match(await problem(response, 403), /only at the machine/, path);
  }
});

test('another site’s page can neither start a fetch nor send a file', async () => {
  for (const site of ['cross-site', 'same-site'])
    for (const { method, path } of bringing.filter((route) => route.method === 'POST')) {
      const response = await house.ask(path, {
        method,
        body: '{}',
        headers: { 'sec-fetch-site': site, 'content-type': 'application/json' },
      });
      assert.equal(response.status, 403, path);
    }
  const form = await house.ask('/api/imports?name=x.xml', {
    method: 'POST',
    body: 'x',
    headers: { 'content-type': 'text/plain' },
  });
  assert.match(await problem(form, 400), /application\/octet-stream/);
});

test('a question is counted in PubMed, and one that PubMed cannot be asked says so', async () => {
  const counted = await answer<{ total: number; unknown: string[] }>(
    await house.post('/api/pubmed/count', { query: 'invented' }),
  );
  assert.deepEqual([counted.total, counted.unknown], [40, []]);
  assert.deepEqual(
    (await answer<{ unknown: string[] }>(await house.post('/api/pubmed/count', { query: 'qqzz' }))).unknown,
    ['qqzz'],
  );
  assert.match(await problem(await house.post('/api/pubmed/count', { query: ' ' }), 400), /nothing to look for/);
  assert.match(
    await problem(await house.post('/api/pubmed/count', { query: 'a', since: 'soon' }), 400),
    /“soon” is no date/,
  );
  ncbi.fault = () => 'key invalid';
  assert.match(await problem(await house.post('/api/pubmed/count', { query: 'a' }), 500), /NCBI_API_KEY/);
  ncbi.fault = undefined;
});

test('a wish becomes a job that can be seen, stopped and taken up again, and the same wish is the same job', async () => {
  const { job } = await answer<{ job: JobView }>(await house.post('/api/fetches', { query: 'invented', max: 20 }));
  assert.deepEqual([job.kind, job.title, job.status], ['fetch', '“invented”', 'waiting']);
  const again = await answer<{ job: JobView }>(await house.post('/api/fetches', { query: 'invented', max: 20 }));
  assert.equal(again.job.id, job.id);
  const stopped = await answer<{ job: JobView }>(await house.post('/api/jobs/stop', { id: job.id }));
  assert.equal(stopped.job.status, 'stopped');
  const resumed = await answer<{ job: JobView }>(await house.post('/api/jobs/resume', { id: job.id }));
  assert.equal(resumed.job.status, 'waiting');
  assert.match(await problem(await house.post('/api/jobs/stop', { id: 4_000 }), 404), /no job 4000/);
  assert.match(await problem(await house.post('/api/fetches', {}), 400), /Say which papers/);
  assert.match(await problem(await house.post('/api/fetches', { query: 'a', max: 0 }), 400), /“max”/);
  const seen = await answer<JobsAnswer>(await house.ask('/api/jobs'));
  assert.deepEqual(
    seen.jobs.map(({ id }) => id),
    [job.id],
  );
});

test('what is kept current is listed and can be ended', async () => {
  await answer(await house.post('/api/fetches', { journal: 'J Invent Ward Med', keepCurrent: true }));
  const { kept } = await answer<JobsAnswer>(await house.ask('/api/jobs'));
  assert.deepEqual(
    kept.map(({ title }) => title),
    ['J Invent Ward Med'],
  );
  const ended = await answer<JobsAnswer>(await house.post('/api/kept/end', { id: kept[0]?.id }));
  assert.deepEqual(ended.kept, []);
});

test('a file is kept whole under a name of ours, whatever it is called, and becomes a job', async () => {
  const file = readFileSync(join(packageRoot, 'tests/cases/l01-italics-in-title/records.xml'));
  const name = encodeURIComponent('../../über uns.xml');
  const response = await house.ask(`/api/imports?name=${name}`, {
    method: 'POST',
    body: file,
    headers: { 'content-type': 'application/octet-stream' },
  });
  const { job } = await answer<{ job: JobView }>(response);
  assert.deepEqual([job.kind, job.title, job.status], ['import', '../../über uns.xml', 'waiting']);
  const inbox = join(house.folder, 'home', 'inbox');
  const [kept] = readdirSync(inbox);
  assert.match(kept ?? '', /^[0-9a-f-]{36}\.xml$/);
  assert.deepEqual(readFileSync(join(inbox, kept ?? '')), file);
  const empty = await house.ask('/api/imports?name=x.xml', {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
  });
  assert.match(await problem(empty, 400), /no file in the request/);
  assert.match(
    await problem(
      await house.ask('/api/imports', {
        method: 'POST',
        body: 'x',
        headers: { 'content-type': 'application/octet-stream' },
      }),
      400,
    ),
    /“name”/,
  );
});

test('the log tells who asked for papers and how, and nothing of what they asked for', async () => {
  const ada = await setUp(house);
  const ben = await invited(house, ada, 'ben@example.org');
  const wish = await answer<{ job: JobView }>(await ben.post('/api/fetches', { query: 'quokkas' }));
  const search = await answer<{ job: JobView }>(await ada.post('/api/fetches', { query: 'quokkas', max: 5 }));
  const file = await answer<{ job: JobView }>(
    await ada.ask('/api/imports?name=quokkas.xml', {
      method: 'POST',
      body: '<PubmedArticleSet/>',
      headers: { 'content-type': 'application/octet-stream' },
    }),
  );
  const { entries, acts } = await answer<AuditAnswer>(await ada.ask('/api/audit?what=papers-brought'));
  assert.deepEqual(
    entries.map(({ who, about, detail }) => [who, about, detail['from']]),
    [
      [ada.id, `job-${file.job.id}`, 'file'],
      [ada.id, `job-${search.job.id}`, 'search'],
      [ben.id, `job-${wish.job.id}`, 'wish'],
    ],
  );
  assert.doesNotMatch(JSON.stringify(entries), /quokka/);
  assert.ok(!acts.includes('house-switched'));
});
