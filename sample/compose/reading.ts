/** What the tests of the sample ask of it, again and again: papers by key, ties, types and dates. */
import assert from 'node:assert/strict';
import { readPapers } from '../compose.ts';
import { keyOf } from './sample-paper.ts';
import type { SampleDate, SamplePaper, SampleRelation } from './sample-paper.ts';

export const byHand = readPapers('papers.jsonl');
export const composed = readPapers('composed.jsonl');
export const papers = [...byHand, ...composed];

const byKey = new Map(papers.map((paper) => [keyOf(paper), paper]));

export function paperOf(key: string): SamplePaper {
  const paper = byKey.get(key);
  assert.ok(paper !== undefined, `${key} is not in the sample`);
  return paper;
}

export function ties(): { paper: SamplePaper; relation: SampleRelation }[] {
  return papers.flatMap((paper) => (paper.relations ?? []).map((relation) => ({ paper, relation })));
}

export function keysWith(relationType: string): string[] {
  return papers.filter(({ relations }) => relations?.some(({ type }) => type === relationType)).map(keyOf);
}

export function keysOfType(type: string): string[] {
  return papers.filter((paper) => hasType(paper, type)).map(keyOf);
}

export function hasType(paper: SamplePaper, type: string): boolean {
  return paper.publicationTypes.some((term) => term.name === type);
}

export function registrationsOf(paper: SamplePaper): string[] {
  return (paper.databanks ?? []).flatMap(({ name, accessions }) => (accessions ?? []).map((one) => `${name} ${one}`));
}

export function enteredDaysAgo(paper: SamplePaper): number {
  const entered = paper.history.find((entry) => entry.event === 'entrez');
  assert.ok(entered !== undefined, `${keyOf(paper)} does not say when it entered`);
  return entered.date.daysAgo;
}

export function datesOf({ published, publishedOnline, revised, completed, history }: SamplePaper): SampleDate[] {
  const all = [published, publishedOnline, revised, completed, ...history.map((entry) => entry.date)];
  return all.filter((date) => date !== undefined);
}
