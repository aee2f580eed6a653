/** The built web and whether it still is what its sources say; built anew by Vite where it is not. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#model/index.ts';

/** What the built pages are made of; a change in any of it makes them stale. */
const SOURCES = ['src/web', 'src/model', 'vite.config.ts', 'package-lock.json'];
const MARK = '.built-from';

/**
 * @param root the package's folder.
 * @param onBuild told before a build, which takes some seconds.
 * @returns the folder of the built web.
 * @throws AppError `unexpected` with what the build said.
 */
export async function ensureWebBuilt(root: string, onBuild: () => void): Promise<string> {
  const folder = join(root, 'dist', 'web');
  const wanted = sourcesDigest(root);
  if (existsSync(join(folder, 'index.html')) && markOf(folder) === wanted) return folder;
  onBuild();
  await buildAside(root, folder, wanted);
  return folder;
}

/** Built beside the old pages and moved into their place whole, so that two programs that start at once do not disturb each other. */
async function buildAside(root: string, folder: string, digest: string): Promise<void> {
  const fresh = `${folder}-${process.pid}`;
  const old = `${fresh}-old`;
  try {
    await build(root, fresh);
    writeFileSync(join(fresh, MARK), digest);
    if (existsSync(folder)) renameSync(folder, old);
    renameSync(fresh, folder);
  } catch (thrown) {
    if (markOf(folder) !== digest) throw thrown;
  } finally {
    for (const left of [fresh, old]) rmSync(left, { recursive: true, force: true });
  }
}

function markOf(folder: string): string | undefined {
  const mark = join(folder, MARK);
  return existsSync(mark) ? readFileSync(mark, 'utf8') : undefined;
}

function sourcesDigest(root: string): string {
  const sum = createHash('sha256');
  for (const source of SOURCES)
    for (const file of filesOf(join(root, source))) sum.update(file.slice(root.length)).update(readFileSync(file));
  return sum.digest('hex');
}

function filesOf(path: string): string[] {
  if (/\.\w+$/.test(path)) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function build(root: string, folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const vite = spawn(
      process.execPath,
      [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn', '--outDir', folder, '--emptyOutDir'],
      {
        cwd: root,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, NODE_ENV: 'production' },
      },
    );
    let said = '';
    for (const stream of [vite.stdout, vite.stderr])
      stream.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
    vite.on('error', reject);
    vite.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new AppError('unexpected', `The pages could not be built.\n${said.trim()}`));
    });
  });
}
