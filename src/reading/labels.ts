/** The names that people give: labels and collections. Free text, of which only what cannot be seen is refused. */
import { AppError } from '#model/index.ts';

const LONGEST = 200;
/**
 * Controls, marks that turn the direction of writing, spaces without width, what is for private use, and the letters that are drawn
 * as nothing. The joiners stay: emoji and several scripts need them.
 */
const NOT_SHOWN = new RegExp(
  [
    '\\p{Cc}',
    '\\p{Co}',
    '\\u{34f}',
    '[\\u{17b4}\\u{17b5}]',
    '[\\u{ad}\\u{61c}\\u{115f}\\u{1160}\\u{180e}\\u{200b}\\u{200e}\\u{200f}\\u{2028}-\\u{202e}\\u{2060}-\\u{206f}]',
    '[\\u{2800}\\u{3164}\\u{feff}\\u{ffa0}\\u{fff9}-\\u{fffb}]',
  ].join('|'),
  'u',
);
const SOMETHING = /[\p{L}\p{N}\p{P}\p{S}]/u;

/**
 * @param what as the sentence begins: "The label".
 * @returns composed (NFC), without spaces around, and with one space where there were several or a line ended.
 * @throws AppError `bad_request`
 */
export function checkTypedName(typed: string, what: string): string {
  const name = typed.normalize('NFC').trim().replace(/[ \t\r\n]+/g, ' '); // prettier-ignore
  if (name === '') throw new AppError('bad_request', `${what} is empty. Write a word or two.`);
  if ([...name].length > LONGEST)
    throw new AppError('bad_request', `${what} is longer than ${LONGEST} characters. Shorten it.`);
  if (!name.isWellFormed() || NOT_SHOWN.test(name) || !SOMETHING.test(name))
    throw new AppError('bad_request', `${what} has characters in it that cannot be seen. Type it anew.`);
  return name;
}

/** The form in which names are compared: without case. */
export function keyOf(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}
