/** People in NBIB: each with the full name, the name with initials, the ORCID iD and the affiliations, in that order. */
import type { Author, Paper } from '#model/index.ts';
import type { MedlineLine } from './medline-lines.ts';

export function authorLines(paper: Paper): MedlineLine[] {
  const authors = paper.authors.length > 0 || paper.kind === 'article' ? paper.authors : (paper.book?.authors ?? []);
  return authors.flatMap((author): MedlineLine[] => [
    ...nameLines(author, 'FAU', 'AU'),
    ['AUID', author.orcid === undefined ? undefined : `ORCID: ${author.orcid}`],
    ...(author.affiliations ?? []).map((affiliation): MedlineLine => ['AD', affiliation]),
  ]);
}

export function editorLines({ book }: Paper): MedlineLine[] {
  return (book?.editors ?? []).flatMap((editor) => nameLines(editor, 'FED', 'ED'));
}

/** Members of a group author. */
export function investigatorLines({ investigators = [] }: Paper): MedlineLine[] {
  return investigators.flatMap((person): MedlineLine[] => [
    ...nameLines(person, 'FIR', 'IR'),
    ...(person.affiliations ?? []).map((affiliation): MedlineLine => ['IRAD', affiliation]),
  ]);
}

export function subjectPeopleLines({ personSubjects = [] }: Paper): MedlineLine[] {
  return personSubjects.flatMap((person) => nameLines(person, 'FPS', 'PS'));
}

/** `de Quellmark, Winston F Jr` and `de Quellmark WF Jr`; a group has one name and a tag of its own. */
function nameLines({ group, last, fore, initials, suffix }: Author, full: string, short: string): MedlineLine[] {
  if (group !== undefined) return [['CN', group]];
  const given = joined([fore ?? initials, suffix]);
  return [
    [full, given === '' ? last : `${last}, ${given}`],
    [short, joined([last, initials, suffix])],
  ];
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(' ');
}
