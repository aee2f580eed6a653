/**
 * The one error of the house. A room throws a code and a sentence for the person reading it;
 * only the server turns codes into HTTP status, only the command line into exit codes.
 */
export const ERROR_CODES = [
  'bad_query', 'bad_request', 'conflict', 'forbidden', 'not_found', 'too_expensive', 'unreadable_file', 'unusable_setting',
  'storage_failed', 'unexpected',
] as const; // prettier-ignore

export type ErrorCode = (typeof ERROR_CODES)[number];

export class AppError extends Error {
  readonly code: ErrorCode;

  /** @param message a sentence that says what was wrong, where, and what to do. */
  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'AppError';
    this.code = code;
  }
}

/** Whatever was thrown, as the house's error; the original stays as `cause` for the log. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  return new AppError('unexpected', 'Something went wrong that Attune did not foresee. The log has the details.', {
    cause: thrown,
  });
}
