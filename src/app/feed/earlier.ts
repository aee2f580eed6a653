/** A Today of an earlier day: in its opening order, with what was pressed, and ranked anew to see whether it comes out the same. */
import { plainText } from '#model/index.ts';
import type { RecordId } from '#model/index.ts';
import type { Hit } from '#library/index.ts';
import type { AccountId } from '#people/index.ts';
import type { Mark } from '#reading/index.ts';
import { WORDS_VERSION } from '#text/index.ts';
import type { FeedRooms } from './today.ts';
import { MODEL_VERSION } from './record.ts';
import type { RecordedRow, TodayRecord, TodayShift } from './record.ts';

export interface EarlierDay {
  readonly day: string;
  readonly openedAt: string;
  readonly rows: readonly { readonly row: RecordedRow; readonly hit: Hit | undefined; readonly mark: Mark }[];
  readonly shifts: readonly (TodayShift & { readonly notedAt: string })[];
  readonly record: TodayRecord;
  readonly replay: {
    /** Whether the papers come out in the same order; unknown while the library is being read. */
    readonly order: 'same' | 'other' | 'unknown';
    /** Sentences, each of one thing that changed since. */
    readonly changed: readonly string[];
  };
}

/** Named one by one; of more than these the number is told. */
const NAMED = 3;

/** Undefined where the day was not opened. */
export async function earlierDay(rooms: FeedRooms, account: AccountId, day: string): Promise<EarlierDay | undefined> {
  const { reading, papers } = rooms;
  const kept = await reading.todays.get(account, day);
  if (kept === undefined) return undefined;
  const record = kept.record as TodayRecord;
  const ids = record.rows.map(({ id }) => id);
  const [hits, marks, changes] = await Promise.all([
    papers(ids),
    ids.length === 0 ? new Map<RecordId, Mark>() : reading.marks.of(account, ids),
    reading.todays.changes(account, day),
  ]);
  return {
    day,
    openedAt: kept.openedAt,
    rows: record.rows.map((row) => ({ row, hit: hits.get(row.id), mark: marks.get(row.id) as Mark })),
    shifts: changes.map(({ change, at }) => ({ ...(change as TodayShift), notedAt: at })),
    record,
    replay: await replayed(rooms, record),
  };
}

async function replayed({ ranker, papers }: FeedRooms, record: TodayRecord): Promise<EarlierDay['replay']> {
  const state = await ranker.ready();
  if (state !== undefined) return { order: 'unknown', changed: [] };
  const { account } = record.view;
  const view = { ...record.view, account: `${account} again` };
  const again = await ranker.ask('compose', view, record.places, 0);
  const isSame = again.rows.map(({ id }) => id).join() === record.rows.map(({ id }) => id).join();
  const order = isSame ? 'same' : 'other';
  if (again.statistics === record.statistics) return { order, changed: isSame ? [] : programChanges(record) };
  const { gone, changed, came } = await ranker.ask('changedSince', record.candidates, record.newestAt);
  const titles = await titlesOf(papers, changed);
  for (const { id, title } of record.rows) if (!titles.has(id)) titles.set(id, `“${title}”`);
  // Nobody knows the title of a paper that is gone and was not shown.
  const shownGone = gone.filter((id) => titles.has(id));
  const left = record.papers + came - again.papers - gone.length;
  const told = [
    ...programChanges(record),
    ...named(
      changed.map((id) => titles.get(id) ?? id),
      'was updated',
      'were updated',
    ),
    ...named(
      shownGone.map((id) => titles.get(id) ?? id),
      'is no longer there',
      'are no longer there',
    ),
    ...counted(gone.length - shownGone.length, 'of the likeliest left the window'),
    ...counted(came, 'came in'),
    ...counted(left, gone.length === 0 ? 'left the window' : 'that stood further down left the window'),
  ];
  return {
    order,
    changed:
      told.length > 0
        ? told
        : ['Papers that stood further down were updated; how rare each word is has changed with them.'],
  };
}

function programChanges({ words, model }: TodayRecord): string[] {
  return [
    ...(words === WORDS_VERSION ? [] : ['Attune reads words in another way now.']),
    ...(model === MODEL_VERSION ? [] : ['Attune ranks in another way now.']),
  ];
}

async function titlesOf(papers: FeedRooms['papers'], ids: readonly RecordId[]): Promise<Map<RecordId, string>> {
  return new Map([...(await papers(ids))].map(([id, { paper }]) => [id, `“${plainText(paper.title)}”`]));
}

function named(titles: readonly string[], one: string, several: string): string[] {
  if (titles.length > NAMED) return [`${count(titles.length)} ${several}.`];
  return titles.map((title) => `${title} ${one}.`);
}

function counted(papers: number, became: string): string[] {
  return papers > 0 ? [`${count(papers)} ${became}.`] : [];
}

function count(papers: number): string {
  return papers === 1 ? 'One paper' : `${papers.toLocaleString('en')} papers`;
}
