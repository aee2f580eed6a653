/** Marks in their tables: looked up for some papers, and changed together with their history. */
import { sql } from 'kysely';
import type { RecordId } from '#model/index.ts';
import type { AccountId } from '#people/index.ts';
import { changes, markOf, STATE_COLUMNS, stateAfter, UNMARKED } from './mark.ts';
import type { HistoryAct, Mark, MarkAct, MarkState, Noticed, Why } from './mark.ts';
import type { Readable, Tables } from './tables.ts';

/** Every paper asked for has a mark, and be it an empty one. */
export async function marksOf(
  tables: Readable,
  account: AccountId,
  papers: readonly RecordId[],
): Promise<Map<RecordId, Mark>> {
  const states = await statesOf(tables, account, papers);
  const noted = await tables
    .selectFrom('reading_note')
    .select('paper')
    .where('account', '=', account)
    .where('paper', 'in', papers)
    .execute();
  const hasNote = new Set(noted.map(({ paper }) => paper));
  const labels = await labelsOf(tables, account, papers);
  return new Map(
    papers.map((paper) => [paper, markOf(states.get(paper) ?? UNMARKED, hasNote.has(paper), labels.get(paper) ?? [])]),
  );
}

/** @param papers undefined for all that have labels. */
export async function labelsOf(
  tables: Readable,
  account: AccountId,
  papers?: readonly RecordId[],
): Promise<Map<RecordId, string[]>> {
  const rows = await tables
    .selectFrom('reading_label')
    .select(['paper', 'name'])
    .where('account', '=', account)
    .$if(papers !== undefined, (query) => query.where('paper', 'in', papers ?? []))
    .orderBy('paper')
    .orderBy('key')
    .execute();
  const labels = new Map<RecordId, string[]>();
  for (const { paper, name } of rows) {
    const named = labels.get(paper);
    if (named === undefined) labels.set(paper, [name]);
    else named.push(name);
  }
  return labels;
}

/** What goes with an act: why less, and what is known against each paper when it is saved. */
export interface ActDetail {
  readonly why?: Why | undefined;
  readonly noticed?: Noticed | undefined;
}

/** One act on some papers. @returns those that it changed, in the order given. */
export async function applyAct(
  tables: Tables,
  at: number,
  account: AccountId,
  papers: readonly RecordId[],
  act: MarkAct,
  { why, noticed }: ActDetail = {},
): Promise<RecordId[]> {
  const states = await statesOf(tables, account, papers);
  const changed = papers.filter((paper) => changes(states.get(paper) ?? UNMARKED, act, why));
  if (changed.length === 0) return [];
  const sequences = await writeHistory(tables, at, account, changed, act, why);
  const rows = changed.map((paper) => {
    const entry = {
      sequence: sequences.get(paper) ?? 0,
      at,
      why,
      noticed: noticed && (noticed.get(paper) ?? []).join(','),
    };
    return { account, paper, ...stateAfter(states.get(paper) ?? UNMARKED, act, entry) };
  });
  await tables
    .insertInto('reading_mark')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['account', 'paper']).doUpdateSet((eb) => ({
        opinion: eb.ref('excluded.opinion'),
        why: eb.ref('excluded.why'),
        saved_at: eb.ref('excluded.saved_at'),
        saved_as: eb.ref('excluded.saved_as'),
        saved_noticed: eb.ref('excluded.saved_noticed'),
        is_read: eb.ref('excluded.is_read'),
        is_hidden: eb.ref('excluded.is_hidden'),
      })),
    )
    .execute();
  return changed;
}

/** @returns the entry of each paper. */
export async function writeHistory(
  tables: Tables,
  at: number,
  account: AccountId,
  papers: readonly RecordId[],
  act: HistoryAct,
  why?: Why,
): Promise<Map<RecordId, number>> {
  const entries = await tables
    .insertInto('reading_history')
    .values(papers.map((paper) => ({ at, account, paper, act, why: why ?? null })))
    .returning(['paper', 'sequence'])
    .execute();
  return new Map(entries.map(({ paper, sequence }) => [paper, sequence]));
}

/**
 * Papers that a person has had to do with: liked, saved, read, noted or opened, be it long ago and taken back, or added to a
 * collection. Whoever used a paper is told of its retraction, whatever they hid since.
 */
export async function usedOf(
  tables: Readable,
  account: AccountId,
  papers: readonly RecordId[],
): Promise<Set<RecordId>> {
  const { rows } = await sql<{ readonly paper: RecordId }>`
    select paper from reading_history
     where account = ${account} and paper in (${sql.join(papers)}) and act in ('like', 'save', 'read', 'note')
    union select paper from reading_opened where account = ${account} and paper in (${sql.join(papers)})
    union select paper from reading_collection_paper where added_by = ${account} and paper in (${sql.join(papers)})
  `.execute(tables);
  return new Set(rows.map(({ paper }) => paper));
}

async function statesOf(
  tables: Readable,
  account: AccountId,
  papers: readonly RecordId[],
): Promise<Map<RecordId, MarkState>> {
  const rows = await tables
    .selectFrom('reading_mark')
    .select(['paper', ...STATE_COLUMNS])
    .where('account', '=', account)
    .where('paper', 'in', papers)
    .execute();
  return new Map(rows.map(({ paper, ...state }) => [paper, state]));
}
