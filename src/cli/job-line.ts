/** A line that moves on a terminal while a job is done: how far, and what it waits for; for a program, a line of JSON each time. */
import type { JobState } from '#app/index.ts';
import type { Terminal } from './house.ts';

const WIDTH = 16;

export class JobLine {
  readonly #terminal: Terminal;
  readonly #json: boolean;
  #isDrawn = false;
  #told = -1;

  constructor(terminal: Terminal, json: boolean) {
    this.#terminal = terminal;
    this.#json = json;
  }

  show(state: JobState): void {
    if (this.#json) return this.#tell(state);
    if (!this.#terminal.isWatched) return;
    this.#isDrawn = true;
    this.#terminal.draw(`\r${jobLine(state).slice(0, this.#terminal.columns - 1)}\u001b[K`);
  }

  #tell({ status, done, wanted }: JobState): void {
    if (done === undefined || done === this.#told) return;
    this.#told = done;
    this.#terminal.err(JSON.stringify({ status, done, wanted }));
  }

  end(): void {
    if (this.#isDrawn) this.#terminal.draw('\r\u001b[K');
  }
}

/** `[#####     ]  600 of 2,000 papers  412 new` */
function jobLine({ status, wanted, done = 0, added, saying }: JobState): string {
  if (status === 'waiting') return 'Waiting for its turn: something else is being brought.';
  if (saying !== undefined) return saying;
  if (wanted === undefined) return 'Asking PubMed …';
  const filled = wanted === 0 ? WIDTH : Math.round((done / wanted) * WIDTH);
  const bar = '#'.repeat(filled).padEnd(WIDTH);
  return `[${bar}]  ${done.toLocaleString('en')} of ${wanted.toLocaleString('en')} papers  ${added.toLocaleString('en')} new`;
}
