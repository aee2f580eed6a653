/** Every feature of a large set of real records arrives in the papers: counted in the papers, compared with counts made by XPath. */
import assert from 'node:assert/strict';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';
import type { Author, Paper, RichNode, RichText } from '#model/index.ts';
import { extractDeletions, extractPaper, parseXml, RecordSplitter } from './index.ts';
import type { SplitPart } from './index.ts';

interface Features {
  readonly records: number;
  readonly distinctPmids: number;
  readonly deletionsListed: number;
  readonly deletionsThatHitARecordOfTheFile: number;
  readonly doisOnSeveralPmids: Readonly<Record<string, readonly string[]>>;
  readonly features: Readonly<Record<string, { readonly records: number }>>;
}

type Claim = (paper: Paper) => boolean;

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const FOLDER = join(resolve(ROOT, process.env['ATTUNE_FIXTURES'] ?? '../shared/data'), 'pubmed');
const FILE = join(FOLDER, 'pubmed.xml.gz');
const AWKWARD = join(FOLDER, 'awkward.xml');
const skipIfAbsent = (file: string): { skip: string | false } => ({
  skip: existsSync(file) ? false : `${file} is not here; set ATTUNE_FIXTURES to the folder of the test data`,
});

/**
 * Records that a count by XPath has and a count of papers cannot have: the element is there without a word in it, or
 * (the language of 26886152) it is `eng` between line breaks.
 */
const NOTHING_TO_SAY: Readonly<Record<string, readonly string[]>> = {
  doi: ['39748592'],
  author_suffix: ['29808889', '30151520', '31834686'],
  not_english: ['26886152'],
};

const isArticle: Claim = (paper) => paper.kind === 'article';
const hasSome = (list: readonly unknown[] | undefined): boolean => list !== undefined && list.length > 0;

const CLAIMS: Readonly<Record<string, Claim>> = {
  // A string in the place of a DOI that is none is kept among the other identifiers.
  doi: ({ identifiers }) => hasSome(identifiers.dois) || (identifiers.others ?? []).some(({ type }) => type === 'doi'),
  pmcid: ({ identifiers }) => identifiers.pmcid !== undefined,
  abstract: ({ abstract }) => abstract !== undefined,
  structured_abstract: ({ abstract }) => (abstract?.sections ?? []).some(({ label }) => label !== undefined),
  other_abstract: ({ otherAbstracts }) => hasSome(otherAbstracts),
  markup_in_abstract: (paper) => isArticle(paper) && abstractTexts(paper).some(hasFormat),
  markup_in_title: (paper) => isArticle(paper) && hasFormat(paper.title),
  mathml: (paper) => holdsMath(paper),
  mesh: ({ mesh }) => hasSome(mesh),
  suppl_mesh: ({ supplementaryConcepts }) => hasSome(supplementaryConcepts),
  chemicals: ({ substances }) => hasSome(substances),
  keywords: (paper) => isArticle(paper) && hasSome(paper.keywords),
  grants: (paper) => isArticle(paper) && hasSome(paper.grants),
  databank: ({ databanks }) => hasSome(databanks),
  orcid: (paper) => isArticle(paper) && someAuthor(paper, ({ orcid }) => orcid !== undefined),
  collective_author: (paper) => isArticle(paper) && someAuthor(paper, ({ group }) => group !== undefined),
  author_suffix: (paper) => isArticle(paper) && someAuthor(paper, ({ suffix }) => suffix !== undefined),
  authors: ({ authors }) => hasSome(authors),
  investigators: (paper) => isArticle(paper) && hasSome(paper.investigators),
  person_subject: ({ personSubjects }) => hasSome(personSubjects),
  vernacular_title: (paper) => isArticle(paper) && paper.vernacularTitle !== undefined,
  // A season is written out in words as well, but is no free date.
  medline_date: (paper) => isArticle(paper) && paper.published?.raw !== undefined && !seasons.has(paper.id),
  several_languages: (paper) => isArticle(paper) && paper.languages.length > 1,
  not_english: (paper) => isArticle(paper) && paper.languages.some((language) => language !== 'eng'),
  coi: ({ conflictStatement }) => conflictStatement !== undefined,
  reference_list: (paper) => isArticle(paper) && paper.references !== undefined,
  entrez_or_pubmed_date: ({ history }) => (history ?? []).some(({ event }) => event === 'entrez' || event === 'pubmed'),
  version_above_1: ({ version }) => version > 1,
  book: ({ kind }) => kind === 'book',
  pubmed_data: (paper) => isArticle(paper) && paper.publicationStatus !== undefined,
  comments_corrections: ({ relations }) => hasSome(relations),
};

