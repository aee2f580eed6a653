/** How much script a first visit loads, packed as the server sends it. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ensureWebBuilt } from '#server/index.ts';

/**
 * Builds the web where it is stale, then weighs the scripts that the page itself names and all they import at once.
 * @returns kB of 1,000 bytes, gzip level 9.
 */
export async function benchWeb(root: string, say: (sentence: string) => void): Promise<{ firstLoadKb: number }> {
  const folder = await ensureWebBuilt(root, () => say('Building the pages …'));
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const named = [...page.matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)].map((match) => match[1] as string);
  const scripts = new Map<string, string>();
  for (const name of named) collect(folder, name, scripts);
  const bytes = [...scripts.values()].reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0);
  return { firstLoadKb: Math.round(bytes / 100) / 10 };
}

/** A script and those it imports before it runs; what is imported later by `import()` does not count. */
function collect(folder: string, name: string, scripts: Map<string, string>): void {
  if (scripts.has(name)) return;
  const text = readFileSync(join(folder, name), 'utf8');
  scripts.set(name, text);
  for (const match of text.matchAll(/(?:from|import)\s*["'](\.\.?\/[^"']+\.js)["']/g))
    collect(folder, join(dirname(name), match[1] as string), scripts);
}
