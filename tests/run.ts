/**
 * Runs the tests and ends with one line: passed, failed, skipped.
 *   npm test            everything
 *   npm run check       what needs no server and no browser: format, lint, types, rooms, units
 *   npm run test:long   what takes minutes
 *   npm test -- PART    the files whose path has PART in it
 */
import { globSync } from 'node:fs';
import { relative } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { packageRoot } from './_package.ts';

const UNITS = ['src/**/*.test.ts', 'sample/**/*.test.ts', 'tests/*.test.ts'];
const REST = ['tests/*/**/*.test.ts'];
const LONG = ['tests/**/*.long.ts'];

const [set, ...parts] = process.argv.slice(2).some((word) => word.startsWith('--'))
  ? process.argv.slice(2)
  : ['--all', ...process.argv.slice(2)];
const patterns = set === '--check' ? UNITS : set === '--long' ? LONG : [...UNITS, ...REST];
const files = patterns
  .flatMap((pattern) => globSync(pattern, { cwd: packageRoot }))
  .filter((file) => parts.length === 0 || parts.some((part) => file.includes(part)))
  .sort();

if (files.length === 0) {
  console.error(`No test file has ${parts.join(' or ')} in its path.`);
  process.exit(2);
}

const tally = { passed: 0, failed: 0, skipped: 0 };
const started = performance.now();
const events = run({ cwd: packageRoot, files, concurrency: 2, execArgv: ['--disable-warning=ExperimentalWarning'] });
events.on('test:pass', ({ skip, details, name }) => {
  const isSkipped = skip !== undefined && skip !== false;
  if (isSkipped) tally.skipped += 1;
  else if (details.type !== 'suite' && !isFile(name)) tally.passed += 1;
});
events.on('test:fail', ({ details }) => {
  if (details.type !== 'suite') tally.failed += 1;
});
events.compose(new spec()).pipe(process.stdout);
await new Promise((resolve) => events.once('end', resolve));
console.log(`\n${files.length} files in ${Math.round((performance.now() - started) / 1000)} s`);
console.log(`${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`);
process.exitCode = tally.failed === 0 ? 0 : 1;

/** A file that holds no test passes as one test of its own name. */
function isFile(name: string): boolean {
  return files.includes(relative(packageRoot, name)) || files.includes(name);
}
