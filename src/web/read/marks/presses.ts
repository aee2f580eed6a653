/**
 * Presses on papers, one after another for each paper: the page shows at once what they will come to, the server is told in their
 * order, and one that fails is taken out again. However fast somebody presses, the last press is what stays.
 */
import type { Mark } from '#api/index.ts';
import { pressedOn } from './mark.ts';
import type { Press } from './mark.ts';

interface Underway {
  /** What the server said last. */
  known: Mark;
  /** What was pressed since, the oldest first. */
  readonly waiting: Press[];
  readonly show: (mark: Mark) => void;
  last: Promise<unknown>;
}

export interface Pressing {
  readonly paper: string;
  readonly press: Press;
  /** The mark as the page shows it now. */
  readonly shown: Mark;
  /** Shows another mark. */
  readonly show: (mark: Mark) => void;
  /** Tells the server. @returns the mark as the server has it then. */
  readonly tell: () => Promise<Mark>;
}

const underway = new Map<string, Underway>();

/** Whether the server has not been told everything that was pressed on a paper. */
export function isUnderway(paper: string): boolean {
  return underway.has(paper);
}

/** Shows the mark with the press at once. @throws what `tell` throws; the press is then taken out of what is shown. */
export async function press({ paper, press: pressed, shown, show, tell }: Pressing): Promise<void> {
  const of = underway.get(paper) ?? { known: shown, waiting: [], show, last: Promise.resolve() };
  underway.set(paper, of);
  of.waiting.push(pressed);
  showWhole(of);
  const told = of.last.then(tell);
  of.last = told.catch(() => undefined);
  try {
    of.known = await told;
  } finally {
    of.waiting.splice(of.waiting.indexOf(pressed), 1);
    if (of.waiting.length === 0) underway.delete(paper);
    showWhole(of);
  }
}

function showWhole({ known, waiting, show }: Underway): void {
  show(waiting.reduce(pressedOn, known));
}
