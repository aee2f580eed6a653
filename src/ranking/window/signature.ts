/** The words that say most of what a paper is about: enough to tell subjects apart, and a tenth of its vector. */
import type { SparseVector } from '../mix/groups.ts';
import { vectorOf } from './vector.ts';
import type { Example } from './vector.ts';
import type { Window } from './window.ts';

/** Words kept. The everyday words that papers of all subjects share are not among them. */
const WORDS = 32;
/** A word in fewer papers ties a paper to hardly any other, however rare and strong it is; of a large window, a share of the papers. */
const FEWEST_PAPERS = 3;
const FEWEST_SHARE = 1 / 5_000;

/** The strongest words of a paper that some other papers have too, brought to length 1; columns stay in their order. */
export function signatureOf(window: Window, example: Example): SparseVector {
  const { columns, values } = vectorOf(window, example);
  const { starts } = window.postings;
  const fewest = Math.max(FEWEST_PAPERS, FEWEST_SHARE * window.size);
  const common: number[] = [];
  for (let at = 0; at < columns.length; at += 1) {
    const column = columns[at] as number;
    if (column >= window.columns.words) continue;
    if ((starts[column + 1] as number) - (starts[column] as number) >= fewest) common.push(at);
  }
  const strengths = Float32Array.from(common, (at) => values[at] as number).sort();
  const bar = strengths.at(-WORDS) ?? 0;
  const kept = common.filter((at) => (values[at] as number) >= bar).slice(0, WORDS);
  const squares = kept.reduce((sum, at) => sum + (values[at] as number) ** 2, 0);
  const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
  return {
    columns: Uint32Array.from(kept, (at) => columns[at] as number),
    values: Float32Array.from(kept, (at) => (values[at] as number) * scale),
  };
}
