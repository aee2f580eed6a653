/** What this account may do with a file or folder, asked of the system before it is tried. */
import { accessSync } from 'node:fs';

/** Whether this account may use a file or folder so, by `constants.R_OK` and its like; false where it is not there. */
export function isAllowed(path: string, how: number): boolean {
  try {
    accessSync(path, how);
    return true;
  } catch {
    return false;
  }
}
