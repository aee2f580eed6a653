/** The figures of docs/ranking.md are those of the runs that are kept in bench/results. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageRoot } from '../_package.ts';

const text = (name: string): string => readFileSync(join(packageRoot, name), 'utf8');
const page = text('docs/ranking.md');
const figures = (...all: readonly number[]): string => all.map((each) => each.toFixed(3)).join(' | ');

interface Three {
  readonly attune: number;
  readonly pmra: number;
  readonly bm25: number;
}

interface RelatedRun {
  readonly records: number;
  readonly seeds: number;
  readonly ndcg10: Three;
  readonly timesPmra: number;
  readonly pmraAtItsBest: number;
  readonly bySplit: Readonly<Record<'tune' | 'report', Three>>;
}

const MEASURES = ['loss', 'ndcg', 'wss95', 'rrf10', 'atd', 'recall100', 'lastFound'] as const;
type Measures = Readonly<Record<(typeof MEASURES)[number], number>>;

interface Simulated extends Measures {
  readonly split: string;
  readonly peer: Measures;
  readonly lossToPeer: number;
}

interface SimulateRun {
  readonly sets: readonly (Simulated & { readonly name: string })[];
  readonly macro: readonly Simulated[];
}

test('the figures of related papers are those of the run', () => {
  const { records, seeds, ndcg10, timesPmra, pmraAtItsBest, bySplit } = JSON.parse(
    text('bench/results/related.json'),
  ) as RelatedRun;
  for (const [name, { attune, pmra, bm25 }] of [
    ['all', ndcg10],
    ['`tune`', bySplit.tune],
    ['`report`', bySplit.report],
  ] as const)
    assert.match(page, rowOf(name, figures(attune, pmra, bm25)));
  for (const said of [
    `${records.toLocaleString('en')} papers; ${seeds} relevant`,
    `${timesPmra.toFixed(3)} times PubMed's`,
    pmraAtItsBest.toFixed(3),
  ])
    assert.ok(page.includes(said), said);
});

test('the figures of the learner are those of the run, where it falls short too', () => {
  const { sets, macro } = JSON.parse(text('bench/results/simulate.json')) as SimulateRun;
  const [tune, report] = ['tune', 'report'].map((name) => macro.find(({ split }) => split === name)) as [
    Simulated,
    Simulated,
  ];
  for (const measure of MEASURES)
    assert.ok(
      page.includes(`| ${figures(tune[measure], tune.peer[measure], report[measure], report.peer[measure])} |`),
      measure,
    );
  for (const { lossToPeer } of macro) assert.ok(page.includes(`${lossToPeer.toFixed(3)} times`));
  const reported = sets.filter(({ split }) => split === 'report');
  for (const { name, loss, peer, lossToPeer } of reported)
    assert.match(page, rowOf(name.replaceAll('_', '\\_'), figures(loss, peer.loss, lossToPeer)));
  const ahead = reported.filter(({ lossToPeer }) => lossToPeer < 1).length;
  assert.deepEqual([ahead, reported.length], [4, 9], 'the page says ahead on four sets of nine');
});

function rowOf(name: string, rest: string): RegExp {
  const literal = (said: string): string => said.replace(/[\\|.*]/g, '\\$&');
  return new RegExp(`^\\| ${literal(name)} +\\| ${literal(rest)} \\|$`, 'm');
}
