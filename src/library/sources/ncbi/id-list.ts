/**
 * Numbers of papers as people paste them from reference lists, spreadsheets and mails: PMIDs, PMCIDs and DOIs, mixed,
 * with prefixes, addresses and punctuation.
 */

/** One line of a list and the papers it names. */
export interface IdLine {
  /** From 1. */
  readonly line: number;
  readonly pmids: readonly string[];
  /** `PMC123`; a version behind a full stop is dropped. */
  readonly pmcids: readonly string[];
  /** In lower case, without the punctuation of the sentence around. */
  readonly dois: readonly string[];
}

export interface IdList {
  readonly lines: readonly IdLine[];
  /** What was not understood, as it stands there. */
  readonly bad: readonly { readonly line: number; readonly text: string }[];
}

const PUBMED_ADDRESS = /^https?:\/\/(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov\/pubmed)\/(\d+)/i;
const PMC_ADDRESS = /^https?:\/\/(?:pmc\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov\/pmc)\/articles\/PMC(\d+)/i;
const DOI = /^(?:https?:\/\/(?:dx\.|www\.)?doi\.org\/)?(10\.\d{4,9}\/\S+)$/i;
/** What may stand before a number and says nothing by itself. */
const LABELS = new Set(['pmid', 'pmids', 'pmcid', 'pmcids', 'pmc', 'doi', 'dois', 'id', 'uid', 'pubmed', 'and']);

/** Never throws: a line that is no list of numbers comes back as `bad`, and the others are read all the same. */
export function readIdList(text: string): IdList {
  const lines: IdLine[] = [];
  const bad: { line: number; text: string }[] = [];
  text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .forEach((content, index) => {
      const read = readLine(content);
      if (read === undefined) bad.push({ line: index + 1, text: content.trim().slice(0, 200) });
      else if (read.pmids.length + read.pmcids.length + read.dois.length > 0) lines.push({ line: index + 1, ...read });
    });
  return { lines, bad };
}

/** Undefined where something in the line is no number of a paper. */
function readLine(content: string): Omit<IdLine, 'line'> | undefined {
  const found = { pmids: new Set<string>(), pmcids: new Set<string>(), dois: new Set<string>() };
  const words = spread(content)
    .split(/[\s\u00a0;|]+/)
    .flatMap((word) => (/10\.\d{4,9}\//.test(word) ? [word] : word.split(',')))
    .map(bare)
    .filter((word) => word !== '' && !LABELS.has(word.toLowerCase()));
  for (const word of words) if (!take(word, found)) return undefined;
  return { pmids: [...found.pmids], pmcids: [...found.pmcids], dois: [...found.dois] };
}

/** Sets labels apart from what they label: `PMID:123` and `doi:10.1/x` become words of their own. The number of a numbered list goes. */
function spread(content: string): string {
  return content
    .replace(/^\s*[[(]?\d{1,3}[.)\]]\s+(?=\S)/, '')
    .replace(/\bPMC\s+(?=\d)/gi, 'PMC')
    .replace(/\b(pmids?|pmcids?|dois?|uid)\s*:\s*(?=\S)/gi, '$1 ')
    .replace(/[“”„‟"]/g, ' ');
}

/** Without the brackets and the punctuation a sentence puts around; a bracket that belongs to a DOI stays. */
function bare(word: string): string {
  let rest = word.replace(/^[\s(<[{'‘’*•·-]+/u, '');
  for (;;) {
    const last = rest.at(-1) ?? '';
    const opening = { ')': '(', ']': '[', '>': '<', '}': '{' }[last];
    const isUnmatched = opening !== undefined && rest.split(last).length > rest.split(opening).length;
    if (!/[.,;:!?'‘’]/.test(last) && !isUnmatched) return rest.replace(/:$/, '');
    rest = rest.slice(0, -1);
  }
}

function take(word: string, found: { pmids: Set<string>; pmcids: Set<string>; dois: Set<string> }): boolean {
  const pmid = /^0*([1-9]\d{0,8})(?:\.0)?$/.exec(word)?.[1] ?? PUBMED_ADDRESS.exec(word)?.[1];
  const pmcid = /^pmc0*([1-9]\d{0,8})(?:\.\d{1,2})?$/i.exec(word)?.[1] ?? PMC_ADDRESS.exec(word)?.[1];
  const doi = DOI.exec(word)?.[1];
  if (doi !== undefined) found.dois.add(doi.toLowerCase());
  else if (pmcid !== undefined) found.pmcids.add(`PMC${pmcid}`);
  else if (pmid !== undefined) found.pmids.add(pmid);
  else return false;
  return true;
}
