/** A screened collection from a file: a record a line, with the decision that people made about it. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { AppError } from '#model/index.ts';
import type { PaperText } from '#ranking/index.ts';

export interface ScreenedRecord extends PaperText {
  /** Not always unique. */
  readonly id: string;
  readonly isRelevant: boolean;
}

/** @throws AppError `unreadable_file` that names the line that is no record. */
export function readScreened(path: string): ScreenedRecord[] {
  const lines = textOf(path).split(/\r?\n/);
  const records = lines.flatMap((line, index) => (line.trim() === '' ? [] : [recordOf(path, line, index + 1)]));
  if (records.length === 0) throw new AppError('unreadable_file', `The file ${path} holds no records.`);
  return records;
}

/** The text of a file, unpacked where it is packed. @throws AppError `unreadable_file`. */
export function textOf(path: string): string {
  try {
    const bytes = readFileSync(path);
    return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
  } catch (cause) {
    const isAbsent = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    const message = isAbsent
      ? `There is no file ${path}. Check the path.`
      : `The file ${path} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`;
    throw new AppError('unreadable_file', message, { cause });
  }
}

function recordOf(path: string, line: string, number: number): ScreenedRecord {
  const { id, title, abstract, label } = objectOf(line) ?? {};
  const texts = [title ?? '', abstract ?? ''];
  if ((label !== 0 && label !== 1) || !texts.every((text) => typeof text === 'string'))
    throw new AppError(
      'unreadable_file',
      `Line ${number} of ${path} is no record: it should be a JSON object with a title and an abstract that are text, and a label that is 0 or 1.`,
    );
  const [ofTitle = '', ofAbstract = ''] = texts;
  return { id: String(id ?? number), title: ofTitle, abstract: ofAbstract, isRelevant: label === 1 };
}

/** The object that a text of JSON is; undefined for anything else. */
function objectOf(json: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
