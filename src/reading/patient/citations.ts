/** Numbers that name papers, trials, grants and genes, and no patient: they are blanked out before anything else is looked for. */

const CITATIONS: readonly RegExp[] = [
  /\b(?:https?:\/\/|www\.)\S+/giu,
  /\b10\.\d{4,9}\/[^\s"<>]+/gu,
  /\bPM(?:ID|C|CID)s?[:#]?\s?(?:PMC)?\d{1,9}(?:\s?(?:,|;|&|and|und|or)\s?(?:PM(?:ID|C)[:#]?\s?)?\d{5,9}\b)*/giu,
  // Registries of trials, reviews, sequences and samples: letters, then digits.
  /\b(?:NCT|ISRCTN|DRKS|ACTRN|ChiCTR|UMIN|jRCTs?|JPRN|CTRI|NTR|IRCT|CRD|CD|PRJ[A-Z]{2}|GS[EM]|[DES]R[PRSX]|EGA[CDS]|rs|ss|COSM)[-: ]?\d[\d/-]{2,}/gu,
  /\b\d{4}-\d{6}-\d{2}(?:-\d{2})?(?![\d-])/gu,
  /\bISBN(?:-1[03])?:?\s?[\dX][\dX -]{8,16}/giu,
  /\b[EP]?-?ISSN:?\s?\d{4}-\d{3}[\dX]/giu,
  /(?<![\d-])\d{4}-\d{4}-\d{4}-\d{3}[\dX](?![\d-])/gu,
  /\barXiv:?\s?\S+/giu,
  // 2025;13(5):402-411, also 2024; 403: 1241-53.
  /\b(?:18|19|20)\d{2}(?:\s[A-Z][a-z]{2,8}(?:\s\d{1,2})?)?;\s?\d{1,4}(?:\s?\([^()\n]{1,20}\))?(?:\s?:\s?[a-z]?\d{1,6}(?:\s?[-–]\s?[a-z]?\d{1,6})?)?/giu,
  /\b(?:pp?|pages?|Seiten?|lines?|rows?|figs?|figures?|tables?)\.?\s\d{1,5}(?:\s?[-–]\s?\d{1,5})?/giu,
  // Grants of the American institutes: R01 HL123456.
  /\b[A-Z]\d{2}[ -]?[A-Z]{2}[ -]?\d{5,6}(?:-\d{2}[A-Z\d]{0,2})?\b/gu,
];

/** Stands in for a character of a citation: no letter, digit, space or mark, so that nothing reaches across it. */
const BLANK = '\u{a4}';

/** @returns the text, as long as it was and with everything else in its place. */
export function withoutCitations(text: string): string {
  return CITATIONS.reduce((rest, pattern) => rest.replace(pattern, (found) => BLANK.repeat(found.length)), text);
}