function claimOf(feature: string): Claim {
  const claim = CLAIMS[feature];
  if (claim !== undefined) return claim;
  const value = feature.slice(feature.indexOf('_') + 1);
  if (feature.startsWith('cc_')) return ({ relations }) => (relations ?? []).some(({ type }) => type === value);
  if (feature.startsWith('pt_')) return ({ publicationTypes }) => publicationTypes.some(({ name }) => name === value);
  if (feature.startsWith('status_')) return ({ status }) => status === value;
  throw new Error(`Nothing says how to find the feature ${feature} in a paper.`);
}
function abstractTexts({ abstract }: Paper): RichText[] {
  return (abstract?.sections ?? []).map(({ text }) => text);
}

function someAuthor({ authors }: Paper, claim: (author: Author) => boolean): boolean {
  return authors.some(claim);
}

function hasFormat(text: RichText): boolean {
  return typeof text !== 'string' && text.some(isFormat);
}

function isFormat(node: RichNode): boolean {
  if (typeof node === 'string' || node[0] === 'math') return false;
  return true;
}

/** Math can stand in any rich text, and an array that begins with its tag is nothing else. */
function holdsMath(value: unknown): boolean {
  if (Array.isArray(value)) return value[0] === 'math' || value.some(holdsMath);
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsMath);
}

async function* partsOf(file: string): AsyncGenerator<SplitPart> {
  const splitter = new RecordSplitter();
  const stream = createReadStream(file);
  for await (const chunk of file.endsWith('.gz') ? stream.pipe(createGunzip()) : stream) yield* splitter.push(chunk);
  yield* splitter.end();
}

const known = existsSync(FILE)
  ? (JSON.parse(readFileSync(join(FOLDER, 'features.json'), 'utf8')) as Features)
  : undefined;
const papers: Paper[] = [];
const seasons = new Set<string>();
const deletions: string[] = [];
const oddities: string[] = [];

before(async () => {
  if (known === undefined) return;
  for await (const part of partsOf(FILE)) {
    if (part.kind === 'record') {
      const paper = extractPaper(parseXml(part.xml.toString('utf8')));
      papers.push(paper);
      if (part.xml.includes('<Season>')) seasons.add(paper.id);
    } else if (part.kind === 'deletions') deletions.push(...extractDeletions(parseXml(part.xml.toString('utf8'))));
    else oddities.push(part.reason);
  }
});

test('every record is read, once, and the deletions with them', skipIfAbsent(FILE), () => {
  assert.deepEqual(oddities, []);
  assert.equal(papers.length, known?.records);
  const pmids = new Set(papers.map(({ identifiers }) => identifiers.pmid));
  assert.equal(pmids.size, known?.distinctPmids);
  assert.equal(deletions.length, known?.deletionsListed);
  assert.equal(deletions.filter((pmid) => pmids.has(pmid)).length, known?.deletionsThatHitARecordOfTheFile);
});

test('every feature is found in as many papers as records have it', skipIfAbsent(FILE), () => {
  const differences: string[] = [];
  for (const [feature, { records }] of Object.entries(known?.features ?? {})) {
    const found = papers.filter(claimOf(feature));
    const pmids = new Set(found.map(({ identifiers }) => identifiers.pmid));
    const silent = (NOTHING_TO_SAY[feature] ?? []).filter((pmid) => !pmids.has(pmid));
    if (found.length + silent.length !== records)
      differences.push(`${feature}: ${found.length} papers, ${records} records`);
  }
  assert.deepEqual(differences, []);
});

test('a DOI that stands on several PMIDs stands on each of them', skipIfAbsent(FILE), () => {
  const holders = new Map<string, string[]>();
  for (const { identifiers } of papers) {
    for (const doi of identifiers.dois ?? []) holders.set(doi, [...(holders.get(doi) ?? []), identifiers.pmid ?? '']);
  }
  const shared = [...holders]
    .filter(([, pmids]) => pmids.length > 1)
    .map(([doi, pmids]) => [doi, pmids.sort()] as const);
  assert.deepEqual(Object.fromEntries(shared), known?.doisOnSeveralPmids);
});

test('no field of a paper is null or empty, except where its being empty says something', skipIfAbsent(FILE), () => {
  const MAY_BE_EMPTY = /\.(?:title|publicationStatus|authors|languages|publicationTypes|references|sections)$/;
  const empty = new Set<string>();
  const look = (value: unknown, path: string): void => {
    if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)) {
      if (!MAY_BE_EMPTY.test(path)) empty.add(path);
    } else if (Array.isArray(value)) value.forEach((each) => look(each, path));
    else if (typeof value === 'object') Object.entries(value).forEach(([key, each]) => look(each, `${path}.${key}`));
  };
  for (const paper of papers) look(paper, '');
  assert.deepEqual([...empty], []);
});

test('records chosen for their oddity are all read', skipIfAbsent(AWKWARD), async () => {
  let records = 0;
  for await (const part of partsOf(AWKWARD)) {
    assert.notEqual(part.kind, 'broken');
    if (part.kind !== 'record') continue;
    assert.match(extractPaper(parseXml(part.xml.toString('utf8'))).id, /^pm\d+$/);
    records += 1;
  }
  assert.equal(records, 228);
});
