import assert from 'node:assert/strict';
import { test } from 'node:test';
import { abstractOf, madeUpPaper } from '../../../tests/_made-up-paper.ts';
import { teamNote } from './team-note.ts';

const LINK = 'https://attune.example/papers/pm99000001';

test('a note has the title, the conclusion word for word and the link', () => {
  const abstract = abstractOf(['CONCLUSION', ['CO', ['sub', '2'], ' helped.']]);
  const note = teamNote(madeUpPaper({ abstract }), [], LINK);
  assert.equal(note, `Lumps in hedgehogs\nThe authors conclude: “CO2 helped.”\n${LINK}`);
});

test('a notice comes first, and without a conclusion none is made up', () => {
  const note = teamNote(madeUpPaper(), [{ kind: 'retracted', text: 'This paper was retracted.' }], LINK);
  assert.equal(note, `This paper was retracted.\nLumps in hedgehogs\n${LINK}`);
});
