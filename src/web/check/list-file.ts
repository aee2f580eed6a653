/** A file as a list to check: its text, or what to do with it instead. */

/** As many characters as can be checked at once. */
export const MOST_CHARACTERS = 400_000;
/** No text of that many characters has more bytes. */
const MOST_BYTES = MOST_CHARACTERS * 4;

/** The name, in quotation marks, begins the sentence. */
const INSTEAD: readonly (readonly [endings: RegExp, sentence: string])[] = [
  [
    /\.(?:xlsx?|xlsm|ods|numbers)$/i,
    'is a spreadsheet. Save the column with the references as CSV, and choose that file.',
  ],
  [/\.(?:docx?|odt|rtf|pages)$/i, 'is a document. Copy the references out of it and paste them into the box.'],
  [/\.pdf$/i, 'is a PDF. Copy the references out of it and paste them into the box.'],
  [/\.(?:zip|gz|7z|rar|tar)$/i, 'is packed. Unpack it, and choose the file that is in it.'],
  [/\.enlx?$/i, 'is a library of EndNote. Export the references from there as RIS, and choose that file.'],
];

export type ListRead = { readonly text: string } | { readonly wrong: string };

export async function readList(file: File): Promise<ListRead> {
  const known = INSTEAD.find(([ending]) => ending.test(file.name));
  if (known !== undefined) return { wrong: `“${file.name}” ${known[1]}` };
  if (file.size > MOST_BYTES) return { wrong: tooLong(`“${file.name}” is`) };
  // As a box for text has them, so that the list is the same whether it was chosen or pasted.
  const text = textOf(new Uint8Array(await file.arrayBuffer()))?.replace(/\r\n?/g, '\n');
  if (text === undefined)
    return {
      wrong: `“${file.name}” holds no text. Export the references as RIS, NBIB, BibTeX or CSV, and choose that file.`,
    };
  if (text.trim() === '') return { wrong: `“${file.name}” is empty. Choose a file with references in it.` };
  return text.length > MOST_CHARACTERS ? { wrong: tooLong(`“${file.name}” is`) } : { text };
}

/** @param what and its verb: `“refs.ris” is`. */
export function tooLong(what: string): string {
  return `${what} too long to be checked at once: 400,000 characters are the most. Divide it, and check one part after the other.`;
}

/** Undefined where these bytes are no text: a text has no zeros, and begins like no picture or archive. */
function textOf(bytes: Uint8Array): string | undefined {
  const mark = `${bytes[0]} ${bytes[1]}`;
  if (mark === '255 254') return new TextDecoder('utf-16le').decode(bytes);
  if (mark === '254 255') return new TextDecoder('utf-16be').decode(bytes);
  if (
    bytes.includes(0) ||
    startsLike(bytes, '%PDF') ||
    startsLike(bytes, '{\\rtf') ||
    startsLike(bytes, 'PK\u0003\u0004')
  )
    return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Programs on older Windows machines still write so.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function startsLike(bytes: Uint8Array, signs: string): boolean {
  return [...signs].every((sign, at) => bytes[at] === sign.charCodeAt(0));
}
