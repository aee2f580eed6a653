/**
 * The authors a reference begins with, in the orders styles put them: `Lindgren A, Petrov S`, `Lindgren, A., & Petrov, S.`,
 * `A. Lindgren and S. Petrov`, `Lindgren, Astrid, et al.`.
 */

export interface AuthorBlock {
  /** Family name of the first author. */
  readonly first: string;
  /** Where the names end, in UTF-16 units. */
  readonly end: number;
}

const PARTICLES = String.raw`(?:(?:[Vv]an|[Vv]on|[Dd]e|[Dd]er|[Dd]en|[Dd]el|[Dd]ella|[Dd]i|[Dd]a|[Dd]os|[Dd]u|[Ll]a|[Ll]e|[Tt]en|[Tt]er|[Zz]u|[Aa]f|[Ee]l|[Bb]in|[Ii]bn|St\.?)\s+){0,3}`;
const WORD = String.raw`(?:[dlDL]['’])?\p{Lu}[\p{L}\p{M}'’‘]*(?:-\p{L}[\p{L}\p{M}'’]*)*`;
const FAMILY = `${PARTICLES}(?:${WORD})(?:\\s${WORD}){0,2}`;
const FAMILY_SHORT = `${PARTICLES}(?:${WORD})(?:\\s${WORD}){0,1}`;
const DOTTED = String.raw`(?:\p{Lu}\p{Ll}?\.(?:[\s-]?\p{Lu}\p{Ll}?\.|\s\p{Ll}\.){0,4})`;
const INITIALS = String.raw`(?:${DOTTED}|(?:\p{Lu}(?:[\s-]\p{Lu}){1,3}|\p{Lu}{1,4})(?![\p{L}'’]))`;
const SUFFIX = String.raw`(?:,?\s(?:Jr|Sr|II|III|2nd|3rd)\b\.?)?`;
const FORE = String.raw`\p{Lu}\p{Ll}[\p{L}'’-]*(?:\s\p{Lu}(?:\.|\p{Ll}[\p{L}'’-]*)?){0,2}`;

const VANCOUVER = new RegExp(`^(${FAMILY})\\s${INITIALS}${SUFFIX}`, 'u');
const INVERTED = new RegExp(`^(${FAMILY}),\\s?${INITIALS}${SUFFIX}`, 'u');
const INITIALS_FIRST = new RegExp(`^${DOTTED}\\s?(${FAMILY_SHORT})`, 'u');
const FULL_NAME = new RegExp(`^(${FAMILY_SHORT}),\\s${FORE}(?=[,.]|\\s(?:and|und)\\b|\\s\\()`, 'u');
const ALONE = new RegExp(
  `^(${FAMILY_SHORT})(?=,?\\s(?:et\\s?al|and\\s(?:colleagues|others)|u\\.\\s?a\\.)|\\s\\((?:19|20)\\d\\d|,?\\s(?:&|and|und)\\s${FAMILY_SHORT}[,\\s(]+(?:19|20)\\d\\d)`,
  'u',
);
const FORE_FIRST = new RegExp(`^${FORE}\\s(${WORD})(?=,\\s(?:and\\s)?\\p{Lu}|,?\\sand\\s\\p{Lu}|\\set al)`, 'u');

const SEPARATOR = /^(?:\s*[,;]\s*(?:&|and\b|und\b|…|\.\s?\.\s?\.)?\s*|\s*(?:&|\band|\bund)\s+)/u;
const ET_AL = /^[,;\s]*(?:&\s*|and\s+)?(?:\bet\.?\s?al\b\.?|and (?:colleagues|others)\b|u\.\s?a\.)/iu;
const GROUP =
  /^[,;]\s*(?:(?:on behalf of|for|and)\s+(?:the\s+)?)?[\p{L}\s\d-]*(?:group|investigators|collaborators|consortium|network|committee|team|panel)\b/iu;
const ROLE = /^[,\s]*\((?:eds?|hrsg)\.?\)/iu;

/** Undefined where the reference begins with no name. */
export function authorBlock(text: string): AuthorBlock | undefined {
  const orders = [VANCOUVER, INVERTED, INITIALS_FIRST, FULL_NAME, ALONE, FORE_FIRST];
  for (const order of orders) {
    const match = order.exec(text);
    if (match === null) continue;
    const end = endOfOthers(text, match[0].length);
    if (
      !/^\s*(?:[,.;:(“"&…]|$|(?:19|20)\d\d)|^\s(?:and|und|et)\b/u.test(text.slice(end)) &&
      !text.slice(0, end).endsWith('.')
    )
      continue;
    return { first: (match[1] as string).trim(), end };
  }
  return undefined;
}

function endOfOthers(text: string, from: number): number {
  let end = from;
  for (;;) {
    const rest = text.slice(end);
    const closing = ET_AL.exec(rest) ?? GROUP.exec(rest) ?? ROLE.exec(rest);
    if (closing !== null) {
      end += closing[0].length;
      continue;
    }
    const separator = SEPARATOR.exec(rest)?.[0];
    if (separator === undefined) return end;
    const name = rest.slice(separator.length);
    const other = [VANCOUVER, INVERTED, INITIALS_FIRST, NAME_IN_FULL].map((order) => order.exec(name)).find(Boolean);
    if (other === undefined || other === null) return end;
    end += separator.length + other[0].length;
  }
}

/** Behind the first author MLA and Chicago write names in their natural order. */
const NAME_IN_FULL = new RegExp(`^${FORE}\\s${WORD}(?=[,.]|\\s(?:and|und|&)\\s)`, 'u');
