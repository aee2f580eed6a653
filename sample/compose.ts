/**
 * Writes the composed part of the sample library, `composed.jsonl`, and the field of every sample paper, `fields.json`.
 * Run it again after a change to the facts or to a composer: `./attune --node sample/compose.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { readFacts } from './compose/facts.ts';
import type { Field } from './compose/facts.ts';
import { FIELDS_BY_HAND } from './compose/hand-fields.ts';
import { composeLibrary } from './compose/library.ts';
import { keyOf } from './compose/sample-paper.ts';
import type { SamplePaper } from './compose/sample-paper.ts';

/** The papers of a file of the sample, one a line. */
export function readPapers(file: string): SamplePaper[] {
  const lines = readFileSync(new URL(file, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  // The tests beside this file hold both files to the shape.
  return lines.map((line) => JSON.parse(line) as SamplePaper);
}

/** Both files as they should stand. */
export function compose(): { readonly composed: string; readonly fields: string } {
  const facts = readFacts(new URL('facts/', import.meta.url));
  const byHand = readPapers('papers.jsonl');
  const papers = composeLibrary(facts, byHand, byHand.length + 1);
  const fields: Record<string, Field> = { ...FIELDS_BY_HAND };
  for (const [index, paper] of papers.entries()) fields[keyOf(paper)] = facts[index]?.field ?? 'hospital medicine';
  return {
    composed: papers.map((paper) => `${JSON.stringify(paper)}\n`).join(''),
    fields: `${JSON.stringify(fields, undefined, 2)}\n`,
  };
}

if (import.meta.main) {
  const { composed, fields } = compose();
  writeFileSync(new URL('composed.jsonl', import.meta.url), composed);
  writeFileSync(new URL('fields.json', import.meta.url), fields);
}
