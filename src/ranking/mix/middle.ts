/** The middle of a group of papers, by which other papers and groups are told to be near to it. */

/** A paper's terms, one value a column; of length 1, or 0 where it has no words. */
export interface SparseVector {
  readonly columns: Uint32Array;
  readonly values: Float32Array;
}

/** By column of the window: its place among the columns that members have, plus 1; 0 where none has it. */
export interface Local {
  readonly places: Int32Array;
  readonly size: number;
}

/** Groups are kept in the members' columns alone, which are few beside the window's. */
export function localColumns(members: readonly { readonly vector: SparseVector }[], width: number): Local {
  const places = new Int32Array(width);
  let size = 0;
  for (const { vector } of members)
    for (const column of vector.columns)
      if (places[column] === 0) {
        size += 1;
        places[column] = size;
      }
  return { places, size };
}

/** The weighted sum of a group's papers; its direction is the group's subject. */
export class Middle {
  readonly #sum: Float32Array;
  #squares = 0;
  weight = 0;

  constructor(columns: number) {
    this.#sum = new Float32Array(columns);
  }

  add({ columns, values }: SparseVector, weight: number, { places }: Local): void {
    for (let at = 0; at < columns.length; at += 1) {
      const place = (places[columns[at] as number] as number) - 1;
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

  cosine({ columns, values }: SparseVector, { places }: Local): number {
    let sum = 0;
    for (let at = 0; at < columns.length; at += 1) {
      const place = places[columns[at] as number] as number;
      if (place > 0) sum += (values[at] as number) * (this.#sum[place - 1] as number);
    }
    return this.#squares > 0 ? sum / Math.sqrt(this.#squares) : 0;
  }
}
