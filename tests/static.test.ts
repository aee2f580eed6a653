/** What tools can see in the sources: format, lint, types, what nothing calls, and the size of files. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageRoot } from './_package.ts';

function clean(script: string, ...args: string[]): void {
  const done = spawnSync(process.execPath, [join(packageRoot, 'node_modules', script), ...args], {
    cwd: packageRoot,
    encoding: 'utf8',
  });
  assert.equal(done.status, 0, `${script} ${args.join(' ')}\n${done.stdout}${done.stderr}`);
}

test('every file is formatted (npm run format mends it)', () =>
  clean('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'));
test('the linter finds nothing', () => clean('oxlint/bin/oxlint', '--deny-warnings', '.'));
test('the types of the server side hold', () => clean('typescript/bin/tsc', '-p', '.'));
test('the types of the web hold', () => clean('typescript/bin/tsc', '-p', 'src/web'));
test('nothing is exported that nothing in the product calls', () =>
  clean('knip/bin/knip.js', '--production', '--include', 'files,exports,types'));
test('every dependency is used and every use is a dependency', () =>
  clean('knip/bin/knip.js', '--include', 'dependencies,unlisted,binaries'));

/** Long on purpose: tables and lists. */
const MAY_BE_LONG: readonly string[] = [];

test('a file of sources has at most 300 lines', () => {
  const long = globSync('{src,tests,sample,scripts}/**/*.{ts,tsx,css}', { cwd: packageRoot })
    .filter((file) => !MAY_BE_LONG.includes(file))
    .filter((file) => readFileSync(join(packageRoot, file), 'utf8').split('\n').length > 301);
  assert.deepEqual(long, []);
});

test('the lockfile names no registry and is complete', () => {
  const lock = JSON.parse(readFileSync(join(packageRoot, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { resolved?: string; optionalDependencies?: Record<string, string> }>;
  };
  const entries = Object.entries(lock.packages);
  assert.deepEqual(
    entries.filter(([, entry]) => entry.resolved !== undefined).map(([name]) => name),
    [],
  );
  const names = new Set(entries.map(([name]) => name.replace(/^.*node_modules\//, '')));
  const missing = entries.flatMap(([name, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((optional) => !names.has(optional))
      .map((optional) => `${name} wants ${optional}`),
  );
  assert.deepEqual(missing, []);
});
