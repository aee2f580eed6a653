/** Terms by how strongly they speak for a paper or against it. */

/** A term by its column, and its weight in a model or its part of a score. */
export interface Weighed {
  readonly column: number;
  readonly weight: number;
}

/** The stronger first, for or against; of equal ones the lower column. */
export function byStrength(one: Weighed, other: Weighed): number {
  return Math.abs(other.weight) - Math.abs(one.weight) || one.column - other.column;
}
