/** Why a paper stands where it stands: what is named is what brought it there. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import type { TestContext } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { importFiles, openLibrary } from '#library/index.ts';
import type { Library } from '#library/index.ts';
import { plainText } from '#model/index.ts';
import type { Paper, RecordId } from '#model/index.ts';
import { diceOf, isTelling, likeness, partsOf, sampleOf, vectorOf } from '#ranking/index.ts';
import type { PaperText } from '#ranking/index.ts';
import type { Interest } from '#reading/index.ts';
import { isStopWord, stem, wordForms } from '#text/index.ts';
import { textOf, WindowOfLibrary } from '../../src/app/feed/collection.ts';
import type { Collection } from '../../src/app/feed/collection.ts';
import { passing } from '../../src/app/feed/filters.ts';
import { rank } from '../../src/app/feed/ranking.ts';
import type { Ranking } from '../../src/app/feed/ranking.ts';
import { reasonsOf } from '../../src/app/feed/reasons.ts';
import type { Reason } from '../../src/app/feed/reasons.ts';
import { whyTeller } from '../../src/app/feed/why.ts';
import { realData } from '../_package.ts';
import { temporaryFolder } from '../_server.ts';
import { sampleLibrary } from '../check-list/_sample.ts';
import { paperIn, papersIn } from './_papers-of-fields.ts';
import { viewOf } from './_ranker.ts';
import { libraryOf } from '../_papers.ts';

const ROWS = 12;
const READERS = 10;
const DRAWS = 20;
const REAL = realData('pubmed/pubmed.xml.gz');
const REAL_PAPERS = 700;

interface Reader {
  readonly liked: readonly RecordId[];
  readonly interests: readonly Interest[];
}

interface Told {
  readonly row: number;
  readonly paper: Paper;
  readonly reasons: readonly Reason[];
}

async function collectionOf(library: Library): Promise<Collection> {
  const window = new WindowOfLibrary(library);
  await window.update();
  return window.now as Collection;
}

function ranked(collection: Collection, { liked, interests }: Reader): Ranking {
  const view = viewOf(liked, { interests });
  return rank(collection, view, new Map(), passing(collection, view.leftOut), true);
}

async function told(library: Library, collection: Collection, reader: Reader, ranking: Ranking): Promise<Told[]> {
  const titles = new Map(collection.facts.map(({ id, title }) => [id, title]));
  return Promise.all(
    Array.from(ranking.rows.subarray(0, ROWS), async (row) => {
      const paper = (await library.get((collection.facts[row] as { id: RecordId }).id)) as Paper;
      const why = whyTeller(collection, ranking, reader.interests)(row);
      return { row, paper, reasons: reasonsOf(why, paper, titles, ({ value }) => value) };
    }),
  );
}

/** Readers who like a paper and its nearest three; every third likes two such groups, every fourth chose a topic as well. */
function readersOf({ window, facts }: Collection): Reader[] {
  const dice = diceOf(17);
  const rows = facts.map((_, row) => row).filter((row) => facts[row]?.hasAbstract);
  const near = (row: number): RecordId[] =>
    rows
      .map((other) => ({ other, alike: likeness(window, row, other) }))
      .sort((one, two) => two.alike - one.alike)
      .slice(0, 4)
      .map(({ other }) => (facts[other] as { id: RecordId }).id);
  return sampleOf(rows, READERS, dice).map((row, at) => {
    const other = rows[Math.floor(dice() * rows.length)] as number;
    const topic = facts[row]?.topics[0];
    return {
      liked: [...new Set([...near(row), ...(at % 3 === 0 ? near(other) : [])])],
      interests: at % 4 === 0 && topic !== undefined ? [{ kind: 'topic', value: topic }] : [],
    };
  });
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;

function isNamed(word: string, stems: ReadonlySet<string>): boolean {
  return wordForms(word).some((form) => stems.has(stem(form)));
}

/** Words that stand in a text one after the other, without those whose number is to go. */
function without({ title, abstract }: PaperText, go: (word: string, number: number) => boolean): PaperText {
  let number = -1;
  const cut = (text: string): string =>
    text.replace(WORD, (word) => {
      number += 1;
      return go(word, number) ? ' ' : word;
    });
  return { title: cut(title), abstract: cut(abstract) };
}

/** Whether taking away what is named costs more than taking away as many other words, stop words left aside; the mean of 20 draws. */
function isFaithful({ window }: Collection, { taste }: Ranking, paper: Paper, named: ReadonlySet<string>): boolean {
  const weights = new Map(Array.from(taste.columns, (column, at) => [column, taste.weights[at] as number]));
  const score = (text: PaperText): number => {
    const { columns, values } = vectorOf(window, { text, weight: 1 });
    return columns.reduce((sum, column, at) => sum + (weights.get(column) ?? 0) * (values[at] as number), 0);
  };
  const whole = textOf(paper);
  const others: number[] = [];
  let gone = 0;
  without(whole, (word, number) => {
    if (isNamed(word, named)) gone += 1;
    else if (!wordForms(word).every(isStopWord)) others.push(number);
    return false;
  });
  const dice = diceOf(gone);
  let drawn = 0;
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const chosen = new Set(sampleOf(others, gone, dice));
    drawn += score(without(whole, (_, number) => chosen.has(number))) / DRAWS;
  }
  return gone > 0 && score(without(whole, (word) => isNamed(word, named))) < drawn;
}

