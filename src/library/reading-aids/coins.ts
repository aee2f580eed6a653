/** A citation as an OpenURL 1.0 context object (keys and values), which reference managers find in a list of papers. */
import { isoDate, plainText } from '#model/index.ts';
import type { Paper } from '#model/index.ts';
import { isWholeBook, listedName, pagesOf, titleText } from './metadata.ts';
import { fullPages } from './pages.ts';

type Pair = readonly [key: string, value: string | undefined];

/**
 * The value of a COinS title attribute, still to be escaped for HTML. Percent-encoded UTF-8, blanks as `%20`; keys without
 * a value are left out, and nothing of the reader is in it.
 */
export function coins(paper: Paper): string {
  const format = paper.kind === 'book' ? 'book' : 'journal';
  const pairs: Pair[] = [
    ['url_ver', 'Z39.88-2004'],
    ['ctx_ver', 'Z39.88-2004'],
    ['ctx_enc', 'info:ofi/enc:UTF-8'],
    ['url_ctx_fmt', 'info:ofi/fmt:kev:mtx:ctx'],
    ['rft_val_fmt', `info:ofi/fmt:kev:mtx:${format}`],
    ...(format === 'book' ? ofBook(paper) : ofArticle(paper)),
    ['rft.date', dateOf(paper)],
    ['rft.spage', paper.pages === undefined ? undefined : pagesOf(paper)?.first],
    ['rft.epage', paper.pages === undefined ? undefined : pagesOf(paper)?.last],
    ['rft.pages', paper.pages === undefined ? undefined : fullPages(paper.pages)],
    ...ofAuthors(paper),
    ...(paper.identifiers.dois ?? []).slice(0, 1).map((doi): Pair => ['rft_id', `info:doi/${doi}`]),
    ['rft_id', paper.identifiers.pmid === undefined ? undefined : `info:pmid/${paper.identifiers.pmid}`],
  ];
  return pairs
    .flatMap(([key, value]) => (value ? [`${key}=${encodeURIComponent(value.toWellFormed())}`] : []))
    .join('&');
}

function ofArticle(paper: Paper): Pair[] {
  const { journal } = paper;
  const isPreprint = paper.publicationTypes.some((type) => type.name === 'Preprint');
  return [
    ['rft.genre', isPreprint ? 'preprint' : 'article'],
    ['rft.atitle', titleText(paper)],
    ['rft.jtitle', journal?.title],
    ['rft.stitle', journal?.abbreviation],
    ['rft.issn', journal?.issns?.[0]],
    ['rft.volume', journal?.volume],
    ['rft.issue', journal?.issue],
    ['rft.artnum', paper.articleNumber],
  ];
}

function ofBook(paper: Paper): Pair[] {
  const { book } = paper;
  const bookTitle = book?.title === undefined ? titleText(paper) : plainText(book.title);
  const isWhole = isWholeBook(paper);
  return [
    ['rft.genre', isWhole ? 'book' : 'bookitem'],
    ['rft.atitle', isWhole ? undefined : titleText(paper)],
    ['rft.btitle', bookTitle],
    ['rft.isbn', book?.isbns?.[0]],
    ['rft.pub', book?.publisher],
    ['rft.place', book?.place],
    ['rft.edition', book?.edition],
  ];
}

function ofAuthors(paper: Paper): Pair[] {
  const [first] = paper.authors;
  return [
    ['rft.aulast', first?.last],
    ['rft.aufirst', first?.fore],
    ['rft.auinit', first?.group === undefined ? first?.initials : undefined],
    ['rft.ausuffix', first?.suffix],
    ['rft.aucorp', first?.group],
    ...paper.authors.map((author): Pair => ['rft.au', listedName(author)]),
  ];
}

function dateOf(paper: Paper): string | undefined {
  const date = paper.published ?? paper.publishedOnline;
  return date === undefined ? undefined : isoDate(date);
}
