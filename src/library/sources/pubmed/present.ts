/** Absent is absent: objects of the model are built without keys for what a source does not give. */

/** Every optional field of T may also be given as undefined. */
export type Loose<T> = {
  [K in keyof T]: Record<never, never> extends Pick<T, K> ? T[K] | undefined : T[K];
};

/** The same object without the keys that are undefined. */
export function present<T extends object>(fields: Loose<T>): T {
  const kept: Record<string, unknown> = {};
  for (const key in fields) {
    const value = fields[key];
    if (value !== undefined) kept[key] = value;
  }
  // Nothing but undefined was taken away, and only optional fields may be undefined.
  return kept as T;
}

/** The list, or undefined where it is empty. */
export function filled<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}

/** The list without what is undefined; undefined where nothing remains. */
export function filledWith<T>(list: readonly (T | undefined)[]): readonly T[] | undefined {
  return filled(list.filter((each) => each !== undefined));
}
