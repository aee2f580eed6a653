import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AppError } from '#model/index.ts';
import { parseXml } from './xml-tree.ts';
import type { XmlElement } from './xml-tree.ts';

const refused = (xml: string, words: RegExp): void =>
  assert.throws(
    () => parseXml(xml),
    (thrown) => thrown instanceof AppError && thrown.code === 'unreadable_file' && words.test(thrown.message),
  );

test('an element keeps its attributes and its mixed content in order', () => {
  const tree = parseXml('<a x="1 &amp; 2">one<b>two</b> three</a>');
  assert.equal(tree.name, 'a');
  assert.equal(tree.attributes['x'], '1 & 2');
  assert.deepEqual(
    tree.children.map((node) => (typeof node === 'string' ? node : node.name)),
    ['one', 'b', ' three'],
  );
});

test('numeric and predefined entities are letters, and literal text is text', () => {
  assert.deepEqual(parseXml('<a>&lt;i&gt; &#8226; &#x1D6FD;</a>').children, ['<i> • 𝛽']);
  assert.deepEqual(parseXml('<a><![CDATA[p < .05]]></a>').children, ['p < .05']);
});

test('MathML is remembered as such, with its prefix or without', () => {
  const tree = parseXml(
    '<a><mml:math xmlns:mml="m"><mml:mi>x</mml:mi></mml:math><math xmlns="m"><mi>y</mi></math><mi>z</mi></a>',
  );
  const [prefixed, plain, stray] = tree.children as XmlElement[];
  assert.deepEqual([prefixed?.name, prefixed?.math], ['math', true]);
  assert.deepEqual([plain?.name, plain?.math], ['math', true]);
  assert.equal((plain?.children[0] as XmlElement | undefined)?.math, true);
  assert.equal(stray?.math, false);
});

test('what is not well-formed is refused with its line and column', () => {
  refused('<a>\n  <b>x</a>', /line 2, column \d+/);
  refused('<a>1 & 2</a>', /line 1, column/);
  refused('<a>one', /not well-formed/);
  refused('<a/><b/>', /not well-formed/);
  refused('', /./);
});

test('entities of HTML are unknown, and nothing can define them', () => {
  refused('<a>&nbsp;</a>', /nbsp|entity/);
  refused('<!DOCTYPE a [<!ENTITY b "boo">]><a>&b;</a>', /entity/);
});

test('elements nested without end are refused and do no harm', () => {
  refused('<i>'.repeat(50_000), /nested/);
});

test('the wrappers of an old SOAP client are looked through', () => {
  const tree = parseXml(
    '<Author><AuthorTypeSequence_type0><LastName>Gull</LastName></AuthorTypeSequence_type0></Author>',
  );
  assert.equal((tree.children[0] as XmlElement).name, 'LastName');
});
