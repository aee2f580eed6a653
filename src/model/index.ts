/** Words every room shares: what a paper is, its dates and its text, and the one error. Pure; opens no other room. */
export { hasAbstract } from './abstracts.ts';
export { authorName, authorsOf } from './authors.ts';
export type { Brand } from './brand.ts';
export { civilDate, dateInWords, dateOfDay, daysInMonth, earliestDay, isCalendarDay, isoDate } from './dates.ts';
export type { CivilDate, PartialDate } from './dates.ts';
export { AppError, toAppError } from './errors.ts';
export type { ErrorCode, Place } from './errors.ts';
export { languageName, LANGUAGES } from './languages.ts';
export type {
  Abstract,
  AbstractSection,
  Author,
  Book,
  Databank,
  Grant,
  HistoryDate,
  Identifiers,
  Journal,
  Keyword,
  MeshHeading,
  MeshQualifier,
  OtherAbstract,
  Paper,
  PaperSource,
  RecordId,
  Reference,
  Relation,
  Substance,
  SupplementaryConcept,
  Term,
} from './paper.ts';
export { FORMAT_TAGS, MATH_TAGS, plainText } from './rich-text.ts';
export type { RichElement, RichNode, RichTag, RichText } from './rich-text.ts';
