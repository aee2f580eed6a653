/** `attune bench feed`: what a first page after a like costs, and a refresh of the whole window, with the room both take. */
import { Ranker } from '#app/index.ts';
import type { ReaderView, ReadLibrary } from '#app/index.ts';
import type { Paper, RecordId } from '#model/index.ts';
import { inWords, rounded } from './figures.ts';
import type { Measured } from './figures.ts';
import { generator, paperOf } from './generated.ts';
import { thisMachine } from './machine.ts';

export interface FeedBench {
  /** Papers made. */
  readonly records: number;
  /** The newest of them, which are the window. */
  readonly candidates: number;
  readonly likes: number;
  /** The corpus that papers are made of. */
  readonly corpus: string;
  readonly say: (sentence: string) => void;
}

interface Times {
  readonly cpuMsMean: number;
  readonly p50: number;
  readonly p95: number;
}

const FIRST_PAGES = 200;
const REFRESHES = 20;
const WARM_UP = 10;
const PLACES = 5;
const PAGE = 20;
/** Subjects of a reader, and for so many likes one “less”. */
const SUBJECTS = 3;
const LIKES_A_LESS = 5;
const DAY_MS = 86_400_000;

/** @throws AppError `unreadable_file` for the corpus. */
export async function benchFeed({ records, candidates, likes, corpus, say }: FeedBench): Promise<Measured> {
  say(`Making ${inWords(records)} papers …`);
  const make = await generator(corpus);
  const papers = Array.from({ length: records }, (_, number) => paperOf(make(number)));
  const ranker = new Ranker(libraryOf(papers), candidates);
  say('Reading them for the feed …');
  const built = await measured(1, () => ranker.update());
  const { bytesPerRecord = 0 } = ranker.state();
  const reader = readerOf(papers, likes);
  say('First pages after a like …');
  const firstPage = await measured(FIRST_PAGES, async (turn) => {
    const view = reader(turn);
    await ranker.stir(view, view.away.slice(0, PLACES));
    await ranker.page(view, 0, PAGE, []);
  });
  const bytesPerReader = ranker.bytesOf(reader(0).account);
  say('Refreshes of the whole window …');
  const refresh = await measured(REFRESHES, async (turn) => {
    await ranker.page(reader(FIRST_PAGES + WARM_UP + turn), 1, 0, []);
    return () => ranker.refreshOne();
  });
  const figures = { firstPage, refresh };
  return {
    document: {
      ...thisMachine(),
      records,
      candidates,
      likes,
      ...figures,
      bytesPerReader,
      windowBytesPerRecord: Math.round(bytesPerRecord),
      buildCpuSeconds: rounded(built.cpuMsMean / 1000),
    },
    sentences: [
      `${inWords(records)} papers, of which the newest ${inWords(candidates)} are the window; a reader with ${inWords(likes)} likes.`,
      `First page after a like: mean ${inWords(firstPage.cpuMsMean)} CPU-ms; ${inWords(firstPage.p50)} ms, 95 of 100 within ${inWords(firstPage.p95)} ms.`,
      `The whole window: mean ${inWords(refresh.cpuMsMean)} CPU-ms; ${inWords(refresh.p50)} ms, 95 of 100 within ${inWords(refresh.p95)} ms.`,
      `${inWords(Math.round(bytesPerRecord))} bytes a paper, ${inWords(bytesPerReader)} bytes a reader; read in ${inWords(rounded(built.cpuMsMean / 1000))} CPU-s.`,
    ],
  };
}

/** The papers as a library that holds nothing else: what is measured comes after the reading. */
function libraryOf(papers: readonly Paper[]): ReadLibrary {
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  const now = new Date().toISOString();
  const dayOf = ({ published }: Paper): string =>
    `${published?.year}-${String(published?.month).padStart(2, '0')}-${String(published?.day).padStart(2, '0')}`;
  const recent = papers
    .map((paper) => ({ id: paper.id, entered: dayOf(paper) as never, arrivedAt: now, recordedAt: now }))
    .sort((one, other) => (one.entered < other.entered ? 1 : -1));
  return {
    state: async () => ({ papers: papers.length, quarantined: 0, changedAt: now }),
    recent: async (limit) => recent.slice(0, limit),
    get: async (id) => byId.get(id),
  };
}

/** A reader who with each turn likes one paper more and one less from before, so that as many likes count each time. */
function readerOf(papers: readonly Paper[], likes: number): (turn: number) => ReaderView {
  const bySubject = new Map<string, RecordId[]>();
  for (const { id, mesh = [] } of papers)
    for (const { name } of mesh) {
      const own = bySubject.get(name) ?? [];
      own.push(id);
      bySubject.set(name, own);
    }
  const needed = likes + FIRST_PAGES + REFRESHES + 2 * WARM_UP;
  const subjects = [...bySubject.values()]
    .filter(({ length }) => length * SUBJECTS >= needed && length <= papers.length / SUBJECTS)
    .slice(0, SUBJECTS);
  const pool = subjects.length === 0 ? [papers.map(({ id }) => id)] : subjects;
  const own = [
    ...new Set(
      Array.from({ length: needed }, (_, at) => {
        const subject = pool[at % pool.length] as RecordId[];
        return subject[Math.floor(at / pool.length) % subject.length] as RecordId;
      }),
    ),
  ];
  const asOf = Date.parse('2026-01-31');
  const lesses = papers.slice(0, Math.ceil(likes / LIKES_A_LESS)).map(({ id }) => ({ paper: id, at: asOf }));
  return (turn) => {
    const liked = own
      .slice(turn, turn + likes)
      .map((paper, at) => ({ paper, at: asOf - (at % 30) * DAY_MS }))
      .reverse();
    return {
      account: 'reader',
      revision: turn,
      asOf,
      liked,
      disliked: lesses,
      interests: [],
      stances: [],
      leftOut: { types: [], journals: [], species: [], onlyLanguages: [] },
      away: [...liked, ...lesses].map(({ paper }) => paper),
      seed: turn + 1,
    };
  };
}

/**
 * @param work what it gives back, if anything, is measured in its stead.
 * @returns CPU time a turn in the mean over all of them, since its clock ticks in 4 ms; wall time turn by turn.
 */
async function measured(
  turns: number,
  work: (turn: number) => Promise<void | (() => Promise<unknown>)>,
): Promise<Times> {
  const walls: number[] = [];
  let cpu = 0;
  for (let turn = turns === 1 ? 0 : -WARM_UP; turn < turns; turn += 1) {
    let before = process.cpuUsage();
    let started = performance.now();
    const rest = await work(turn + (turns === 1 ? 0 : WARM_UP));
    if (rest !== undefined) {
      before = process.cpuUsage();
      started = performance.now();
      await rest();
    }
    if (turn < 0) continue;
    const { user, system } = process.cpuUsage(before);
    cpu += (user + system) / 1000;
    walls.push(performance.now() - started);
  }
  walls.sort((one, other) => one - other);
  const at = (share: number): number =>
    rounded(walls[Math.min(Math.floor(share * walls.length), walls.length - 1)] as number);
  return { cpuMsMean: rounded(cpu / turns), p50: at(0.5), p95: at(0.95) };
}
