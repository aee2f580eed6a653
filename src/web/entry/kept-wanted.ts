/**
 * What somebody pressed before the house had a person. The link to set it up is opened from another window, so the browser keeps the
 * press meanwhile: half an hour, and only until it is used.
 */
import { readWanted } from '../parts/wanted.ts';
import type { Wanted } from '../parts/wanted.ts';

const KEPT_AS = 'attune.wanted';
const KEPT_MS = 30 * 60_000;

export function keepWanted(wanted: Wanted): void {
  if (wanted.to === undefined && wanted.act === undefined) return;
  try {
    localStorage.setItem(KEPT_AS, JSON.stringify({ ...wanted, until: Date.now() + KEPT_MS }));
  } catch {
    // A browser that remembers nothing leads to the first page instead.
  }
}

/** What was kept, which is then kept no longer. */
export function takeWanted(): Wanted {
  try {
    const kept = localStorage.getItem(KEPT_AS);
    localStorage.removeItem(KEPT_AS);
    const raw: unknown = JSON.parse(kept ?? '{}');
    if (typeof raw !== 'object' || raw === null || !('until' in raw)) return {};
    return Number(raw.until) > Date.now() ? readWanted(raw as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
