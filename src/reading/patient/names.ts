/** People's names as they stand beside a date. */

/** The source of patterns for flags `u`: what goes before a name, and tells that it is a person's. */
const TITLE =
  '(?:[Mm]rs?|MRS?|[Mm]s|[Mm]iss|[Mm]aster|[Bb]aby|[Ll]ittle|[Ff]rau|[Hh]errn?|[Ff]r|[Hh]r|[Mm]me|[Mm]lle|M|[Ss]ra?|[Ss]ig(?:\\.ra|ra)?|[Dd](?:hr|r)|[Pp]rof|[Pp]t|[Pp]atient(?:in)?|[Kk]ind|[Bb]oy|[Gg]irl)\\.?\\s';
const PART = "(?:\\p{Lu}[\\p{L}'’]{1,40}(?:-\\p{Lu}[\\p{L}'’]{1,40}){0,3}|\\p{Lu}\\.)";
const PARTICLE = '(?:(?:van|von|der|den|de|del|della|di|da|la|le|el|al|bin|ter|zu|y)\\s)';

/** A name of one word that a title makes one, or of several words: `Maria Keller`, `Keller, Maria`, `KELLER Maria`. */
export const NAME = `(?:(?:${TITLE}){1,3}${PARTICLE}{0,3}${PART}(?:,?\\s${PARTICLE}{0,3}${PART}){0,4}|${PART}(?:,?\\s${PARTICLE}{0,3}${PART}){1,4})`;

/** Somebody in care, and not an author. */
export const IN_CARE =
  /\b(?:mr|mrs|ms|miss|master|baby|little|frau|herrn?|fr|hr|mme|mlle|sra?|sig(?:\.ra|ra)?|dhr|pt|patient|patientin|kind|boy|girl|child|son|daughter|mother|father)\b/iu;

/** Words with a capital that are no part of a person's name. */
const NO_NAMES = new Set(
  `The This That These Our Their Table Tables Figure Fig Trial Study Review Library Journal Lancet Cochrane Annals Medicine Oncology
  Cardiology Neurology Surgery Version Protocol Guideline Guidelines Leitlinie Stand University Hospital Clinic Press Report Committee
  Meeting Group Ward Annual Data Lock Cut Cutoff Amendment Appendix Supplement Registry Update Updated Published Accessed Received
  Accepted Revised Submitted January February March April May June July August September October November December Monday Tuesday
  Wednesday Thursday Friday Saturday Sunday Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag Januar Februar Juni Juli Oktober
  Dezember Erratum Letter Comment Editorial Congress Conference Board Rote Hand Brief Label Cohort Wave Welle Audit Health Department
  Ministry Nature Science Access Date Datum Database Search Start End First Last Patient Pt Journal Club Room Not See Read And Von Vom`
    .split(/\s+/)
    .map((word) => word.toLowerCase()),
);

export function couldBeName(text: string): boolean {
  return text
    .split(/[\s,]+/)
    .slice(-2)
    .every((word) => !NO_NAMES.has(word.toLowerCase()));
}
