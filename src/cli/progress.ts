/** A line that moves on a terminal while files are read: how far, how fast, how much longer. Silent where nobody watches. */
import type { ImportProgress } from '#library/index.ts';
import type { Terminal } from './house.ts';

const EVERY_MS = 200;
const WIDTH = 16;

export class ImportBar {
  readonly #terminal: Terminal;
  readonly #started = performance.now();
  #shown = 0;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  show(progress: ImportProgress): void {
    const now = performance.now();
    if (!this.#terminal.isWatched || now - this.#shown < EVERY_MS) return;
    this.#shown = now;
    this.#terminal.draw(
      `\r${importLine(progress, (now - this.#started) / 1000).slice(0, this.#terminal.columns - 1)}\u001b[K`,
    );
  }

  end(): void {
    if (this.#shown > 0) this.#terminal.draw('\r\u001b[K');
  }
}

/** `[#####     ]  42 %  12,400 records  5,180 a second  8 s left` */
function importLine({ bytesDone, bytesTotal, records }: ImportProgress, seconds: number): string {
  const share = bytesTotal === 0 ? 1 : Math.min(1, bytesDone / bytesTotal);
  const filled = Math.round(share * WIDTH);
  const left = share > 0.02 ? `  ${Math.ceil((seconds / share) * (1 - share))} s left` : '';
  const rate = Math.round(records / Math.max(seconds, 0.001)).toLocaleString('en');
  const bar = '#'.repeat(filled).padEnd(WIDTH);
  return `[${bar}] ${String(Math.floor(share * 100)).padStart(3)} %  ${records.toLocaleString('en')} records  ${rate} a second${left}`;
}
