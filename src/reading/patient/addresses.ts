/** Where somebody lives: a house number with the word for a street in several languages, or a postcode that has only one shape. */
import { stretches } from './finding.ts';
import type { Finding } from './finding.ts';

const HOUSE = '\\d{1,5}(?:[-–/]\\d{1,5})? ?[a-zA-Z]?';
const WORD = "(?:\\p{Lu}[\\p{L}'’.-]{0,40}|\\d{1,3}(?:st|nd|rd|th)|[NSEW]\\.?)";
const TOWN = "\\p{Lu}[\\p{L}'’-]{2,40}";

/** Said of streets alone. */
const STREET =
  'Street|Road|Rd|Avenue|Ave|Av|Lane|Ln|Boulevard|Blvd|Crescent|Terrace|Gardens|Grove|Parkway|Pkwy|Highway';
/** Said of other things too; a town, a comma or the end must follow. */
const PERHAPS = 'St|Dr|Drive|Ct|Court|Close|Way|Place|Pl|Hill|Row|Walk|Square|Sq|Mews|Park|Cottages|Circle|Cir|Trail';
/** Before these one stands where somebody lives. */
const LIVES =
  '(?:lives?|living|resid(?:es|ing)|address|adresse|home|wohnt|wohnhaft|zu\\sHause|anschrift|vive\\sen|abita\\sin|woont|habite|domicile|discharged\\sto|moved?\\s(?:in|to)|moved\\sin|taxi\\sto|visit|sends?\\smail\\sto)';

const ADDRESSES: readonly RegExp[] = [
  `(?<![\\d.,/-])${HOUSE}(?: ${WORD}){1,4} (?:${STREET})\\b\\.?`,
  `(?<![\\d.,/-])\\d{1,5}[a-zA-Z]? The (?:Crescent|Close|Avenue|Street|Green|Grove|Terrace|Drive|Mews|Square)\\b`,
  `(?<![\\d.,/-])${HOUSE}(?: ${WORD}){1,3} (?:${PERHAPS})\\b\\.?(?=,? ${TOWN}(?: ${TOWN})?,? [A-Z]{1,2}\\d|, ${TOWN}|[;)]|\\.?$)`,
  '(?<![\\d.,/-])\\d{1,4}[a-z]? [a-z]{3,20}(?: [a-z]{3,20})? (?:street|road|avenue|lane)(?=,|\\.?$)',
  // Lindenstraße 22, Hauptstr. 5a, Rosenweg 4, 79104 Freiburg, Am alten Markt 3, 39104 Magdeburg
  `(?<![\\p{L}-])\\p{Lu}[\\p{L}-]{2,40}(?:straße|strasse|str\\.|gasse|allee) ?\\d{1,4} ?[a-z]?(?![\\p{L}\\d])`,
  `(?<![\\p{L}-])\\p{Lu}[\\p{L}-]{0,40}(?: [\\p{L}-]{1,40}){0,3} \\d{1,4} ?[a-z]?, ?(?:[A-Z]{1,2}-)?\\d{4,5} ${TOWN}`,
  // rue, Calle, Via, gracht, gatan
  "(?<![\\d.,/-])\\d{1,4}(?: ?bis| ?ter)?,? (?:rue|avenue|av\\.|boulevard|bd|place|chemin|allée|impasse|quai|cours|route) (?:(?:de|du|des|de la|la|le|les) |de l['’]|d['’])?\\p{Lu}[\\p{L}'’-]{1,40}",
  "(?<!\\p{L})(?:[Rr]ue|[Cc]hemin|[Qq]uai|[Cc]alle|C/|[Aa]venida|Avda\\.?|[Pp]laza|[Pp]aseo|[Rr]ua) ?(?:(?:de|del|de la|do|da|du|des) )*\\p{Lu}[\\p{L}'’-]{1,40}(?: \\p{Lu}[\\p{L}'’-]{1,40}){0,4},? \\d{1,4}(?![\\d%])",
  `(?<!\\p{L})(?:[Vv]ia|[Vv]iale|[Pp]iazza|[Cc]orso) (?:(?:del|della|dei|di|XX) )?\\p{Lu}[\\p{L}'’-]{1,40}(?: \\p{Lu}[\\p{L}'’-]{1,40})?,? \\d{1,3}(?=, ?(?:\\d{5}|${TOWN})|[);]|\\.?$)`,
  '(?<![\\p{L}-])\\p{Lu}[\\p{L}-]{2,40}(?:straat|gracht|plein|kade|dijk|laan|gatan|vägen|gata|veien|gade|vej) \\d{1,4}(?![\\d%])',
  // Postcodes of the United Kingdom and, behind a town and a state, of the United States.
  '(?<![\\p{L}\\d])(?:[A-Z]{1,2}\\d[A-Z\\d]?) \\d(?!HT|NG|KG|ML|MG)[ABD-HJLNP-UW-Z]{2}(?![\\p{L}\\d])',
  `(?<![\\p{L}-])${TOWN}(?: ${TOWN})?,? [A-Z]{2} \\d{5}(?:-\\d{4})?(?!\\d)`,
  '(?<!\\p{L})P\\.?O\\.? ?Box \\d+',
  '(?<!\\p{L})Postfach \\d[\\d ]{1,12}',
].map((source) => new RegExp(source, 'gmu'));

const AT_HOME = new RegExp(
  `(?<!\\p{L})${LIVES}[^\\d\\n]{0,24}?(?:\\d{1,5}[a-z]?,? \\p{L}{3,40}(?: \\p{L}{1,40}){0,2}|\\p{L}{3,40} \\d{1,4}[a-z]?), ?\\p{L}{3,40}`,
  'giu',
);

/** In patterns of one kind the longer reach of two in one place is what is told. */
export function findAddresses(text: string): Finding[] {
  return [...ADDRESSES, AT_HOME]
    .flatMap((pattern) => stretches('address', text, pattern))
    .sort((a, b) => b.length - a.length);
}
