/** What somebody thinks of papers, as far as the feed is built on it: since they started over, and until they paused. */
import { sql } from 'kysely';
import { AppError } from '#model/index.ts';
import type { RecordId } from '#model/index.ts';
import type { AccountId } from '#people/index.ts';
import type { Why } from './mark.ts';
import type { Readable } from './tables.ts';

const MOST = 10_000;
/** Above every entry of a history. */
const EVER = Number.MAX_SAFE_INTEGER;

export interface JudgedPaper {
  readonly paper: RecordId;
  /** Instant in UTC at which it was said. */
  readonly at: string;
  /** The entry of the history that says it. */
  readonly sequence: number;
  /** Why less, where it was said. */
  readonly why?: Why;
}

export interface Judged {
  /** The newest first. */
  readonly liked: readonly JudgedPaper[];
  /** The newest first. */
  readonly disliked: readonly JudgedPaper[];
  /** How many are liked in all, also those that were not asked for. */
  readonly likes: number;
  readonly lesses: number;
}

export interface JudgedQuestion {
  /** So many of the papers that are liked, from 0 to 10,000. */
  readonly likes: number;
  readonly lesses: number;
}

interface Row {
  /** JSON of the newest: paper, milliseconds since 1970, sequence, why or null. */
  readonly newest: string;
  readonly number: number;
}

/** In one statement, so that all of it is of one moment. @throws AppError `bad_request` */
export async function judgedBy(
  tables: Readable,
  account: AccountId,
  { likes, lesses }: JudgedQuestion,
): Promise<Judged> {
  for (const limit of [likes, lesses])
    if (!Number.isInteger(limit) || limit < 0 || limit > MOST)
      throw new AppError('bad_request', `From 0 to ${MOST} papers can be asked for, not ${limit}. Ask for as many.`);
  const first = sql`coalesce((select started_over_as from reading_profile where account = ${account}), 0)`;
  const last = sql`coalesce((select paused_as from reading_profile where account = ${account}), ${EVER})`;
  // Left to itself the database walks through the whole history; that acts stand as words of the statement lets it see that the
  // indexes of a part of the history fit.
  const standing = (act: 'like' | 'less') => sql`
    from reading_history as entry indexed by reading_history_judged
    where account = ${account} and act in ('like', 'less') and act = ${sql.lit(act)}
      and sequence > ${first} and sequence <= ${last}
      and not exists (
        select 1 from reading_history as later indexed by reading_history_opinion
         where later.account = ${account} and later.paper = entry.paper and later.act in ('like', 'less', 'no-opinion')
           and later.sequence > entry.sequence and later.sequence <= ${last})`;
  // Whoever neither started over nor paused is counted by their marks, which say what the history says and are far quicker. As JSON
  // thousands of rows come in half the time.
  const judged = (act: 'like' | 'less', limit: number) => sql`
    select (select json_group_array(json_array(paper, at, sequence, why) order by sequence desc) from (
        select paper, at, sequence, why ${standing(act)} order by sequence desc limit ${limit})) as newest,
      case when ${first} = 0 and ${last} = ${EVER}
        then (select count(*) from reading_mark indexed by reading_mark_opinion
               where account = ${account} and opinion = ${sql.lit(act)})
        else (select count(*) from (
          select act, max(sequence) from reading_history indexed by reading_history_opinion
           where account = ${account} and act in ('like', 'less', 'no-opinion')
             and sequence > ${first} and sequence <= ${last}
           group by paper) where act = ${sql.lit(act)}) end as number`;
  const { rows } = await sql<Row>`${judged('like', likes)} union all ${judged('less', lesses)}`.execute(tables);
  const [liked, disliked] = rows;
  return {
    liked: papersOf(liked),
    disliked: papersOf(disliked),
    likes: liked?.number ?? 0,
    lesses: disliked?.number ?? 0,
  };
}

function papersOf(row: Row | undefined): JudgedPaper[] {
  const newest: [RecordId, number, number, Why | null][] = JSON.parse(row?.newest ?? '[]');
  return newest.map(([paper, at, sequence, why]) => ({
    paper,
    at: new Date(at).toISOString(),
    sequence,
    ...(why === null ? {} : { why }),
  }));
}
