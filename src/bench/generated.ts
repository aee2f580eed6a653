/**
 * Papers made of the parts of real ones, always the same, as many as a measurement wants. Each is drawn by dice of its own, so that any
 * number of them begins alike.
 */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { AppError } from '#model/index.ts';
import type { Paper, RecordId } from '#model/index.ts';
import { throwsOf } from './dice.ts';

export interface Generated {
  readonly id: number;
  readonly title: string;
  readonly abstract: string;
  readonly mesh: readonly string[];
  readonly journal: string;
  readonly year: number;
  /** `20240309` as a number. */
  readonly date: number;
}

interface Base {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly mesh: readonly string[];
  readonly journal: string;
  readonly year: string;
  readonly groups: readonly (readonly number[])[];
}

type Line = Partial<Record<'title' | 'abstract' | 'journal' | 'year', string>> & { readonly mesh?: readonly string[] };

const LONGEST_SENTENCE = 60;
const PIECE = 25;
const LARGEST_GROUP = 2_000;
const HEADINGS = 15;

/**
 * @param corpus JSON Lines, packed, with title, abstract, mesh, journal and year.
 * @throws AppError `unreadable_file`
 */
export async function generator(corpus: string): Promise<(number: number) => Generated> {
  const base = await readBase(corpus);
  return (number) => generated(base, number);
}

async function readBase(corpus: string): Promise<Base[]> {
  const lines: Line[] = [];
  try {
    for await (const text of createInterface({ input: createReadStream(corpus).pipe(createGunzip()) })) {
      const line = JSON.parse(text) as Line;
      if (clean(line.title) !== '' && clean(line.abstract) !== '') lines.push(line);
    }
  } catch (cause) {
    const message = `The corpus ${corpus} cannot be read. It is a packed file of JSON Lines; say where your files stand with ATTUNE_FIXTURES.`;
    throw new AppError('unreadable_file', message, { cause });
  }
  const members = new Map<string, number[]>();
  for (const [number, line] of lines.entries())
    for (const key of keysOf(line)) {
      const group = members.get(key) ?? [];
      group.push(number);
      members.set(key, group);
    }
  return lines.map((line) => ({
    title: clean(line.title),
    sentences: sentencesOf(clean(line.abstract)),
    mesh: line.mesh ?? [],
    journal: line.journal ?? '',
    year: String(line.year ?? ''),
    groups: keysOf(line)
      .map((key) => members.get(key) ?? [])
      .filter(({ length }) => length >= 2 && length <= LARGEST_GROUP),
  }));
}

function keysOf({ mesh = [], journal = '' }: Line): string[] {
  return [...new Set(mesh.map((heading) => `m:${heading}`)), ...(journal === '' ? [] : [`j:${journal}`])];
}

function clean(text = ''): string {
  return text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '');
}

function sentencesOf(abstract: string): string[] {
  return abstract.split(/(?<=[.?!]) +(?=[A-Z])/).flatMap((sentence) => {
    const words = sentence.split(' ');
    if (words.length <= LONGEST_SENTENCE) return [sentence];
    const pieces: string[] = [];
    for (let at = 0; at < words.length; at += PIECE) pieces.push(words.slice(at, at + PIECE).join(' '));
    return pieces;
  });
}

function generated(base: readonly Base[], number: number): Generated {
  const next = throwsOf((Math.imul(number, 0x9e3779b9) + 12_345) | 0);
  const first = base[next(base.length)] as Base;
  const count = 2 + next(2);
  const wanted = 6 + next(5);
  const group = first.groups.length === 0 ? undefined : first.groups[next(first.groups.length)];
  const sources = [first];
  while (sources.length < count)
    sources.push(base[group === undefined ? next(base.length) : (group[next(group.length)] as number)] as Base);
  const used = new Set<string>();
  const said: string[] = [];
  for (let turn = 0; turn < wanted; turn += 1) {
    const { sentences } = sources[next(count)] as Base;
    let at = next(sentences.length);
    let tried = 0;
    for (; tried < sentences.length && used.has(sentences[at] as string); tried += 1) at = (at + 1) % sentences.length;
    if (tried === sentences.length) continue;
    used.add(sentences[at] as string);
    said.push(sentences[at] as string);
  }
  const [drawn, month, day] = [1966 + next(60), 1 + next(12), 1 + next(28)];
  const year = /^\d{4}$/.test(first.year) ? Number(first.year) : drawn;
  return {
    id: number + 1,
    title: first.title,
    abstract: said.join(' '),
    mesh: [...new Set(sources.flatMap(({ mesh }) => mesh))].slice(0, HEADINGS),
    journal: sources.find(({ journal }) => journal !== '')?.journal ?? '',
    year,
    date: year * 10_000 + month * 100 + day,
  };
}

/** As the library holds papers. */
export function paperOf({ id, title, abstract, mesh, journal, date }: Generated): Paper {
  const pmid = String(80_000_000 + id);
  const published = { year: Math.floor(date / 10_000), month: Math.floor(date / 100) % 100, day: date % 100 };
  return {
    id: `pm${pmid}` as RecordId,
    source: 'pubmed',
    kind: 'article',
    version: 1,
    identifiers: { pmid },
    title,
    ...(journal === '' ? {} : { journal: { title: journal } }),
    published,
    history: [{ event: 'entrez', date: published }],
    authors: [],
    authorsComplete: true,
    abstract: { sections: [{ text: abstract }] },
    languages: ['eng'],
    publicationTypes: [{ name: 'Journal Article' }],
    ...(mesh.length === 0 ? {} : { mesh: mesh.map((name) => ({ name })) }),
  };
}
