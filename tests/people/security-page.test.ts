/** The page on security names tests that exist, and requirements that the standard has. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageRoot, realData } from '../_package.ts';

interface Row {
  readonly id: string;
  readonly file: string;
  readonly title: string;
}

const page = readFileSync(join(packageRoot, 'docs', 'security.md'), 'utf8');
const lines = page.split('\n').filter((line) => line.startsWith('| V'));
const rows = lines.map((line): Row => {
  const [, id, file, title] = /^\| (V\d+\.\d+\.\d+) \| \S[^|]* \| `([\w./-]+)`: (\S[^|]*?) \|$/.exec(line) ?? [];
  assert.ok(id && file && title, `a row of another form: ${line}`);
  return { id, file, title };
});

test('each test that the page on security names is there under that title', () => {
  assert.ok(rows.length > 50);
  const missing = rows.filter(({ file, title }) => {
    const path = join(packageRoot, file);
    if (!existsSync(path)) return true;
    const text = readFileSync(path, 'utf8');
    return !["'", '"', '`'].some((quote) => text.includes(`test(${quote}${title}${quote}`));
  });
  assert.deepEqual(missing, []);
});

test('the rows stand in the order of the standard, and none twice', () => {
  const order = (id: string): number =>
    id.slice(1).split('.').reduce((sum, part) => sum * 100 + Number(part), 0); // prettier-ignore
  assert.deepEqual(
    rows.map(({ id }) => id),
    rows.map(({ id }) => id).sort((a, b) => order(a) - order(b)),
  );
  assert.equal(new Set(lines).size, lines.length);
});

const standard = realData('asvs/asvs-5.0.0.csv');
test('every requirement that the page names is one of the standard', { skip: standard.skip }, () => {
  const list = readFileSync(standard.path, 'utf8');
  const named = new Set([...page.matchAll(/\bV\d+\.\d+\.\d+\b/g)].map(([id]) => id));
  assert.deepEqual(
    [...named].filter((id) => !list.includes(`,${id},`)),
    [],
  );
});
