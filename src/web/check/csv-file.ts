/** The checked list as a file for a spreadsheet, written by the server and saved by the browser. */
import { CallFailed } from '../parts/api.ts';
import { CALLS } from '../parts/calls.ts';
import type { Problem } from '#api/index.ts';
import type { Choice } from './judged.ts';

/** @throws {CallFailed} with the server's own sentence, or with the code `unreachable`. */
export async function saveCsv(text: string, choices: readonly Choice[]): Promise<void> {
  const { method, path } = CALLS.checkListFile;
  const response = await fetch(path, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text, choices }),
  }).catch((cause: unknown) => Promise.reject(unreachable(cause)));
  if (!response.ok) throw await problemIn(response);
  const file = await response.blob().catch((cause: unknown) => Promise.reject(unreachable(cause)));
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'checked.csv';
  link.click();
  // The browser reads it after this turn; a minute is more than it needs.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

async function problemIn(response: Response): Promise<CallFailed> {
  try {
    const { error } = (await response.json()) as Problem;
    return new CallFailed(error);
  } catch (cause) {
    return unreachable(cause);
  }
}

function unreachable(cause: unknown): CallFailed {
  return new CallFailed({ code: 'unreachable', message: 'Attune did not answer.' }, { cause });
}
