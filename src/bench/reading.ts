/** `attune bench reading`: the CPU time of the pages of a house in which many people have marked many papers. */
import type { RecordId } from '#model/index.ts';
import type { AccountId, FictionalPerson, People } from '#people/index.ts';
import type { Reading } from '#reading/index.ts';
import { cpuSeconds, inWords, mean, p95, rounded } from './figures.ts';
import type { Measured } from './figures.ts';
import { thisMachine } from './machine.ts';

/** A house of its own for the measurement, served inside this process. */
export interface ReadHouse {
  readonly people: People;
  readonly reading: Reading;
  /** The papers there are to mark. */
  readonly papers: readonly RecordId[];
  /** Asks the server as a browser at the machine does. */
  ask(path: string, more?: { readonly cookie?: string; readonly body?: object }): Promise<Response>;
  close(): Promise<void>;
}

export interface ReadingBench {
  readonly readers: number;
  /** By each reader. */
  readonly reactions: number;
  readonly open: () => Promise<ReadHouse>;
  readonly say: (sentence: string) => void;
}

interface PageFigures {
  readonly name: string;
  readonly cpuMsMean: number;
  readonly p95: number;
}

/** As many people ask as one address may sign in within a minute. */
const ASKING = 40;
const READINGS = 12;
/** The clock of CPU time may tick in 4 ms, so a reading goes on until it has moved far enough. */
const ENOUGH_SECONDS = 0.08;
const LOOK_UPS = 20_000;

/** Of each reader's marks: three in ten are saved, half of those with a label, one in fifty has a note. */
export async function benchReading({ readers, reactions, open, say }: ReadingBench): Promise<Measured> {
  const house = await open();
  try {
    const accounts = await fill(house, readers, reactions, say);
    const cookies = await signIn(house, accounts.slice(0, ASKING));
    say('Asking for pages …');
    const pages: PageFigures[] = [];
    for (const [name, pathOf] of pagesOf(house)) pages.push(await pageFigures(house, name, pathOf, cookies));
    pages.push({ ...(await actFigures(house, cookies)) });
    const sessionCpuMs = rounded(await lookUpMs(house, cookies));
    return {
      document: { ...thisMachine(), readers, reactions: readers * reactions, pages, sessionCpuMs },
      sentences: [
        `${inWords(readers)} readers with ${inWords(reactions)} marks each, ${inWords(house.papers.length)} papers; CPU time, all threads counted.`,
        ...pages.map(
          ({ name, cpuMsMean, p95: most }) => `${name}: mean ${inWords(cpuMsMean)} ms, p95 ${inWords(most)} ms.`,
        ),
        `Whose session a cookie is: ${inWords(sessionCpuMs)} ms.`,
      ],
    };
  } finally {
    await house.close();
  }
}

async function fill(
  { people, reading, papers }: ReadHouse,
  readers: number,
  reactions: number,
  say: (sentence: string) => void,
): Promise<AccountId[]> {
  say(`Making ${inWords(readers)} readers …`);
  const cast = Array.from({ length: readers }, (_, number): FictionalPerson => ({
    name: `Reader ${number + 1}`,
    email: `reader-${number + 1}@bench.example`,
    title: 'Reader',
    roles: [],
  }));
  await people.walkIns?.ensure(cast);
  const accounts = ((await people.walkIns?.list()) ?? []).map(({ account }) => account);
  let told = performance.now();
  for (const [number, account] of accounts.entries()) {
    const own = Array.from(
      { length: reactions },
      (_, turn) => papers[(number * 37 + turn * 11) % papers.length],
    ).filter((paper) => paper !== undefined);
    const part = (from: number, to: number): RecordId[] =>
      own.slice(Math.floor(own.length * from), Math.floor(own.length * to));
    await reading.marks.actOnAll(account, part(0, 0.5), 'like');
    await reading.marks.actOnAll(account, part(0.5, 0.7), 'less');
    await reading.marks.actOnAll(account, part(0.7, 1), 'save');
    await reading.saved.label(account, part(0.7, 0.85), 'Ward round', true);
    for (const paper of part(0.7, 0.72)) await reading.notes.put(account, paper, 'For the journal club.');
    if (performance.now() - told > 5_000) {
      say(`${inWords(number + 1)} readers have marked their papers …`);
      told = performance.now();
    }
  }
  return accounts;
}

