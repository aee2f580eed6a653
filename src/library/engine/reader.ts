/** Reading the library file: every call is one unchanging state of it. Synchronous; a worker thread runs it for the server. */
import type { CivilDate, Paper, RecordId } from '#model/index.ts';
import { inSnapshot } from '#storage/index.ts';
import type { SqliteConnection } from '#storage/index.ts';
import type {
  Counts,
  Filters,
  Found,
  LibraryState,
  PaperStems,
  Quarantined,
  RecentPaper,
  SearchRequest,
  StemCounts,
  Tie,
  Tombstone,
  WeightedStem,
} from '../port.ts';
import { wantedTerms } from '../query/index.ts';
import type { Query, Term } from '../query/index.ts';
import { COLUMNS } from './document.ts';
import { filteredExpression } from './filters.ts';
import { Likeness } from './likeness.ts';
import { matchExpression } from './match.ts';

const BM25 = `-bm25(word, ${COLUMNS.map((column) => column.weight).join(', ')})`;
/** Beyond that many terms it is a saved strategy, and nobody reads which of them found nothing. */
const TERMS_LOOKED_UP = 60;
const TIES_SHOWN = 20;

export class SqliteReader {
  readonly #db: SqliteConnection;
  readonly #likeness: Likeness;

  /** @param db open for as long as the reader is; closing the reader closes it. */
  constructor(db: SqliteConnection) {
    this.#db = db;
    this.#likeness = new Likeness(db);
  }

