/**
 * The one error of the house. A room throws a code and a sentence for the person reading it;
 * only the server turns codes into HTTP status, only the command line into exit codes.
 */
const ERROR_CODES = [
  'bad_query', 'bad_request', 'confirm_needed', 'conflict', 'forbidden', 'not_found', 'outside_failed', 'refused',
  'sign_in_needed', 'too_expensive', 'too_many', 'unreadable_file', 'unusable_setting', 'storage_failed', 'unexpected',
] as const; // prettier-ignore

export type ErrorCode = (typeof ERROR_CODES)[number];

/** A stretch of what the person typed, in UTF-16 units from its beginning. */
export interface Place {
  readonly start: number;
  readonly length: number;
}

export class AppError extends Error {
  readonly code: ErrorCode;
  /** Where in the person's own text the trouble is, if it is in there. */
  readonly at: Place | undefined;

  /** @param message a sentence that says what was wrong, where, and what to do. */
  constructor(code: ErrorCode, message: string, options: { cause?: unknown; at?: Place } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.at = options.at;
  }
}

/** Whatever was thrown, as the house's error; the original stays as `cause` for the log. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  return new AppError('unexpected', 'Something went wrong that Attune did not foresee. The log has the details.', {
    cause: thrown,
  });
}
