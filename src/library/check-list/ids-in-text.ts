/** Identifiers wherever they stand in a text: after their name, in an address, or, for a DOI, anywhere. */
import { readIdentifier } from '../identifiers.ts';
import { readIdList } from '../sources/ncbi/id-list.ts';
import type { ReferenceIds } from './reference.ts';

/** Longer lines are no lists of numbers that anybody types. */
const LONGEST_LIST = 2_000;
/** So many signs before a DOI tell whether it stands in an address. */
const LONGEST_ADDRESS = 300;

const PMID = /\b(?:pubmed\s*)?pmids?\s*(?:[:#=]|no\.?|is)?\s*0*([1-9]\d{0,7})(?!\d)/i;
const PUBMED_ADDRESS =
  /(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov\/pubmed|europepmc\.org\/(?:article|abstract)\/med)\/0*([1-9]\d{0,7})(?!\d)/i;
const PUBMED_NAME = /\bpubmed\s*[:#]\s*0*([1-9]\d{0,7})(?![\d/])/i;
const PMCID = /\bpmc\s?0*([1-9]\d{2,8})(?:\.\d{1,2})?(?!\d)/i;
const PMCID_NAME = /\bpmcid\s*[:#]?\s*0*([1-9]\d{2,8})(?!\d)/i;
const DOI = /10\.\d{4,9}(?:\/|%2f)[^\s"“”|{}]+/gi;

/** The first of each kind that a text holds; a number without a name is none. */
export function idsInText(written: string): ReferenceIds {
  if (!/\d/.test(written)) return {};
  const text = written.replace(/\s+/g, ' ');
  const pmid = (PMID.exec(text) ?? PUBMED_ADDRESS.exec(text) ?? PUBMED_NAME.exec(text))?.[1];
  const pmcid = (PMCID.exec(text) ?? PMCID_NAME.exec(text))?.[1];
  const doi = doisIn(text).next().value;
  return {
    ...(pmid === undefined ? {} : { pmid }),
    ...(pmcid === undefined ? {} : { pmcid: `PMC${pmcid}` }),
    ...(doi === undefined ? {} : { doi }),
  };
}

/** Every DOI of a text, each once, as it is compared. */
export function doisInText(text: string): string[] {
  return [...new Set(doisIn(text))];
}

function* doisIn(text: string): Generator<string, undefined> {
  for (const match of text.matchAll(DOI)) {
    const before = text.slice(Math.max(0, match.index - LONGEST_ADDRESS), match.index);
    const doi = doiOf(match[0], /https?:\/\/\S*$/i.test(before) && !/doi\.org\/$/i.test(before));
    if (doi !== undefined) yield doi;
  }
}

/** One DOI without what stands around it, as people and publishers' addresses write it; undefined where it is none. */
export function doiOf(written: string, isInPublisherAddress = false): string | undefined {
  const alone = written
    .replace(/^.*?(?=10\.\d{4,9})/, '')
    .replace(/^(10\.\d{4,9})%2f/i, '$1/')
    .replace(/[,;](?=10\.\d{4,9}\/|pmid|pmc|https?:).*$/i, '')
    .replace(/[[(](?=pmid|pubmed|epub|doi).*$/i, '')
    .replace(/<\/?[a-z]+>?.*$/i, '');
  const cut = isInPublisherAddress
    ? alone
        .replace(/[?#].*$/, '')
        .replace(/\/(?:full|abstract|pdf|epdf|fulltext|meta|html)\/?$/i, '')
        .replace(/\.pdf$/i, '')
    : alone.replace(/[?](?:utm|download|needaccess|casa)\S*$/i, '');
  const keys = readIdentifier(cut)?.keys;
  return keys?.at(-1);
}

/** A line that holds nothing but numbers of papers, as a list of them; undefined where it says anything else. */
export function idsAlone(line: string): ReferenceIds[] | undefined {
  if (line.length > LONGEST_LIST || !/\d/.test(line)) return undefined;
  if (/^[1-9]\d{0,7}$/.test(line)) return [{ pmid: line }];
  const own = readIdentifier(line);
  if (own?.kind === 'own') return [{ own: own.keys[0] as string }];
  const list = readIdList(line.replace(/[<>](?=\s|$)|(?:^|\s)[<]/g, ' '));
  const [only] = list.lines;
  if (only === undefined || list.bad.length > 0) return undefined;
  const { pmids, pmcids, dois } = only;
  if (pmids.some((pmid) => pmid.length > 8)) return undefined;
  const isOnePaper = pmids.length <= 1 && pmcids.length <= 1 && dois.length <= 1;
  const isNamed = pmids.length + pmcids.length + dois.length > 1;
  if (isOnePaper && isNamed) return [together(pmids[0], pmcids[0], dois[0])];
  return [
    ...pmids.map((pmid) => ({ pmid })),
    ...pmcids.map((pmcid) => ({ pmcid })),
    ...dois.map((doi) => ({ doi: doiOf(doi) ?? doi })),
  ];
}

function together(pmid: string | undefined, pmcid: string | undefined, doi: string | undefined): ReferenceIds {
  return {
    ...(pmid === undefined ? {} : { pmid }),
    ...(pmcid === undefined ? {} : { pmcid }),
    ...(doi === undefined ? {} : { doi: doiOf(doi) ?? doi }),
  };
}

/** The text without its identifiers, addresses and the days somebody looked at them, so that the words of the reference remain. */
export function withoutIds(text: string): string {
  return text
    .replace(/(?:available\s+(?:from|at)|retrieved\s+from|verfügbar\s+unter)\s*:?\s*(?=https?:)/gi, ' ')
    .replace(/<?https?:\/\/\S+/gi, ' ')
    .replace(/\b(?:doi|DOI)\s*[:.]?\s*(?=10\.\d{4})/g, ' ')
    .replace(DOI, ' ')
    .replace(/\[?\b(?:pubmed\s+)?(?:pmids?|pmcids?|pubmed)\s*[:#=]?\s*(?:pmc)?\d+\]?[.;,]?/gi, ' ')
    .replace(/\bPMC\s?\d{3,9}\b[.;,]?/gi, ' ')
    .replace(
      /\[(?:cited|accessed|zitiert)[^\]]*\]|\((?:accessed|abgerufen|zuletzt)[^)]*\)|\baccessed\s+(?:on\s+)?\p{L}*\s?\d[^.;]*\.?/giu,
      ' ',
    )
    .replace(/\s+/g, ' ')
    .trim();
}
