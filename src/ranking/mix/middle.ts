/** The middle of a group of papers, by which other papers and groups are told to be near to it. */
import { ColumnSet } from '../window/column-set.ts';

/** A paper's terms, one value a column; of length 1, or 0 where it has no words. */
export interface SparseVector {
  readonly columns: Uint32Array;
  readonly values: Float32Array;
}

/** The columns that members have, which are few beside the window's: groups are kept in these alone. */
export function localColumns(members: readonly { readonly vector: SparseVector }[], width: number): ColumnSet {
  return new ColumnSet(width, (mark) => {
    for (const { vector } of members) for (const column of vector.columns) mark(column);
  });
}

/** A vector by the places of its columns among the local ones; columns that no member has are left out. */
export function placed({ columns, values }: SparseVector, local: ColumnSet): SparseVector {
  const places = new Uint32Array(columns.length);
  const kept = new Float32Array(columns.length);
  let end = 0;
  for (let at = 0; at < columns.length; at += 1) {
    const place = local.placeOf(columns[at] as number);
    if (place < 0) continue;
    places[end] = place;
    kept[end] = values[at] as number;
    end += 1;
  }
  return { columns: places.subarray(0, end), values: kept.subarray(0, end) };
}

/** The weighted sum of a group's papers; its direction is the group's subject. */
export class Middle {
  readonly #sum: Float32Array;
  #squares = 0;
  weight = 0;

  constructor(columns: number) {
    this.#sum = new Float32Array(columns);
  }

  /** @param vector by its places. */
  add({ columns, values }: SparseVector, weight: number): void {
    for (let at = 0; at < columns.length; at += 1) {
      const place = columns[at] as number;
      const before = this.#sum[place] as number;
      const now = before + weight * (values[at] as number);
      this.#squares += now * now - before * before;
      this.#sum[place] = now;
    }
    this.weight += weight;
  }

  join(other: Middle): void {
    this.#squares = 0;
    for (let place = 0; place < this.#sum.length; place += 1) {
      const sum = (this.#sum[place] as number) + (other.#sum[place] as number);
      this.#sum[place] = sum;
      this.#squares += sum * sum;
    }
    this.weight += other.weight;
  }

  /** The cosine to the middle of the weightier group that the members of the other have on average. */
  nearness(other: Middle): number {
    const [light, heavy] = this.weight < other.weight ? [this, other] : [other, this];
    if (light.weight === 0 || heavy.#squares <= 0) return 0;
    let sum = 0;
    for (let place = 0; place < this.#sum.length; place += 1)
      sum += (this.#sum[place] as number) * (other.#sum[place] as number);
    return sum / (light.weight * Math.sqrt(heavy.#squares));
  }

  /** @param vector by its places. */
  cosine({ columns, values }: SparseVector): number {
    let sum = 0;
    for (let at = 0; at < columns.length; at += 1)
      sum += (values[at] as number) * (this.#sum[columns[at] as number] as number);
    return this.#squares > 0 ? sum / Math.sqrt(this.#squares) : 0;
  }
}