async function signIn({ ask }: ReadHouse, accounts: readonly AccountId[]): Promise<string[]> {
  const cookies: string[] = [];
  for (const id of accounts) {
    const answer = await mustAnswer(ask('/api/walk-in', { body: { id } }));
    cookies.push(answer.headers.getSetCookie()[0]?.split(';')[0] ?? '');
  }
  return cookies;
}

function pagesOf({ papers }: ReadHouse): (readonly [name: string, path: (turn: number) => string])[] {
  const some = (turn: number): readonly RecordId[] =>
    Array.from({ length: 20 }, (_, number) => papers[(turn * 13 + number * 7) % papers.length] ?? ('' as RecordId));
  return [
    ['house', () => '/api/house'],
    ['search', () => '/api/search?q=patients'],
    ['marks of a page', (turn) => `/api/marks?papers=${encodeURIComponent([...new Set(some(turn))].join('|'))}`],
    ['paper', (turn) => `/api/papers/${some(turn)[0]}`],
    ['saved', () => '/api/saved'],
    ['saved, by label', () => '/api/saved?label=Ward%20round'],
    ['saved, with words, by title', () => '/api/saved?q=care&sort=title'],
    ['collections', () => '/api/collections'],
    ['history', () => '/api/history'],
    ['saved as RIS', () => '/api/saved/export?format=ris'],
  ];
}

async function pageFigures(
  { ask }: ReadHouse,
  name: string,
  pathOf: (turn: number) => string,
  cookies: readonly string[],
): Promise<PageFigures> {
  return figures(name, async (turn) => {
    const answer = await mustAnswer(ask(pathOf(turn), { cookie: cookies[turn % cookies.length] ?? '' }));
    await answer.arrayBuffer();
  });
}

async function actFigures({ ask, papers }: ReadHouse, cookies: readonly string[]): Promise<PageFigures> {
  return figures('a like', async (turn) => {
    const body = { paper: papers[turn % papers.length], act: turn % 2 === 0 ? 'like' : 'no-opinion' };
    await mustAnswer(ask('/api/marks', { cookie: cookies[turn % cookies.length] ?? '', body }));
  });
}

async function figures(name: string, once: (turn: number) => Promise<void>): Promise<PageFigures> {
  const times: number[] = [];
  let turn = 0;
  for (let reading = 0; reading < READINGS; reading += 1) {
    const [before, first] = [cpuSeconds(), turn];
    do {
      await once(turn);
      turn += 1;
    } while (cpuSeconds() - before < ENOUGH_SECONDS);
    times.push(((cpuSeconds() - before) * 1_000) / (turn - first));
  }
  return { name, cpuMsMean: rounded(mean(times)), p95: rounded(p95(times)) };
}

async function lookUpMs({ people }: ReadHouse, cookies: readonly string[]): Promise<number> {
  const tokens = cookies.map((cookie) => cookie.slice(cookie.indexOf('=') + 1));
  const before = cpuSeconds();
  for (let turn = 0; turn < LOOK_UPS; turn += 1) await people.sessions.lookUp(tokens[turn % tokens.length] ?? '');
  return ((cpuSeconds() - before) * 1_000) / LOOK_UPS;
}

async function mustAnswer(asked: Promise<Response>): Promise<Response> {
  const answer = await asked;
  if (!answer.ok) throw new Error(`The server answered ${answer.status}: ${await answer.text()}`);
  return answer;
}
