/** Whether the index agrees with the records: every paper is in it once, and some, made anew, have the same words. */
import type { Paper } from '#model/index.ts';
import { openInMemory } from '#storage/index.ts';
import type { Check, SqliteConnection } from '#storage/index.ts';
import { WORDS_VERSION } from '#text/index.ts';
import { documentOf } from './document.ts';
import type { Document } from './document.ts';
import { wordsVersion } from './open.ts';
import { SqliteWriter } from './writer.ts';

/** Papers whose words are made anew, chosen by chance. */
const MADE_ANEW = 200;
const NAME = 'index';

/** Numbers of papers that a table has and another has not. `word_docsize` is FTS5's own list of what is in the index. */
const ASTRAY = `
  select number from paper where number not in (select paper from record)
  union select number from paper where number not in (select id from word_docsize)
  union select paper from record where paper not in (select number from paper)
  union select id from word_docsize where id not in (select number from paper)
  union select paper from facet where paper not in (select number from paper)
  union select paper from identifier where paper not in (select number from paper)
  union select paper from relation where paper not in (select number from paper)`;

export function indexHealth(db: SqliteConnection, remedy: string): Check {
  const wrong = new Set(
    db
      .prepare(ASTRAY)
      .all()
      .map((row) => Number(row['number'])),
  );
  const isStale = wordsVersion(db) !== String(WORDS_VERSION);
  const otherWords = isStale ? [] : withOtherWords(db);
  for (const number of otherWords) wrong.add(number);
  if (wrong.size > 0)
    return {
      name: NAME,
      state: 'damage',
      sentence: `The index does not agree with the records in ${otherWords.length > 0 ? 'at least ' : ''}${wrong.size.toLocaleString('en')} ${wrong.size === 1 ? 'paper' : 'papers'}. ${remedy}`,
    };
  if (isStale)
    return {
      name: NAME,
      state: 'warning',
      sentence: 'The index is of another version of Attune. The next start makes it anew from the records.',
    };
  return { name: NAME, state: 'good', sentence: 'The index agrees with the records.' };
}

/** Of some papers, those whose columns hold another number of words than the record gives, or whose record cannot be read. */
function withOtherWords(db: SqliteConnection): number[] {
  const held = new Map<number, string>();
  const wrong: number[] = [];
  const documents: { number: number; document: Document }[] = [];
  const chosen = `select number from paper order by random() limit ${MADE_ANEW}`;
  for (const row of db
    .prepare(
      `select paper, json, hex(sz) as sizes from record join word_docsize on id = paper where paper in (${chosen})`,
    )
    .all()) {
    const number = Number(row['paper']);
    const document = madeAnew(String(row['json']));
    if (document === undefined) wrong.push(number);
    else documents.push({ number, document });
    held.set(number, String(row['sizes']));
  }
  const sizes = sizesOf(documents, indexTable(db));
  return [
    ...wrong,
    ...documents.map(({ number }) => number).filter((number) => sizes.get(number) !== held.get(number)),
  ];
}

/** The statement that made the index of this file. */
function indexTable(db: SqliteConnection): string {
  return String(db.prepare("select sql from sqlite_schema where name = 'word'").get()?.['sql']);
}

function madeAnew(json: string): Document | undefined {
  try {
    return documentOf(JSON.parse(json) as Paper);
  } catch {
    return undefined;
  }
}

/** How many words each column gets, as FTS5 writes it down: asked of FTS5 itself, so that its way of counting holds. */
function sizesOf(
  documents: readonly { readonly number: number; readonly document: Document }[],
  table: string,
): Map<number, string> {
  const anew = openInMemory();
  try {
    anew.exec(table);
    new SqliteWriter(anew, () => new Date()).rebuild(documents);
    return new Map(
      anew
        .prepare('select id, hex(sz) as sizes from word_docsize')
        .all()
        .map((row) => [Number(row['id']), String(row['sizes'])]),
    );
  } finally {
    anew.close();
  }
}
