/** What was ranked for readers a moment ago, and which of them wait for the whole window; all of it bounded. */
import type { Ranking } from './ranking.ts';
import type { ReaderView } from './view.ts';

/** Orders kept, and tastes with their examples, which take a hundred times the room. */
const ORDERS = 1_000;
const TASTES = 24;
const MOST_WAITING = 100;
/** Of an order, the places a reader notices. */
export const NOTICED = 100;

interface Kept {
  readonly revision: number;
  readonly asOf: number;
  readonly ranking: Pick<Ranking, 'rows' | 'isWhole' | 'total'>;
  /** The first rows of the order before the reader's newest change, where it was asked for. */
  readonly before?: Uint32Array;
}

export class Recent {
  readonly #orders = new Map<string, Kept>();
  readonly #tastes = new Map<string, Pick<Ranking, 'taste' | 'examples'>>();
  readonly #waiting = new Map<string, ReaderView>();
  dropped = 0;

  get waiting(): number {
    return this.#waiting.size;
  }

  /** Undefined unless all of it is kept and nothing changed since. */
  get(view: ReaderView): Ranking | undefined {
    const order = this.order(view);
    const taste = this.#tastes.get(view.account);
    return order === undefined || taste === undefined ? undefined : { ...order, ...taste };
  }

  order(view: ReaderView): Kept['ranking'] | undefined {
    const kept = this.#orders.get(view.account);
    return kept !== undefined && kept.revision === view.revision && kept.asOf === view.asOf ? kept.ranking : undefined;
  }

  /** The first rows of a reader's order as they were before the change that led to the one kept now. */
  before(account: string): Uint32Array | undefined {
    return this.#orders.get(account)?.before;
  }

  keep({ account, revision, asOf }: ReaderView, ranking: Ranking): Ranking {
    const { rows, isWhole, total, taste, examples } = ranking;
    const known = this.#orders.get(account);
    const before = known?.revision === revision ? known.before : known?.ranking.rows.slice(0, NOTICED);
    const kept = { revision, asOf, ranking: { rows, isWhole, total }, ...(before === undefined ? {} : { before }) };
    put(this.#orders, account, kept, ORDERS);
    put(this.#tastes, account, { taste, examples }, TASTES);
    return ranking;
  }

  /** Where too many wait, whoever waits longest is turned away; their next page asks again. */
  wait(view: ReaderView): void {
    if (this.#waiting.size >= MOST_WAITING && !this.#waiting.has(view.account)) {
      this.#waiting.delete(this.#waiting.keys().next().value as string);
      this.dropped += 1;
    }
    this.#waiting.delete(view.account);
    this.#waiting.set(view.account, view);
  }

  next(): ReaderView | undefined {
    const [first] = this.#waiting.values();
    if (first === undefined) return undefined;
    this.#waiting.delete(first.account);
    // Whoever pressed something since has an order that this one would be behind.
    return (this.#orders.get(first.account)?.revision ?? 0) > first.revision ? this.next() : first;
  }

  clear(): void {
    this.#orders.clear();
    this.#tastes.clear();
    this.#waiting.clear();
  }

  bytesOf(account: string): number {
    const kept = this.#orders.get(account);
    const taste = this.#tastes.get(account)?.taste;
    return (
      (kept?.ranking.rows.byteLength ?? 0) +
      (kept?.before?.byteLength ?? 0) +
      (taste === undefined ? 0 : taste.columns.byteLength + taste.weights.byteLength)
    );
  }
}

/** The one that was put longest ago goes where there are too many. */
function put<T>(map: Map<string, T>, key: string, value: T, most: number): void {
  map.delete(key);
  map.set(key, value);
  if (map.size > most) map.delete(map.keys().next().value as string);
}
