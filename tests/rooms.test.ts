/** The rooms as they are drawn: imports go one way, through doors, and every file is looked at. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { after, test } from 'node:test';
import { cruise } from 'dependency-cruiser';
import type { IConfiguration, ICruiseResult } from 'dependency-cruiser';
import { packageRoot } from './_package.ts';

const configuration = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as IConfiguration;
const SOURCE = /(?<!\.d)\.tsx?$/;

const scratch = mkdtempSync(join(tmpdir(), 'attune-rooms-'));
after(() => rmSync(scratch, { recursive: true, force: true }));

function sources(root: string): string[] {
  return readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && SOURCE.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}

async function cruised(root: string): Promise<ICruiseResult> {
  const { forbidden = [], options = {} } = configuration;
  const result = await cruise(['src'], {
    ...options,
    baseDir: root,
    validate: true,
    ruleSet: { forbidden },
  });
  return result.output as ICruiseResult;
}

const brokenRules = (result: ICruiseResult): string[] => [
  ...new Set(result.summary.violations.map((violation) => violation.rule.name)),
];

test('every room opens only the rooms it may, by their doors, without a cycle', async () => {
  const result = await cruised(packageRoot);
  assert.deepEqual(
    result.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
    [],
  );
  const seen = new Set(result.modules.map((module) => module.source));
  assert.deepEqual(
    sources(packageRoot).filter((file) => !seen.has(file)),
    [],
    'files that were not looked at',
  );
});

test('a worker is started from a file of its own room', () => {
  for (const file of sources(packageRoot)) {
    const text = readFileSync(join(packageRoot, file), 'utf8');
    for (const match of text.matchAll(/new URL\(\s*'([^']+\.ts)'/g)) {
      const target = relative(packageRoot, resolve(dirname(join(packageRoot, file)), match[1] as string));
      assert.equal(target.split('/')[1], file.split('/')[1], `${file} starts ${target}`);
    }
  }
});

const PLANTED: readonly (readonly [name: string, file: string, text: string, rule: string])[] = [
  [
    'a room that opens one above it',
    'src/text/planted.ts',
    "import { openLibrary } from '#library/index.ts';\nexport const planted = openLibrary;\n",
    'text-opens',
  ],
  [
    'a way in past the door',
    'src/main/planted.ts',
    "import { fold } from '../text/fold.ts';\nexport const planted = fold;\n",
    'by-the-door',
  ],
  [
    'a value through a door that is open for types',
    'src/server/planted.ts',
    "import { find } from '#library/index.ts';\nexport const planted = find;\n",
    'server-types-only',
  ],
  [
    'a value taken with an import() behind a types-only door',
    'src/cli/planted.ts',
    "export const planted = () => import('#library/index.ts');\n",
    'cli-types-only',
  ],
  [
    'a development dependency in the product',
    'src/model/planted.ts',
    "import fc from 'fast-check';\nexport const planted = fc;\n",
    'no-dev-in-product',
  ],
];

test('planted violations are caught', async (context) => {
  for (const [name, file, text, rule] of PLANTED) {
    await context.test(name, async () => {
      const root = plantedPackage(file, text);
      assert.ok(brokenRules(await cruised(root)).includes(rule), `${rule} was not broken`);
    });
  }
  await context.test('a cycle of two files', async () => {
    const root = plantedPackage(
      'src/model/one.ts',
      "import { two } from './two.ts';\nexport const one = (): unknown => two;\n",
    );
    writeFileSync(
      join(root, 'src/model/two.ts'),
      "import { one } from './one.ts';\nexport const two = (): unknown => one;\n",
    );
    assert.ok(brokenRules(await cruised(root)).includes('no-cycle'));
  });
});

function plantedPackage(file: string, text: string): string {
  const root = mkdtempSync(join(scratch, 'planted-'));
  for (const name of ['src', 'package.json', 'tsconfig.json'])
    cpSync(join(packageRoot, name), join(root, name), { recursive: true });
  symlinkSync(join(packageRoot, 'node_modules'), join(root, 'node_modules'));
  writeFileSync(join(root, file), text);
  return root;
}
