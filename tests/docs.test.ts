/** A document that states a fact of the code is made from it, or is checked here. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { test } from 'node:test';
import { apiPage } from '#api/index.ts';
import { configurationPage } from '#config/index.ts';
import { packageRoot } from './_package.ts';

const page = (name: string): string => readFileSync(join(packageRoot, name), 'utf8');

test('the reference pages are what the tables say (npm run docs writes them)', () => {
  assert.equal(page('docs/configuration.md'), configurationPage());
  assert.equal(page('docs/api.md'), apiPage());
});

test('the architecture page names every room and no other', () => {
  const named = [...page('docs/ARCHITECTURE.md').matchAll(/^\| `(\w+)` \|/gm)].map((match) => match[1]);
  const rooms = readdirSync(join(packageRoot, 'src'));
  assert.deepEqual(named.sort(), rooms.sort());
});

test('every link between the pages leads somewhere', () => {
  const pages = [
    'README.md',
    ...readdirSync(join(packageRoot, 'docs'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => join('docs', name)),
  ];
  const broken = pages.flatMap((name) =>
    [...page(name).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)]
      .map((match) => match[1] as string)
      .filter((link) => !existsSync(resolve(packageRoot, dirname(name), link)))
      .map((link) => `${name}: ${link}`),
  );
  assert.deepEqual(broken, []);
});
