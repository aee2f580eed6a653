/** How the stand-in of NCBI reads a query: a small part of PubMed's language, from left to right as PubMed does. */
import { JOURNAL } from './_ncbi-papers.ts';
import type { NcbiPaper } from './_ncbi-papers.ts';

export interface Matched {
  /** In the order of the papers given. */
  readonly papers: readonly NcbiPaper[];
  readonly translation: string;
  /** Terms that nothing has. */
  readonly notFound: readonly string[];
}

const TOKEN = /\(|\)|"[^"]*"(?:\[[^\]]*\])?|[^\s()[\]"]+(?:\[[^\]]*\])?/g;

/**
 * Words are looked for in title and abstract whatever their tag, but for `[doi]`, `[uid]`, `[pmid]`, `[ta]`, `[ti]` and
 * dates (`2024/01/01:2024/06/30[edat]`). `*` ends a word early; a PMID may stand alone.
 */
export function matchQuery(text: string, papers: readonly NcbiPaper[]): Matched {
  const tokens = text.match(TOKEN) ?? [];
  const notFound: string[] = [];
  let at = 0;

  function operand(): ReadonlySet<NcbiPaper> {
    const token = tokens[at];
    if (token === undefined) return new Set();
    at += 1;
    if (token !== '(') return term(token);
    const inner = chain();
    at += 1;
    return inner;
  }

  function chain(): ReadonlySet<NcbiPaper> {
    let found = operand();
    for (let next = tokens[at]; next !== undefined && next !== ')'; next = tokens[at]) {
      const isOperator = /^(and|or|not)$/i.test(next);
      if (isOperator) at += 1;
      const right = operand();
      const operator = isOperator ? next.toUpperCase() : 'AND';
      found =
        operator === 'OR'
          ? new Set([...found, ...right])
          : new Set([...found].filter((paper) => right.has(paper) === (operator === 'AND')));
    }
    return found;
  }

  function term(token: string): ReadonlySet<NcbiPaper> {
    const isMatch = matcher(token);
    const found = new Set(papers.filter(isMatch));
    if (found.size === 0) notFound.push(token);
    return found;
  }

  const found = chain();
  const translation = tokens
    .map((token) => (/^(\(|\)|and|or|not)$/i.test(token) || token.endsWith(']') ? token : `${token}[All Fields]`))
    .join(' ');
  return { papers: papers.filter((paper) => found.has(paper)), translation, notFound };
}

function matcher(token: string): (paper: NcbiPaper) => boolean {
  const [, value = '', tag = ''] = /^"?([^"[]*)"?(?:\[(.*)\])?$/.exec(token) ?? [];
  const sought = value.trim().toLowerCase();
  const field = tag.toLowerCase();
  if (field === 'doi' || field === 'aid') return ({ doi }) => doi?.toLowerCase() === sought;
  if (field === 'ta') return () => sought === JOURNAL.toLowerCase();
  if (field === 'uid' || field === 'pmid' || /^\d{7,}$/.test(sought)) {
    const pmids = new Set(sought.split(','));
    return ({ pmid }) => pmids.has(pmid);
  }
  const [from = '', to] = sought.split(':');
  if (/^\d{4}(\/\d\d?){0,2}$/.test(from) && to !== undefined) return within(from, to);
  const parts = sought.split(/\s+/).map((word) => word.replaceAll(/[^\p{L}\p{N}*.-]/gu, '').replaceAll('.', '\\.'));
  const words = parts.map((word) => (word.endsWith('*') ? `${word.slice(0, -1)}[\\p{L}\\p{N}]*` : word));
  const expression = new RegExp(`(?<![\\p{L}\\p{N}])${words.join('\\s+')}(?![\\p{L}\\p{N}])`, 'iu');
  const isTitle = field === 'ti' || field === 'title';
  return ({ title, abstract = '' }) => expression.test(isTitle ? title : `${title} ${abstract}`);
}

/** Both ends included; a year or a month stands for all of its days. */
export function within(from: string, to: string): (paper: NcbiPaper) => boolean {
  const padded = (date: string): string =>
    date
      .split('/')
      .map((part) => part.padStart(2, '0'))
      .join('/');
  return ({ edat }) => edat >= padded(from) && edat <= `${padded(to)}~`;
}
