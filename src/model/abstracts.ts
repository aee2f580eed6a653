/** Whether there is an abstract to read. */
import type { Paper } from './paper.ts';

/** False also for a record whose abstract is an element without words. */
export function hasAbstract(paper: Paper): boolean {
  return (paper.abstract?.sections.length ?? 0) > 0;
}
