/** The files that are meant by what stands on a command line: files as they are, folders by the PubMed files in them. */
import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AppError } from '#model/index.ts';

export type NamedFile =
  | { readonly name: string; readonly path: string; readonly bytes: number }
  | { readonly name: string; readonly error: AppError };

const PUBMED_FILE = /\.xml(\.gz)?$/i;

/** In the order given; a folder's files by name, which is the order NLM numbers them in. What cannot be read stays, with its sentence. */
export function listFiles(names: readonly string[]): NamedFile[] {
  return names.flatMap((name): NamedFile[] => {
    try {
      const path = resolve(name);
      const stats = statSync(path);
      if (!stats.isDirectory()) return [{ name, path, bytes: stats.size }];
      const inside = readdirSync(path, { withFileTypes: true })
        .filter((entry) => entry.isFile() && PUBMED_FILE.test(entry.name))
        .map((entry) => entry.name)
        .sort();
      if (inside.length === 0) return [refused(name, `The folder ${name} holds no .xml or .xml.gz file.`)];
      return inside.map((file) => ({
        name: join(name, file),
        path: join(path, file),
        bytes: statSync(join(path, file)).size,
      }));
    } catch (cause) {
      return [refused(name, sentence(name, cause), cause)];
    }
  });
}

function refused(name: string, message: string, cause?: unknown): NamedFile {
  return { name, error: new AppError('unreadable_file', message, { cause }) };
}

function sentence(name: string, cause: unknown): string {
  const code = (cause as { code?: string }).code;
  if (code === 'ENOENT') return `There is no file ${name}. Check the path.`;
  if (code === 'EACCES') return `The file ${name} may not be read by this account. Check its rights.`;
  return `The file ${name} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`;
}
