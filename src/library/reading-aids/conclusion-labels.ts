/** Which headings of an abstract mean the authors' conclusion, in the languages publishers use. */
import type { AbstractSection } from '#model/index.ts';

/** A word that says conclusion, wherever it stands in a heading. */
const CONCLUSION =
  /\bCONCLU(?:SIONS?|SION\(S\)|SIONES|SIÓN|SÃO|SÕES|SIONI|SIONE|SIE|SIES|DING REMARKS)(?![A-ZÀ-Ý])|^(?:SCHLUSSFOLGERUNG(?:EN)?|FAZIT|KONKLUSI?ON(?:ER)?|KONKLUSJON|SLUTSATS(?:ER)?|FORTOLKNING|WNIOSKI|ZÁVĚRY?|ВЫВОДЫ?|ЗАКЛЮЧЕНИЕ|结论|結論)$/u;
const INTERPRETATION =
  /^(?:DISCUSSION (?:AND|&) )?INTERPRETATION(?: (?:AND|&) (?:RELEVANCE|IMPLICATIONS|SIGNIFICANCE))?$/;
/** Headings that share a section with something else than conclusions, which cannot be told apart inside it. */
const MIXED = /RESULT|FINDING|METHOD|OBJECTIVE|\bAIMS?\b|LIMITATION|PURPOSE|BACKGROUND|LABEL/;
/** Headings that are a conclusion where NLM files them as one, and something else elsewhere. */
const BY_CATEGORY = /^(?:SUMMARY|LESSONS?)?$/;
/** Reviews of what is new close with a summary of what it means; the heading before tells them. */
const REVIEW_OF_NEWS = 'RECENT FINDINGS';

/** The sections that are the authors' conclusion and nothing else. A discussion, an implication or a limitation is not. */
export function concludingSections(sections: readonly AbstractSection[]): AbstractSection[] {
  const isOfNews = sections.some((section) => normal(section.label) === REVIEW_OF_NEWS);
  return sections.filter((section) => isConclusion(section) || (isOfNews && normal(section.label) === 'SUMMARY'));
}

function isConclusion(section: AbstractSection): boolean {
  const label = normal(section.label);
  if (MIXED.test(label)) return false;
  if (CONCLUSION.test(label) || INTERPRETATION.test(label)) return true;
  return section.category === 'CONCLUSIONS' && BY_CATEGORY.test(label);
}

function normal(label = ''): string {
  return label
    .toUpperCase()
    .replace(/[:.\s]+$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}