  search({ query, filters, sort, offset, limit }: SearchRequest): Found {
    const match = filteredExpression(query, filters);
    return inSnapshot(this.#db, () => {
      const total = Number(this.#one('select count(*) as n from word where word match ?', match)?.['n'] ?? 0);
      const ranked = total === 0 ? [] : this.#ranked(match, sort, offset, limit);
      const hits = ranked.map(({ number, score }) => {
        const paper = this.#paper(number);
        return { paper, score, ties: this.#ties(paper.id) };
      });
      return { total, hits, missing: this.#missing(query) };
    });
  }

  counts(query: Query, filters: Filters): Counts {
    const match = filteredExpression(query, filters);
    const found = 'with found as materialized (select rowid as paper from word where word match ?)';
    const perValue = (kind: string): { value: string; count: number }[] =>
      this.#all(
        `${found} select value, count(*) as count from found join facet using (paper) where kind = '${kind}'
         group by value order by count desc, value`,
        match,
      ).map((row) => ({ value: String(row['value']), count: Number(row['count']) }));
    return inSnapshot(this.#db, () => ({
      years: this.#all(
        `${found} select year, count(*) as count from found join paper on number = paper where year is not null
         group by year order by year`,
        match,
      ).map((row) => ({ year: Number(row['year']), count: Number(row['count']) })),
      types: perValue('type'),
      languages: perValue('language'),
      withAbstract: Number(
        this.#one(
          `${found} select coalesce(sum(has_abstract), 0) as n from found join paper on number = paper`,
          match,
        )?.['n'],
      ),
    }));
  }

  get(id: RecordId): Paper | undefined {
    return this.#papers('select json from record join paper on number = paper where id = ?', id)[0];
  }

  resolve(keys: readonly string[]): Paper[] {
    for (const key of keys) {
      const found = this.#papers(
        `select json from record join paper on number = record.paper where id = ?1
         or number in (select paper from identifier where value = ?1) order by number`,
        key,
      );
      if (found.length > 0) return found;
    }
    return [];
  }

  ties(id: RecordId): Tie[] {
    return inSnapshot(this.#db, () => this.#ties(id));
  }

  df(stems: readonly string[]): StemCounts {
    return inSnapshot(this.#db, () => this.#likeness.df(stems));
  }

  topWeighted(stems: readonly WeightedStem[], limit: number): RecordId[] {
    return inSnapshot(this.#db, () => this.#likeness.topWeighted(stems, limit));
  }

  stems(ids: readonly RecordId[]): PaperStems[] {
    return inSnapshot(this.#db, () => this.#likeness.stems(ids));
  }

  recent(limit: number): RecentPaper[] {
    return this.#all(
      'select id, entered, arrived_at, recorded_at from paper order by entered desc, number desc limit ?',
      limit,
    ).map((row) => ({
      id: String(row['id']) as RecordId,
      entered: String(row['entered']) as CivilDate,
      arrivedAt: String(row['arrived_at']),
      recordedAt: String(row['recorded_at']),
    }));
  }

  tombstone(id: RecordId): Tombstone | undefined {
    const row = this.#one('select id, file, deleted_at from tombstone where id = ?', id);
    return row && { id, file: String(row['file']), deletedAt: String(row['deleted_at']) };
  }

  quarantined(): Quarantined[] {
    return this.#all('select * from quarantine order by file, ordinal').map((row) => ({
      file: String(row['file']),
      ordinal: Number(row['ordinal']),
      line: Number(row['line']),
      ...(row['pmid'] === null ? {} : { pmid: String(row['pmid']) }),
      reason: String(row['reason']),
      excerpt: String(row['excerpt']),
    }));
  }

  state(): LibraryState {
    return inSnapshot(this.#db, () => {
      const setting = (name: string): string | undefined => {
        const value = this.#one('select value from setting where name = ?', name)?.['value'];
        return value === undefined ? undefined : String(value);
      };
      return {
        papers: Number(this.#one('select count(*) as n from paper')?.['n']),
        quarantined: Number(this.#one('select count(*) as n from quarantine')?.['n']),
        dataOf: setting('data_of') as CivilDate | undefined,
        changedAt: setting('changed_at'),
      };
    });
  }

  changedAt(): string | undefined {
    const row = this.#one("select value from setting where name = 'changed_at'");
    return row && String(row['value']);
  }

  close(): void {
    this.#db.close();
  }

  #ranked(match: string, sort: 'best' | 'newest', offset: number, limit: number): { number: number; score: number }[] {
    const rows =
      sort === 'best'
        ? this.#all(
            `select rowid as number, ${BM25} as score from word where word match ?
             order by score desc, rowid desc limit ? offset ?`,
            match,
            limit,
            offset,
          )
        : this.#all(
            `with page as materialized (
               select word.rowid as number, day from word join paper on paper.number = word.rowid where word match ?1
               order by day desc, paper.number desc limit ?2 offset ?3)
             select page.number, ${BM25} as score from page join word on word.rowid = page.number where word match ?1
             order by page.day desc, page.number desc`,
            match,
            limit,
            offset,
          );
    return rows.map((row) => ({ number: Number(row['number']), score: Number(row['score']) }));
  }

  #missing(query: Query): Term[] {
    const terms = wantedTerms(query);
    if (terms.length > TERMS_LOOKED_UP) return [];
    return terms.filter(
      (term) => this.#one('select 1 as n from word where word match ? limit 1', matchExpression(term)) === undefined,
    );
  }

  #ties(id: RecordId): Tie[] {
    return this.#all(
      `select type, json from relation join record using (paper) where other = ? order by relation.paper limit ${TIES_SHOWN}`,
      id,
    ).map((row) => {
      const {
        id: from,
        title,
        identifiers,
        journal,
        published,
        publishedOnline,
      } = JSON.parse(String(row['json'])) as Paper;
      return {
        type: String(row['type']),
        from: {
          id: from,
          title,
          identifiers,
          ...(journal && { journal }),
          ...(published && { published }),
          ...(publishedOnline && { publishedOnline }),
        },
      };
    });
  }

  #paper(number: number): Paper {
    return this.#papers('select json from record where paper = ?', number)[0] as Paper;
  }

  #papers(sql: string, ...parameters: (string | number)[]): Paper[] {
    return this.#all(sql, ...parameters).map((row) => JSON.parse(String(row['json'])) as Paper);
  }

  #one(sql: string, ...parameters: (string | number)[]): Record<string, unknown> | undefined {
    return this.#db.prepare(sql).get(...parameters);
  }

  #all(sql: string, ...parameters: (string | number)[]): Record<string, unknown>[] {
    return this.#db.prepare(sql).all(...parameters);
  }
}
