/** Readers of a house that is measured: each likes and keeps papers of subjects of their own, and is signed in. */
import type { RecordId } from '#model/index.ts';
import type { FictionalPerson, People } from '#people/index.ts';
import type { Interest, Reading } from '#reading/index.ts';
import type { Subject, WrittenRecords } from './serve-records.ts';

/** Somebody who is signed in, as the load needs them. */
export interface LoadReader {
  readonly token: string;
  /** Of their subjects; what they react to is among them. */
  readonly papers: readonly RecordId[];
}

const LIKES = 20;
const SAVED = 10;
const INTERESTS = 3;
const PAPERS_KEPT = 200;

/** @throws Error in a house that nobody can walk into. */
export async function makeReaders(
  { people, reading }: { readonly people: People; readonly reading: Reading },
  { ids, subjects }: WrittenRecords,
  count: number,
): Promise<LoadReader[]> {
  const { walkIns } = people;
  if (walkIns === undefined) throw new Error('Nobody can walk into this house.');
  const cast = Array.from({ length: count }, (_, number): FictionalPerson => ({
    name: `Reader ${number + 1}`,
    email: `reader-${number + 1}@bench.example`,
    title: 'Reader',
    roles: [],
  }));
  await walkIns.ensure(cast);
  const accounts = (await walkIns.list()).filter(({ title }) => title === 'Reader');
  const readers: LoadReader[] = [];
  for (const [number, { account }] of accounts.entries()) {
    const chosen = subjectsOf(subjects, number);
    const own = ownOf(chosen, number, ids);
    await reading.marks.actOnAll(account, own.slice(0, LIKES), 'like');
    await reading.marks.actOnAll(account, own.slice(LIKES, LIKES + SAVED), 'save');
    await reading.profile.choose(
      account,
      chosen.map(({ heading }): Interest => ({ kind: 'topic', value: heading })),
    );
    const { token } = await walkIns.enter(account, 'own');
    readers.push({ token, papers: own });
  }
  return readers;
}

/** Every reader has another first subject as far as there are so many; fewer where the papers have fewer headings. */
function subjectsOf(subjects: readonly Subject[], number: number): Subject[] {
  const places = Array.from({ length: INTERESTS }, (_, turn) => (number + turn * 53) % Math.max(subjects.length, 1));
  return [...new Set(places)].flatMap((place) => subjects[place] ?? []);
}

/** Papers of the first subject, or of the first two by turns, begun at another place by each reader; of all where there is no subject. */
function ownOf(chosen: readonly Subject[], number: number, ids: readonly RecordId[]): RecordId[] {
  const liked = chosen.slice(0, 1 + (number % 2));
  const pool = liked.length === 0 ? [ids] : liked.map(({ papers }) => papers);
  const own = new Set<RecordId>();
  for (let turn = 0; turn < 2 * PAPERS_KEPT && own.size < PAPERS_KEPT; turn += 1) {
    const papers = pool[turn % pool.length] as readonly RecordId[];
    own.add(papers[(number * 7 + Math.floor(turn / pool.length)) % papers.length] as RecordId);
  }
  return [...own];
}
