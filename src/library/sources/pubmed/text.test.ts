import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainText } from '#model/index.ts';
import type { RichText } from '#model/index.ts';
import { richText } from './text.ts';
import { parseXml } from './xml-tree.ts';

const read = (inside: string): RichText => richText(parseXml(`<t>${inside}</t>`));

test('text without markup is a plain string with its blanks tidied', () => {
  assert.equal(read('\n  Two   words\r\n  and a\tthird '), 'Two words and a third');
  assert.equal(read(''), '');
  assert.equal(read('  \n '), '');
  assert.equal(read('a<![CDATA[ < b]]>'), 'a < b');
});

test('markup stays in its place, nested too, and the words go on after it', () => {
  assert.deepEqual(read('<i>quellA<sup>R</sup></i>-positive strains'), [
    ['i', 'quellA', ['sup', 'R']],
    '-positive strains',
  ]);
  assert.equal(plainText(read('loss of H<sub>2</sub>O<sub>2</sub> in airways')), 'loss of H2O2 in airways');
});

test('blocks of bold text keep the blank between them', () => {
  assert.deepEqual(read('\n  <b>Bird: Adult</b>\n  <b> Finding: lump </b>\n'), [
    ['b', 'Bird: Adult'],
    ' ',
    ['b', 'Finding: lump'],
  ]);
});

test('a blank at the border of an element is kept once', () => {
  assert.equal(plainText(read('one <i> two</i> three')), 'one two three');
  assert.equal(plainText(read('one<i> two </i>three')), 'one two three');
  assert.equal(read('one<i> </i>two'), 'one two');
  assert.equal(read('one <i/>two'), 'one two');
});

test('escaped markup is words and no markup', () => {
  assert.equal(read('a &lt;i&gt;b&lt;/i&gt; c'), 'a <i>b</i> c');
});

test('unknown elements give their text, and attributes are left behind', () => {
  assert.equal(read('one <em onclick="x">two</em> <script>three</script>'), 'one two three');
  assert.deepEqual(read('<i style="x">a</i>b'), [['i', 'a'], 'b']);
});

test('a displayed formula stands apart from the words around it', () => {
  assert.equal(read('as in<DispFormula>a = b</DispFormula>we see'), 'as in a = b we see');
});

test('MathML keeps its structure; blanks between its elements and annotations go', () => {
  const math =
    '<mml:math display="block">\n <mml:mrow>\n <mml:msub><mml:mi mathvariant="normal"> R </mml:mi><mml:mn>0</mml:mn></mml:msub>\n' +
    '<mml:mo>&lt;</mml:mo><mml:mspace/></mml:mrow><mml:annotation>R_0</mml:annotation>\n</mml:math>';
  assert.deepEqual(read(`when ${math} holds`), [
    'when ',
    ['math', ['mrow', ['msub', ['mi', 'R'], ['mn', '0']], ['mo', '<'], ['mspace']]],
    ' holds',
  ]);
});

test('MathML without a prefix is MathML, and content elements give their text', () => {
  assert.deepEqual(read('<math xmlns="m"><mi>x</mi><apply><cn>3</cn></apply></math>'), [['math', ['mi', 'x'], '3']]);
});

test('letters come in one form, those beyond the first plane whole', () => {
  assert.equal(read('Mu\u0308ller'), 'M\u00fcller');
  assert.equal(read('12 𝑚𝑖𝑙𝑒𝑠 👩‍🔬 𠮷野'), '12 𝑚𝑖𝑙𝑒𝑠 👩‍🔬 𠮷野');
});
