/** What was pressed just before the window closes arrives all the same: which calls outlive the page. Pure. */

/** Small things a reader presses or writes; losing one would be noticed only much later. */
const OUTLIVE: ReadonlySet<string> = new Set([
  '/api/marks',
  '/api/notes',
  '/api/feed/settings',
  '/api/feed/terms',
  '/api/feed/interests',
]);

/** Browsers refuse more than 64 KiB of such bodies at a time, all together; a letter takes up to three bytes. */
const MOST_LETTERS = 7_000;

/** @param path of the route, as the contract has it. @param body as it is sent. */
export function outlivesPage(path: string, body: string): boolean {
  return OUTLIVE.has(path) && body.length <= MOST_LETTERS;
}
