/** The only inline styles a page may carry, by their hashes. */

/** Of the two style elements that React Aria 1.22.1 puts into a page; a test computes them anew. */
export const STYLE_HASHES: readonly string[] = [
  "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='",
  "'sha256-gYiS/BvZvRcK27JIXTuwhZ3hs2+VJ1X+2gUlE+farlg='",
];
