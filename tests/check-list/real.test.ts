/** References built out of real records in six styles, matched back to them; and references to papers that are not held. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { readFileSync, writeFileSync } from 'node:fs';
import { authorsOf, plainText } from '#model/index.ts';
import type { Paper } from '#model/index.ts';
import { checkList, importFiles, openLibrary } from '#library/index.ts';
import type { Library } from '#library/index.ts';
import { realData } from '../_package.ts';
import { STYLES } from './_styles.ts';

const { path, skip } = realData('pubmed/pubmed.xml.gz');
const RECORDS = 2_000;

test(
  'real references in six styles find their paper, and none finds another',
  { skip, timeout: 300_000 },
  async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'attune-check-real-'));
    const [held, others] = cutInTwo(gunzipSync(readFileSync(path)).toString('utf8'));
    writeFileSync(join(folder, 'held.xml'), held);
    writeFileSync(join(folder, 'others.xml'), others);
    const library = await libraryOf(folder, 'held');
    const away = await libraryOf(folder, 'others');
    try {
      const inside = (await citable(library)).slice(0, 400);
      const outside = (await citable(away)).slice(0, 200);
      for (const [style, cite] of Object.entries(STYLES)) {
        const started = process.cpuUsage();
        const found = await counted(library, inside, cite);
        const { user, system } = process.cpuUsage(started);
        const absent = await counted(library, outside, cite);
        const share = found.right / inside.length;
        t.diagnostic(
          `${style}: ${inside.length} held: ${JSON.stringify(found)}, ${((user + system) / 1000 / inside.length).toFixed(1)} ms each; ${outside.length} not held: ${JSON.stringify(absent)}`,
        );
        assert.equal(share >= 0.97, true, `${style}: ${share}`);
        assert.equal(found.wrong, 0, style);
        assert.equal(absent.wrong <= 1, true, style);
      }
    } finally {
      await library.close();
      await away.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
);

/** Every other record of the first ones: the held and the others. */
function cutInTwo(xml: string): [string, string] {
  const records = xml.match(/<PubmedArticle>.*?<\/PubmedArticle>/gs)?.slice(0, RECORDS) ?? [];
  const set = (rest: number): string =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<PubmedArticleSet>\n${records.filter((_, at) => at % 2 === rest).join('\n')}\n</PubmedArticleSet>\n`;
  return [set(0), set(1)];
}

async function libraryOf(folder: string, name: string): Promise<Library> {
  const library = await openLibrary(mkdtempSync(join(folder, 'library-')), { reading: 'here' });
  await importFiles(library, [join(folder, `${name}.xml`)], { withoutAbstracts: [] });
  return library;
}

/** Papers of which a reference can be written: with an author, a year and two words of title. */
async function citable(library: Library): Promise<Paper[]> {
  const query = { kind: 'everything', at: { start: 0, length: 0 } } as const;
  const { hits } = await library.search({ query, filters: {}, sort: 'newest', offset: 0, limit: RECORDS });
  return hits
    .map((hit) => hit.paper)
    .filter((paper) => authorsOf(paper).length > 0 && (paper.published ?? paper.publishedOnline) !== undefined)
    .filter((paper) => plainText(paper.title).split(' ').length > 1);
}

async function counted(
  library: Library,
  papers: readonly Paper[],
  cite: (paper: Paper) => string,
): Promise<Record<'right' | 'wrong' | 'offered' | 'none', number>> {
  const text = papers.map((paper, at) => `${at + 1}. ${cite(paper)}`).join('\n');
  const { rows } = await checkList(library, text);
  const byLine = new Map(rows.flatMap((row) => row.lines.map((line) => [line, row] as const)));
  const counts = { right: 0, wrong: 0, offered: 0, none: 0 };
  papers.forEach(({ id }, at) => {
    const row = byLine.get(at + 1);
    if (row?.state === 'here') counts[row.paper?.paper.id === id ? 'right' : 'wrong'] += 1;
    else counts[row?.state === 'several' ? 'offered' : 'none'] += 1;
  });
  return counts;
}
