/** Checks a pasted list: reads the references, finds each in the library, says what has become of it. */
import { plainText } from '#model/index.ts';
import type { Paper } from '#model/index.ts';
import { SHOW_ALL, shown } from '../display.ts';
import type { Display } from '../display.ts';
import { noticesOf } from '../notices.ts';
import type { Library, Tie } from '../port.ts';
import { chipsOf } from '../reading-aids/index.ts';
import type { CheckedList, CheckedRow, ListedPaper, OfferedPaper } from './checked-list.ts';
import { withPatience } from './candidates.ts';
import { readReferences } from './read-references.ts';
import type { Reference } from './reference.ts';
import { resolveReference } from './resolve-reference.ts';
import { isRetractionNotice, standingOf, standingOfMissing } from './standing.ts';

const TEXT_SHOWN = 300;

/** A reference whose search spends its budget is left open; the list goes on. @throws AppError as the library's other searches. */
export async function checkList(library: Library, text: string, display: Display = SHOW_ALL): Promise<CheckedList> {
  const patient = withPatience(library);
  const { references, notes } = readReferences(text);
  const rows = new Map<string, CheckedRow>();
  for (const reference of references) {
    const row = await checked(patient, reference, display);
    const key = keyOf(row, reference);
    const known = rows.get(key);
    rows.set(key, known === undefined ? row : together(known, row));
  }
  return { rows: [...rows.values()], notes };
}

async function checked(library: Library, reference: Reference, display: Display): Promise<CheckedRow> {
  const { paper, options, ...found } = await resolveReference(library, reference);
  const row = { lines: [reference.line], text: shortened(reference.text), ...found };
  const offered = await Promise.all(options.map((each) => offeredPaper(library, each, display)));
  if (paper === undefined) {
    const { pmid } = reference.ids;
    const standing =
      pmid === undefined || found.state !== 'missing' ? undefined : await standingOfMissing(library, pmid);
    return { ...row, options: offered, ...(standing && { standing }) };
  }
  const said = await notices(library, paper);
  const standing = await standingOf(library, said.notices, said.ties);
  const remark = [found.remark, await noticeRemark(library, paper)].filter((part) => part !== undefined).join(' ');
  return {
    ...row,
    options: offered,
    paper: listedPaper(paper, said, display),
    ...(standing && { standing }),
    ...(remark === '' ? {} : { remark }),
  };
}

interface Said {
  readonly notices: Awaited<ReturnType<typeof noticesOf>>;
  readonly ties: readonly Tie[];
}

async function notices(library: Library, paper: Paper): Promise<Said> {
  const ties = await library.ties(paper.id);
  return { ties, notices: await noticesOf(library, paper, ties) };
}

async function offeredPaper(library: Library, paper: Paper, display: Display): Promise<OfferedPaper> {
  const said = await notices(library, paper);
  const standing = await standingOf(library, said.notices, said.ties);
  return { ...listedPaper(paper, said, display), ...(standing && { standing }) };
}

function listedPaper(paper: Paper, said: Said, display: Display): ListedPaper {
  return { paper: shown(paper, display), notices: said.notices, chips: chipsOf(paper) };
}

/** Whoever cites the notice of a retraction may have meant the paper that was retracted. */
async function noticeRemark(library: Library, paper: Paper): Promise<string | undefined> {
  if (!isRetractionNotice(paper)) return undefined;
  const relation = paper.relations?.find((each) => each.type === 'RetractionOf');
  const retracted = relation?.to === undefined ? undefined : await library.get(relation.to);
  const name = retracted === undefined ? relation?.citation : `“${plainText(retracted.title).replace(/\.$/, '')}”`;
  return name === undefined
    ? 'This is a notice of retraction, not a study.'
    : `This is the notice that retracts ${name}`.replace(/\.?$/, '.');
}

/** Rows that mean the same paper are one. */
function keyOf({ paper, wanted, state }: CheckedRow, { text }: Reference): string {
  if (paper !== undefined) return `paper ${paper.paper.id}`;
  return wanted === undefined ? `${state} ${text.toLowerCase()}` : `wanted ${wanted.toLowerCase()}`;
}

function together(known: CheckedRow, again: CheckedRow): CheckedRow {
  const lines = [...new Set([...known.lines, ...again.lines])].sort((left, right) => left - right);
  const remarks = [...new Set([known.remark, again.remark].filter((remark) => remark !== undefined))];
  return { ...known, lines, ...(remarks.length === 0 ? {} : { remark: remarks.join(' ') }) };
}

function shortened(text: string): string {
  return text.length <= TEXT_SHOWN ? text : `${text.slice(0, TEXT_SHOWN).replace(/\s+\S*$/, '')} …`;
}
