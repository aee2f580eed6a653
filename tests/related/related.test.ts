/** Papers related to one, from a library as it is: what belongs to it, what is like it, and why. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { relatedTo } from '#app/index.ts';
import type { RelatedHit } from '#app/index.ts';
import type { Paper, RecordId } from '#model/index.ts';
import { libraryOf, paperOf } from '../_papers.ts';

const id = (text: string): RecordId => text as RecordId;
const type = (name: string): { name: string } => ({ name });

const WALKING = 'Early walking after sepsis on medical wards';
const PAPERS: readonly Paper[] = [
  paperOf({
    pmid: '1',
    title: WALKING,
    abstract: 'Walking with a physiotherapist after sepsis shortened the stay on wards.',
    relations: [{ type: 'ErratumIn', to: id('pm2') }],
  }),
  paperOf({ pmid: '2', title: `Correction: ${WALKING}`, relations: [{ type: 'ErratumFor', to: id('pm1') }] }),
  paperOf({ pmid: '3', title: 'Who should get up first?', relations: [{ type: 'CommentOn', to: id('pm1') }] }),
  paperOf({
    pmid: '4',
    title: 'Supervised walking and physiotherapist time after sepsis',
    abstract: 'Sepsis wards counted walking.',
    publicationTypes: [type('Preprint')],
  }),
  paperOf({
    pmid: '5',
    title: 'Supervised walking and physiotherapist time after sepsis.',
    abstract: 'Sepsis.',
    publicationTypes: [type('Randomized Controlled Trial')],
  }),
  paperOf({
    pmid: '6',
    title: 'Sepsis rehabilitation for wards',
    publicationTypes: [type('Practice Guideline'), type('Retracted Publication')],
  }),
  paperOf({ pmid: '7', title: 'Migraine in adolescents', abstract: 'Triptans were compared.' }),
  paperOf({ pmid: '8', title: WALKING, abstract: 'Another record of the paper.' }),
  paperOf({ pmid: '9', title: '' }),
];

async function related(of: string, limit = 20): Promise<readonly RelatedHit[]> {
  const library = await libraryOf(PAPERS);
  try {
    return (await relatedTo(library, id(of), { limit })).hits;
  } finally {
    await library.close();
  }
}

test('its own corrections and comments come first, then what is like it; the unlike stays away', async () => {
  assert.deepEqual(
    (await related('pm1')).map(({ paper, tie }) => [paper.id, tie]),
    [
      ['pm2', 'correction'],
      ['pm3', 'comment'],
      ['pm5', undefined],
      ['pm6', undefined],
    ],
  );
});

test('a preprint is folded into its paper, and another record of the paper itself is not shown', async () => {
  const hits = await related('pm1');
  assert.deepEqual(hits.find(({ paper }) => paper.id === 'pm5')?.also, ['pm4']);
  assert.ok(!hits.some(({ paper }) => paper.id === 'pm8' || paper.id === 'pm4'));
});

test('trials and guidelines are marked, and a retracted paper carries its notice', async () => {
  const hits = await related('pm1');
  const guideline = hits.find(({ paper }) => paper.id === 'pm6');
  assert.deepEqual([hits.find(({ paper }) => paper.id === 'pm5')?.mark, guideline?.mark], ['trial', 'guideline']);
  assert.equal(guideline?.notices[0]?.kind, 'retracted');
});

test('what they share is told in the words of the paper asked for', async () => {
  const trial = (await related('pm1')).find(({ paper }) => paper.id === 'pm5');
  assert.deepEqual([...(trial?.shared ?? [])].sort(), ['physiotherapist', 'sepsis', 'walking']);
  assert.deepEqual((await related('pm1')).find(({ paper }) => paper.id === 'pm3')?.shared, []);
});

test('the correction leads back to its paper', async () => {
  const [first] = await related('pm2');
  assert.deepEqual([first?.paper.id, first?.tie], ['pm1', 'correction']);
});

test('the limit holds for all together', async () => {
  assert.deepEqual(
    (await related('pm1', 3)).map(({ paper }) => paper.id),
    ['pm2', 'pm3', 'pm5'],
  );
});

test('a paper without words has nothing related, and one that is not there is named', async () => {
  assert.deepEqual(await related('pm9'), []);
  await assert.rejects(related('pm77'), /No paper in this library is pm77\./);
});
