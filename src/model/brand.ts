/** Types that look like strings and are not interchangeable: a `RecordId` is no `CivilDate`. */
declare const brand: unique symbol;

export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
