/** `attune bench search`: the CPU time of a first page of results, all threads counted, for many queries and for the broadest word. */
import { AppError, plainText } from '#model/index.ts';
import type { Paper } from '#model/index.ts';
import type { Finding, FindRequest, LibraryState } from '#library/index.ts';
import { wordForms } from '#text/index.ts';
import { cpuSeconds, inWords, mean, p95, rounded } from './figures.ts';
import type { Measured } from './figures.ts';
import { thisMachine } from './machine.ts';
import { firstPage, readQueries } from './search-queries.ts';

/** A house as the server has it: its queries run in a thread of their own. */
interface SearchedHouse {
  find(request: FindRequest): Promise<Finding>;
  state(): Promise<LibraryState>;
  close(): Promise<void>;
}

export interface SearchBench {
  /** The list of queries. */
  readonly file: string;
  /** Only the queries of this mode. */
  readonly mode?: string | undefined;
  /** Measured as the broadest word; looked for where absent. */
  readonly word?: string | undefined;
  readonly open: () => Promise<SearchedHouse>;
  readonly say: (sentence: string) => void;
}

interface ModeFigures {
  readonly queries: number;
  readonly meanCpuMs: number;
  readonly p95CpuMs: number;
  readonly maxCpuMs: number;
}

/** A query is repeated until the clock of CPU time, which may tick in 4 ms, has moved far enough. */
const FEWEST_PASSES = 5;
const MOST_PASSES = 60;
const ENOUGH_SECONDS = 0.08;
/** How many of the words that are commonest in the papers found are tried for the broadest. */
const WORDS_TRIED = 20;

/** @throws AppError `unreadable_file` for the list, `bad_request` for a mode that is not in it. */
export async function benchSearch({ file, mode, word, open, say }: SearchBench): Promise<Measured> {
  const queries = readQueries(file).filter((query) => mode === undefined || query.mode === mode);
  if (queries.length === 0)
    throw new AppError(
      'bad_request',
      `The file ${file} holds no queries${mode === undefined ? '' : ` of the mode ${mode}`}.`,
    );
  const house = await open();
  try {
    const { papers } = await house.state();
    const seen = new Map<string, Paper>();
    const timesOf = new Map<string, number[]>();
    for (const query of queries) {
      const times = timesOf.get(query.mode) ?? [];
      if (times.length === 0) {
        timesOf.set(query.mode, times);
        say(`Searching: ${query.mode} …`);
      }
      for (const { paper } of (await house.find(query.request)).hits) seen.set(paper.id, paper);
      times.push(await cpuMsOf(house, query.request));
    }
    const modes = Object.fromEntries([...timesOf].map(([name, times]) => [name, figuresOf(times)]));
    const broadest = await broadestOf(house, word === undefined ? commonestWords([...seen.values()]) : [word]);
    const broadestWord = { ...broadest, cpuMs: rounded(await cpuMsOf(house, firstPage(broadest.word))) };
    return {
      document: { ...thisMachine(), papers, modes, broadestWord },
      sentences: [
        `${inWords(papers)} papers; CPU time of a first page of 20, all threads counted.`,
        ...Object.entries(modes).map(([name, figures]) => sentence(name, figures)),
        `The broadest word, “${broadest.word}”, with ${inWords(broadest.hits)} hits: ${inWords(broadestWord.cpuMs)} ms.`,
      ],
    };
  } finally {
    await house.close();
  }
}

async function cpuMsOf(house: SearchedHouse, request: FindRequest): Promise<number> {
  await house.find(request);
  const before = cpuSeconds();
  let passes = 0;
  let seconds = 0;
  while (passes < FEWEST_PASSES || (seconds < ENOUGH_SECONDS && passes < MOST_PASSES)) {
    await house.find(request);
    passes += 1;
    seconds = cpuSeconds() - before;
  }
  return (seconds * 1000) / passes;
}

function figuresOf(times: readonly number[]): ModeFigures {
  return {
    queries: times.length,
    meanCpuMs: rounded(mean(times)),
    p95CpuMs: rounded(p95(times)),
    maxCpuMs: rounded(Math.max(...times)),
  };
}

/** The words that most of these papers have, commonest first. */
function commonestWords(papers: readonly Paper[]): string[] {
  const counts = new Map<string, number>();
  for (const paper of papers) {
    const texts = [paper.title, ...(paper.abstract?.sections.map((section) => section.text) ?? [])];
    for (const form of new Set(texts.flatMap((text) => wordForms(plainText(text)))))
      counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  const commonest = [...counts].sort((left, right) => right[1] - left[1]).slice(0, WORDS_TRIED);
  return commonest.map(([form]) => form);
}

async function broadestOf(house: SearchedHouse, words: readonly string[]): Promise<{ word: string; hits: number }> {
  let broadest = { word: words[0] ?? '', hits: 0 };
  for (const word of words) {
    const { total } = await house.find(firstPage(word));
    if (total > broadest.hits) broadest = { word, hits: total };
  }
  return broadest;
}

function sentence(mode: string, { queries, meanCpuMs, p95CpuMs, maxCpuMs }: ModeFigures): string {
  return `${mode}: ${queries} queries, mean ${inWords(meanCpuMs)} ms, 95 of 100 within ${inWords(p95CpuMs)} ms, at most ${inWords(maxCpuMs)} ms.`;
}
