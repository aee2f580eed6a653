/** The parts of a paper in which its design and its size are stated, as plain text. */
import { plainText } from '#model/index.ts';
import type { AbstractSection, Paper } from '#model/index.ts';

const METHODS = /METHOD|DESIGN|SETTING|PARTICIPANT|PATIENTS|SUBJECTS|POPULATION|SAMPLE|DATA SOURCE|STUDY SELECTION/;
const RESULTS = /RESULT|FINDING/;
const OTHER = /BACKGROUND|OBJECTIVE|PURPOSE|\bAIMS?\b|CONCLU|DISCUSS|INTERPRET|SUMMARY|LIMITATION/;

export interface AbstractParts {
  /** What was done; the whole abstract where it has no sections. */
  readonly methods: string;
  /** What was done and what was found; the whole abstract where it has no sections. */
  readonly study: string;
  readonly whole: string;
}

export function abstractParts(paper: Paper): AbstractParts {
  const sections = paper.abstract?.sections ?? [];
  const whole = joined(sections);
  if (!sections.some((section) => section.label !== undefined)) return { methods: whole, study: whole, whole };
  const methods = sections.filter((section) => isOf(section, METHODS, 'METHODS'));
  const study = sections.filter((section) => isOf(section, METHODS, 'METHODS') || isOf(section, RESULTS, 'RESULTS'));
  return { methods: joined(methods), study: joined(study), whole };
}

function isOf(section: AbstractSection, words: RegExp, category: string): boolean {
  const label = (section.label ?? '').toUpperCase();
  if (words.test(label)) return true;
  return section.category === category && !OTHER.test(label);
}

function joined(sections: readonly AbstractSection[]): string {
  return sections.map((section) => plainText(section.text)).join('\n');
}
