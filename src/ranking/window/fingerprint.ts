/** A short name for much text and many bytes: two lanes of multiplying and mixing, 64 bits, not meant against anybody's malice. */

export function fingerprintOf(texts: readonly string[], bytes: Uint8Array): string {
  let [one, other] = [0x811c9dc5, 0x2545f491];
  const take = (part: number): void => {
    one = Math.imul(one ^ part, 0x01000193);
    other = Math.imul(other ^ part, 0x85ebca6b) ^ (other >>> 13);
  };
  for (const text of texts) {
    for (let at = 0; at < text.length; at += 1) take(text.charCodeAt(at));
    take(text.length + 0x10000);
  }
  for (const byte of bytes) take(byte);
  return [one, other].map((lane) => ((lane ^ (lane >>> 16)) >>> 0).toString(16).padStart(8, '0')).join('');
}
