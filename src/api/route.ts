/** What a route declares. The server starts with no route that leaves one of these out. */
import type { z } from 'zod';

/**
 * Who may call.
 * - `public`: anyone who reaches the house.
 * - `read`: whoever may read here: anyone in the sample, in a house without a person and where reading is public; else people with an account.
 * - `account`: anyone who is signed in.
 * - `loopback`: somebody at the machine itself, as long as your house has no accounts.
 * - `walk-in`: somebody at the machine itself, in the sample.
 * - `bring`: librarians and administrators; somebody at the machine itself as long as your house has no accounts.
 * - `wish`: whoever may bring, and anyone who is signed in, whose wish then waits for them.
 * - `administrator`; `auditor`: administrators and privacy officers.
 */
export type Permission =
  'public' | 'read' | 'account' | 'loopback' | 'walk-in' | 'bring' | 'wish' | 'administrator' | 'auditor';

/** How often it may be called: `usual`; `entry` where a password or a link is tried; `heavy` for what takes the machine a while. */
export type Pace = 'usual' | 'entry' | 'heavy';

export interface Route {
  readonly method: 'GET' | 'POST';
  /** With `:name` for a part of the path; a part may hold any sign, percent-encoded. */
  readonly path: string;
  readonly permission: Permission;
  readonly summary: string;
  readonly request: z.ZodType;
  readonly pace?: Pace;
  /** Whether somebody who has not entered the password for ten minutes is asked for it first. */
  readonly asksAgain?: true;
  /** Set where the body is a file as it is; what else is asked then stands in the query. */
  readonly takesFile?: true;
  /** Set where the answer is a file to keep; `answer` describes its text. */
  readonly givesFile?: true;
  readonly answer: z.ZodType;
}
