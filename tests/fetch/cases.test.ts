/** Fetches that went wrong for real people in other programs, each with its right answer, by the command as they would type it. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { startNcbi } from '../_ncbi.ts';
import { packageRoot } from '../_package.ts';
import { attune, temporaryFolder } from '../_server.ts';

const of = (name: string, file: string): string => join(packageRoot, 'tests/cases', name, file);
const read = (name: string, file: string): string => readFileSync(of(name, file), 'utf8');

interface Asked {
  readonly path: string;
  readonly params: URLSearchParams;
}

/** Answers of the case's own, whatever is asked. */
async function answering(
  answer: (asked: Asked) => string,
): Promise<{ address: string; asked: Asked[]; close: () => void }> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    let form = '';
    for await (const chunk of request) form += String(chunk);
    const { pathname: path, search } = new URL(request.url ?? '', 'http://case.test');
    const each = { path, params: new URLSearchParams(`${search.slice(1)}&${form}`) };
    asked.push(each);
    response.end(answer(each));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, asked, close: () => server.close() };
}

async function fetched(
  address: string,
  ...words: string[]
): Promise<{ code: number | null; report: Record<string, unknown> }> {
  const folder = temporaryFolder();
  try {
    const { code, out } = await attune(['fetch', ...words, '--json', '--data', join(folder.path, 'home')], {
      NCBI_URL: address,
    });
    return { code, report: JSON.parse(out) as Record<string, unknown> };
  } finally {
    folder.remove();
  }
}

test('l62: 41,207 match, and no list is asked for beyond its end although dates do not narrow it', async () => {
  const name = 'l62-ten-thousand';
  const stand = await answering(({ path, params }) => {
    if (!path.endsWith('esearch.fcgi')) return read('l63-fewer-than-asked', 'efetch-empty.xml');
    return read(name, Number(params.get('retstart') ?? 0) > 9998 ? 'esearch-beyond.json' : 'esearch.json');
  });
  const { code, report } = await fetched(
    stand.address,
    'moult[Title/Abstract] AND lump[Title/Abstract]',
    '--max',
    '20000',
  );
  stand.close();
  assert.equal(code, 0);
  assert.equal(report['total'], 41_207);
  assert.ok(stand.asked.every(({ params }) => Number(params.get('retstart') ?? 0) <= 9998));
  assert.match(JSON.stringify(report['notes']), /9,999 papers at most/);
  assert.deepEqual(report['notFound'], ['99620001', '99620002', '99620003']);
});

test('l62: an answer that is an error with status 200 is an error, not nothing found', async () => {
  const stand = await answering(() => read('l62-ten-thousand', 'esearch-beyond.json'));
  const { code, report } = await fetched(stand.address, 'moult');
  stand.close();
  assert.equal(code, 1);
  assert.equal(report['total'], undefined);
  assert.match(JSON.stringify(report['error']), /retstart cannot be larger/);
});

test('l63: the two that come are kept, and the third is named as it was given', async () => {
  const name = 'l63-fewer-than-asked';
  const stand = await answering(() => read(name, 'efetch.xml'));
  const { code, report } = await fetched(stand.address, '--ids', of(name, 'ids.txt'));
  stand.close();
  assert.deepEqual([code, report['added'], report['notFound']], [0, 2, ['99630009']]);
});

test('l63: an empty set is a paper that was not found, neither an error nor silence', async () => {
  const name = 'l63-fewer-than-asked';
  const stand = await answering(() => read(name, 'efetch-empty.xml'));
  const folder = temporaryFolder();
  const { code, out } = await attune(
    ['fetch', '--ids', '-', '--json', '--data', join(folder.path, 'home')],
    { NCBI_URL: stand.address },
    '99630009\n',
  );
  folder.remove();
  stand.close();
  const report = JSON.parse(out) as Record<string, unknown>;
  assert.deepEqual([code, report['added'], report['notFound']], [0, 0, ['99630009']]);
});

test('l65: 1,300 numbers are asked for once each, in no request that is too long, at most three a second', async () => {
  const ncbi = await startNcbi({ papers: [], emailNeeded: false });
  const { code, report } = await fetched(ncbi.address, '--ids', of('l65-long-id-list', 'ids.txt'));
  await ncbi.close();
  const asked = ncbi.requests.flatMap(({ params }) => params['id']?.split(',') ?? []);
  assert.deepEqual(
    [code, asked.length, new Set(asked).size, (report['notFound'] as string[]).length],
    [0, 1_300, 1_300, 1_300],
  );
  const times = ncbi.requests.map(({ atMs }) => atMs);
  for (const from of times) assert.ok(times.filter((at) => at >= from && at < from + 1_000).length <= 3);
});

test('l66: numbers are understood in every spelling people paste, and the one line that is none is named', async () => {
  const name = 'l66-id-spellings';
  const ncbi = await startNcbi({ papers: [], emailNeeded: false });
  const { report } = await fetched(ncbi.address, '--ids', of(name, 'ids.txt'));
  await ncbi.close();
  const number = (n: number): string => String(99_660_000 + n);
  assert.deepEqual(report['understood'], {
    pmids: [1, 2, 3, 4, 5, 6, 7, 11, 12, 13].map(number),
    pmcids: [1, 2, 3, 4, 5, 6, 7].map((n) => `PMC${number(n)}`),
    dois: [7, 8, 9, 10].map((n) => `10.5555/attune.66.${n}`),
  });
  assert.deepEqual(report['badLines'], [{ line: 17, text: 'not an id' }]);
  const asked = ncbi.requests.flatMap(({ params }) => params['id']?.split(',') ?? []);
  assert.deepEqual(asked, [1, 2, 3, 4, 5, 6, 7, 11, 12, 13].map(number));
});