/** Whether some term of the paper that says something raises it. */
function isRaisedByTerm({ window, rowOf }: Collection, { taste }: Ranking, { id }: Paper): boolean {
  return partsOf(window, taste, rowOf.get(id) as number).some(
    ({ column, weight }) => weight > 0 && window.stemsOf(column).every(isTelling),
  );
}

async function faithfulIn(library: Library, t: TestContext): Promise<void> {
  const collection = await collectionOf(library);
  const counts = { rows: 0, faithful: 0, withoutTerm: 0 };
  for (const reader of readersOf(collection)) {
    const ranking = ranked(collection, reader);
    for (const { paper, reasons } of await told(library, collection, reader, ranking)) {
      assert.ok(reasons.length <= 3);
      const named = new Set(reasons.flatMap((reason) => (reason.kind === 'term' ? [...reason.stems] : [])));
      if (named.size === 0) {
        counts.withoutTerm += 1;
        assert.ok(!isRaisedByTerm(collection, ranking, paper), `${paper.id} ${JSON.stringify(reasons)}`);
        continue;
      }
      counts.rows += 1;
      counts.faithful += isFaithful(collection, ranking, paper, named) ? 1 : 0;
    }
  }
  t.diagnostic(
    `${collection.facts.length} papers, ${READERS} readers: ${counts.faithful} of ${counts.rows} rows are faithful, ${counts.withoutTerm} name no term`,
  );
  assert.ok(counts.rows > 0.9 * READERS * ROWS, JSON.stringify(counts));
  assert.ok(counts.faithful >= 0.95 * counts.rows, JSON.stringify(counts));
}

suite('taking away the words that are named lowers a score by more than taking away as many others', () => {
  test('in the sample', async (t) => {
    const library = await sampleLibrary();
    try {
      await faithfulIn(library, t);
    } finally {
      await library.close();
    }
  });

  test('among real papers', { skip: REAL.skip, timeout: 120_000 }, async (t) => {
    const folder = temporaryFolder();
    const library = await openLibrary(folder.path, { reading: 'here' });
    try {
      await importFiles(library, [firstRecords(folder.path)], { withoutAbstracts: [] });
      await faithfulIn(library, t);
    } finally {
      await library.close();
      folder.remove();
    }
  });
});

/** The first records of the real file, as a file of its own. */
function firstRecords(folder: string): string {
  const text = gunzipSync(readFileSync(REAL.path)).toString('utf8');
  const records = text.split('<PubmedArticle>', REAL_PAPERS + 1);
  const path = join(folder, 'first.xml');
  writeFileSync(path, `${records.join('<PubmedArticle>').trimEnd()}\n</PubmedArticleSet>\n`);
  return path;
}

const MIXED = [...papersIn('cardiology', 1, 40), ...papersIn('informatics', 1, 40), ...papersIn('dermatology', 1, 40)];

test('at most three reasons; a term wherever one raised the paper; the liked paper that is most alike', async () => {
  const library = await libraryOf(MIXED);
  try {
    const collection = await collectionOf(library);
    const { window, rowOf } = collection;
    const reader: Reader = {
      liked: ['cardiology', 'informatics', 'dermatology'].map((field, at) => paperIn(field as 'cardiology', at + 1).id),
      interests: [
        { kind: 'topic', value: 'Cardiology' },
        { kind: 'specialty', value: 'cardiology' },
        { kind: 'journal', value: 'Annals of cardiology' },
      ],
    };
    const kinds = new Set<string>();
    for (const { row, reasons } of await told(library, collection, reader, ranked(collection, reader))) {
      assert.ok(reasons.length >= 1 && reasons.length <= 3, JSON.stringify(reasons));
      assert.ok(
        reasons.some(({ kind }) => kind === 'term'),
        JSON.stringify(reasons),
      );
      for (const reason of reasons) kinds.add(reason.kind);
      const alike = reader.liked.map((id) => ({ id, alike: likeness(window, row, rowOf.get(id) as number) }));
      const [nearest] = alike.sort((one, other) => other.alike - one.alike);
      const named = reasons.find((reason) => reason.kind === 'liked');
      if ((nearest?.alike ?? 0) >= 0.1) assert.equal(named?.id, nearest?.id);
      else assert.equal(named, undefined);
    }
    assert.ok(kinds.has('liked') && kinds.has('chosen'), [...kinds].join());
  } finally {
    await library.close();
  }
});

test('a term is written as the paper writes it', async () => {
  const library = await libraryOf(MIXED);
  try {
    const collection = await collectionOf(library);
    const reader: Reader = { liked: [paperIn('cardiology', 1).id, paperIn('cardiology', 2).id], interests: [] };
    for (const { paper, reasons } of await told(library, collection, reader, ranked(collection, reader))) {
      const { title, abstract } = textOf(paper);
      const text = `${plainText(title)} ${abstract}`;
      for (const reason of reasons) if (reason.kind === 'term') assert.ok(text.includes(reason.term), reason.term);
    }
  } finally {
    await library.close();
  }
});
