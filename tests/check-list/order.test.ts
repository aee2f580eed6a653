/** The page and the file sort a checked list alike, though each sorts it on its own. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CheckedList } from '#library/index.ts';
import { worstFirst } from '../../src/library/check-list/worst-first.ts';
import { judged, ordered } from '../../src/web/check/judged.ts';

type Row = CheckedList['rows'][number];
type Kind = NonNullable<Row['paper']>['notices'][number]['kind'];

const KINDS: readonly (Kind | undefined)[] = [
  'updated',
  'republished',
  'notice',
  'corrected',
  'concern',
  'retracted',
  undefined,
];

test('every mixture of notices, states and remarks has the same place in the file as on the page', () => {
  const states = [
    ...KINDS.flatMap((kind) => KINDS.map((other) => ({ state: 'here' as const, notices: [kind, other] }))),
    ...(['missing', 'unknown', 'several'] as const).map((state) => ({ state, notices: [] })),
  ];
  const rows = states.flatMap(({ state, notices }, at) =>
    [undefined, 'The DOI leads to another title.'].map((remark, more) => ({
      lines: [1_000 - at * 2 - more],
      text: `reference ${at} ${more}`,
      state,
      options: [],
      ...(state === 'here' && {
        paper: { notices: notices.flatMap((kind) => (kind === undefined ? [] : [{ kind, text: 'It happened.' }])) },
      }),
      ...(remark !== undefined && { remark }),
      ...(state === 'missing' && more === 1 && { standing: { kind: 'concern', text: 'It happened.' } }),
    })),
  );
  const inFile = worstFirst(rows as unknown as readonly Row[]).map(({ lines }) => lines[0]);
  const onPage = ordered(judged(rows as unknown as Parameters<typeof judged>[0], {}), 'worst').map(
    ({ row }) => row.lines[0],
  );
  assert.deepEqual(inFile, onPage);
});
