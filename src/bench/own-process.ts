/** Starts this program again for one part of a measurement, so that its memory and its time are its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { AppError } from '#model/index.ts';
import type { ErrorCode } from '#model/index.ts';

export type PartName = 'read' | 'index' | 'import';

/** @throws AppError as the part itself did, or `unexpected` where it ended without a word. */
export async function measuredApart<Figures>(
  root: string,
  file: string,
  part: PartName,
  more: readonly string[] = [],
): Promise<Figures> {
  const given = [join(root, 'src/main/main.ts'), 'bench', 'import', file, '--part', part, '--json', ...more];
  const child = spawn(process.execPath, [...process.execArgv, ...given], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [said, complaint, [code, signal]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null, string | null]>,
  ]);
  try {
    // The other end is this program, of this version.
    const answer = JSON.parse(said) as Figures | { readonly error: { code: ErrorCode; message: string } };
    if (typeof answer !== 'object' || answer === null || !('error' in answer)) return answer as Figures;
    throw new AppError(answer.error.code, answer.error.message);
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    throw new AppError(
      'unexpected',
      `Measuring the part “${part}” ended early (${signal ?? `exit code ${code}`}). Try it again when the machine has more memory free.`,
      { cause: complaint },
    );
  }
}
