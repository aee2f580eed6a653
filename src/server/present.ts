/** Papers and findings in the shapes of the contract: what the page needs to show them, and nothing of how they are kept. */
import { authorName, authorsOf, dateInWords, hasAbstract, isoDate, languageName, plainText } from '#model/index.ts';
import type { Author, Paper } from '#model/index.ts';
import type { Facets, FoundPaper, LibraryState, NoticeView, PaperView, SearchAnswer } from '#api/index.ts';
import type { Counts, DescribedPaper, Finding, Hit, LibraryState as State, Notice } from '#library/index.ts';
import type { ServerRooms } from './house.ts';

type Words = Pick<ServerRooms, 'paperDate' | 'courtesy'>;

export function searchAnswer(
  query: string,
  page: number,
  ms: number,
  found: Finding,
  state: State,
  words: Words,
): SearchAnswer {
  return {
    query,
    total: found.total,
    page,
    pages: found.pages,
    ms,
    hits: found.hits.map((hit) => foundPaper(hit, words)),
    notes: [...found.notes],
    ...(found.opens === undefined ? {} : { opens: found.opens }),
    library: libraryState(state),
  };
}

export function libraryState({ papers, dataOf, changedAt }: State): LibraryState {
  return { papers, ...(dataOf === undefined ? {} : { dataOf }), ...(changedAt === undefined ? {} : { changedAt }) };
}

export function foundPaper(hit: Pick<Hit, 'paper' | 'notices' | 'chips'> & Partial<Hit>, words: Words): FoundPaper {
  const { paper, notices, chips, score = 0, markedTitle, passage } = hit;
  const date = words.paperDate(paper);
  const journal = paper.journal?.title ?? bookOf(paper);
  return {
    id: paper.id,
    ...(paper.identifiers.pmid === undefined ? {} : { pmid: paper.identifiers.pmid }),
    title: paper.title,
    ...(journal === undefined ? {} : { journal }),
    ...(date === undefined ? {} : { date: isoDate(date), dateInWords: dateInWords(date) }),
    authors: shortAuthors(authorsOf(paper)),
    types: paper.publicationTypes.map((type) => type.name),
    languages: paper.languages.map(languageName),
    hasAbstract: hasAbstract(paper),
    freeCopy: paper.identifiers.pmcid !== undefined,
    chips: chips.map((chip) => ({ ...chip })),
    notices: notices.map(noticeView),
    score,
    ...(markedTitle === undefined ? {} : { markedTitle: markedTitle.map((piece) => ({ ...piece })) }),
    ...(passage === undefined ? {} : { passage: passage.map((piece) => ({ ...piece })) }),
  };
}

export function facets(counts: Counts): Facets {
  return {
    years: counts.years.map((each) => ({ ...each })),
    types: counts.types.map(({ value, count }) => ({ value, label: value, count })),
    languages: counts.languages.map(({ value, count }) => ({ value, label: languageName(value), count })),
    withAbstract: counts.withAbstract,
  };
}

export function paperView(described: DescribedPaper, words: Words): PaperView {
  const { paper, notices, relations, conclusion, chips, citations, teamNote, metadata, open, isAbstractShown } =
    described;
  return {
    paper,
    notices: notices.map(noticeView),
    relations: relations.map((relation) => ({ ...relation })),
    authors: authorsOf(paper).map(authorName).join(', '),
    ...(open === undefined ? {} : { open: { ...open } }),
    ...(conclusion === undefined ? {} : { conclusion: { ...conclusion } }),
    chips: chips.map((chip) => ({ ...chip })),
    citations: { ...citations },
    teamNote,
    metadata: { tags: metadata.tags.map((tag) => ({ ...tag })), coins: metadata.coins },
    abstractShown: isAbstractShown,
    courtesy: words.courtesy(paper.source, paper.revised),
  };
}

function noticeView({ kind, text, citation, id, pmid }: Notice): NoticeView {
  return {
    kind,
    text,
    ...(citation === undefined ? {} : { citation }),
    ...(id === undefined ? {} : { id }),
    ...(pmid === undefined ? {} : { pmid }),
  };
}

/** The book a chapter stands in; of a book itself, its publisher. */
function bookOf({ title, book }: Paper): string | undefined {
  if (book?.title === undefined || plainText(book.title) === plainText(title)) return book?.publisher;
  return plainText(book.title);
}

function shortAuthors(authors: readonly Author[]): string {
  const names = authors.slice(0, 3).map(authorName);
  return authors.length > 3 ? `${names.join(', ')} and ${authors.length - 3} more` : names.join(', ');
}
