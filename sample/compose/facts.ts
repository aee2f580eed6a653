/**
 * Reads the facts of made-up studies: plain text, one `name: value` a line, a study beginning with `== key`.
 * The name of a file says the field and the design of all studies in it: `infection.trial.txt`;
 * what is tied to other studies (`tied.protocol.txt`) takes the field of its study.
 */
import { readdirSync, readFileSync } from 'node:fs';

export const FIELDS = ['hospital medicine', 'cardiology', 'infection', 'health services'] as const;
export type Field = (typeof FIELDS)[number];

export interface Facts {
  /** Names the study in ties and seeds its dice. */
  readonly key: string;
  readonly field: Field;
  readonly design: string;
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** All studies of a folder, files in the order of their names. @throws Error naming file and line. */
export function readFacts(folder: URL): Facts[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .toSorted();
  const all: Facts[] = [];
  for (const name of files) {
    const [field = '', design = ''] = name.split('.');
    const known = FIELDS.find((one) => one === field.replaceAll('-', ' '));
    if (known === undefined && field !== 'tied') throw new Error(`${name} does not begin with the name of a field.`);
    const studies = parseFacts(readFileSync(new URL(name, folder), 'utf8'), known ?? 'hospital medicine', design, name);
    all.push(...studies.map((study) => (known === undefined ? { ...study, field: studyOf(study, all).field } : study)));
  }
  return all;
}

/** The study that a protocol, notice, comment or preprint is `of`. @throws Error where there is none. */
export function studyOf(tied: Facts, all: readonly Facts[]): Facts {
  const study = all.find(({ key }) => key === fact(tied, 'of'));
  if (study === undefined) throw new Error(`${tied.key} is tied to a study that is not there.`);
  return study;
}

function parseFacts(source: string, field: Field, design: string, file: string): Facts[] {
  const studies: { key: string; field: Field; design: string; values: Map<string, string[]> }[] = [];
  for (const [index, raw] of source.split('\n').entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    if (line.startsWith('== ')) {
      studies.push({ key: line.slice(3), field, design, values: new Map() });
      continue;
    }
    const [, name, value] = /^([a-z]+): (.+)$/.exec(line) ?? [];
    const study = studies.at(-1);
    if (name === undefined || value === undefined || study === undefined)
      throw new Error(`${file}, line ${index + 1}: expected “name: value” below “== key”.`);
    study.values.set(name, [...(study.values.get(name) ?? []), value]);
  }
  return studies;
}

/** @throws Error where the study does not give it. */
export function fact(facts: Facts, name: string): string {
  const value = factIfGiven(facts, name);
  if (value === undefined) throw new Error(`${facts.key} does not say its ${name}.`);
  return value;
}

export function factIfGiven(facts: Facts, name: string): string | undefined {
  return facts.values.get(name)?.[0];
}

export function factsNamed(facts: Facts, name: string): readonly string[] {
  return facts.values.get(name) ?? [];
}

/** @throws Error where it is absent or no number. */
export function numberOf(facts: Facts, name: string): number {
  const [value = Number.NaN] = numbersOf(facts, name);
  return value;
}

/** Numbers apart by blanks. */
export function numbersOf(facts: Facts, name: string): number[] {
  const numbers = fact(facts, name).split(/\s+/).map(Number);
  if (numbers.some(Number.isNaN)) throw new Error(`${facts.key}: ${name} should be numbers.`);
  return numbers;
}

/** Parts apart by ` | `. */
export function partsOf(facts: Facts, name: string): string[] {
  return (factIfGiven(facts, name) ?? '').split(' | ').filter((part) => part !== '');
}
