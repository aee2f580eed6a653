/** The house's errors as HTTP: one table of codes, one shape of answer, no stack trace to anybody. */
import { toAppError } from '#model/index.ts';
import type { AppError, ErrorCode } from '#model/index.ts';
import type { Problem } from '#api/index.ts';

const STATUS = {
  bad_query: 400,
  bad_request: 400,
  confirm_needed: 403,
  conflict: 409,
  forbidden: 403,
  not_found: 404,
  outside_failed: 502,
  refused: 401,
  sign_in_needed: 401,
  too_expensive: 422,
  too_many: 429,
  unreadable_file: 400,
  unusable_setting: 500,
  storage_failed: 503,
  unexpected: 500,
} as const satisfies Record<ErrorCode, number>;

export interface ProblemAnswer {
  readonly status: (typeof STATUS)[ErrorCode];
  readonly body: Problem;
  readonly error: AppError;
}

export function problemOf(thrown: unknown): ProblemAnswer {
  const error = toAppError(thrown);
  const at = error.at === undefined ? {} : { at: error.at };
  return { status: STATUS[error.code], body: { error: { code: error.code, message: error.message, ...at } }, error };
}
