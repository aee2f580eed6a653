/** The fast reader may leave a document to the strict one, but may never read another thing in it. */
import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { test } from 'node:test';
import { createGunzip } from 'node:zlib';
import fc from 'fast-check';
import { AppError } from '#model/index.ts';
import { realData } from '../../../../tests/_package.ts';
import { readPlainXml } from './plain-xml.ts';
import { RecordSplitter } from './splitter.ts';
import { readStrictXml } from './strict-xml.ts';
import type { XmlElement } from './xml-tree.ts';

type Reader = (xml: string) => XmlElement | undefined;

/** What a reader makes of a document: its tree, the sentence of a refusal, or undefined where it cannot tell. */
function outcome(read: Reader, xml: string): unknown {
  try {
    return read(xml);
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown.message;
    throw thrown;
  }
}

function isReadAlike(xml: string): boolean {
  const plain = outcome(readPlainXml, xml);
  if (plain !== undefined) assert.deepEqual(plain, outcome(readStrictXml, xml), JSON.stringify(xml));
  return plain !== undefined;
}

const name = fc.constantFrom('a', 'b', 'i', 'math', 'mml:mi', 'PMID', 'AuthorSequence_type0', 'x-y.z', '__proto__');
const LETTERS = ['one', ' ', '\n  ', '\t', '\r\n', '\r', ']]', '>', '"', "'", '=', '/', 'é', '≥', '𝛽', 'e\u0301', '\u0085', '\u2028', '\ufeff']; // prettier-ignore
const ENTITIES = ['&lt;', '&gt;', '&amp;', '&quot;', '&apos;', '&#60;', '&#x1D6FD;', '&#X41;', '&#0065;', '&#13;', '&#9;', '&#xD800;', '&#xffff;', '&#0;', '&#;', '&#x;', '&#1114112;', '&nbsp;', '&', '&;', '& ;', '&lt', '&toString;']; // prettier-ignore
const MARKUP = ['<!-- a -->', '<!---->', '<!-- a -- b -->', '<![CDATA[<b>]]>', '<![CDATA[]]]]>', '<?note a?>', '<?xml version="1.0"?>', '<!DOCTYPE a>', ']]>', '\0', '\u000b', '\ud800', '\udc00', '\ufffe']; // prettier-ignore
const TAGS = ['<a>', '</a>', '</a >', '<a/>', '<a b="1" b="2"/>', '<a b=1/>', '<a b/>', '<a b="1"c="2"/>', '<a b = "1"/>', '<a / >', '< a/>', '</>', '<>', '<1/>', '<é/>', '<']; // prettier-ignore
const plainEntity = fc.constantFrom('&lt;', '&gt;', '&amp;', '&quot;', '&apos;', '&#8226;', '&#x1D6FD;', '&#xa0;');
const blank = fc.constantFrom('', ' ', '\n', '  \t');

const quoted = (inside: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom('"', "'"), inside).map(([quote, text]) => quote + text.replaceAll(quote, '') + quote);
const attributes = (inside: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .uniqueArray(fc.tuple(name, quoted(inside)), { maxLength: 3, selector: ([key]) => key })
    .map((list) => list.map(([key, value]) => ` ${key}=${value}`).join(''));

/** An element with what stands in it, of the pieces given. */
function document(text: fc.Arbitrary<string>, value: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.letrec<{ element: string; inside: string }>((tie) => ({
    element: fc
      .tuple(name, attributes(value), blank, tie('inside'))
      .map(([tag, list, space, inside]) =>
        inside === '' ? `<${tag}${list}${space}/>` : `<${tag}${list}${space}>${inside}</${tag}>`,
      ),
    inside: fc
      .array(fc.oneof({ depthSize: 'small' }, text, tie('element')), { maxLength: 4 })
      .map((parts) => parts.join('')),
  })).element;
}

const plainLetters = fc.constantFrom('one', ' ', '\n  ', '\r\n', 'é', '≥', '𝛽', '"', "'", '=', '/', ']', '\u0085');
const plainText = fc.oneof(plainLetters, plainEntity);
const plainDocument = document(plainText, fc.oneof(fc.constantFrom('Y', 'RESULTS', '≥', ' '), plainEntity));

/** Mostly plain: what is odd should be met alone, since a reader stops at the first odd thing. */
const odd = fc.constantFrom(...LETTERS, ...ENTITIES, ...MARKUP);
const anyText = fc.oneof({ weight: 12, arbitrary: plainText }, odd);
const anyDocument = document(
  anyText,
  fc.oneof({ weight: 12, arbitrary: plainText }, odd, fc.constantFrom('<', 'a > b')),
);

test('plain records are read fast, and as the strict reader reads them', () => {
  fc.assert(
    fc.property(plainDocument, (xml) => assert.ok(isReadAlike(xml), JSON.stringify(xml))),
    { numRuns: 500 },
  );
});

test('whatever is read fast is read as the strict reader reads it, with the same refusals', () => {
  fc.assert(
    fc.property(anyDocument, fc.constantFrom('', ' ', '\n', 'text', '<a/>', '<!-- a -->'), (xml, after) => {
      isReadAlike(xml + after);
    }),
    { numRuns: 3000 },
  );
});

test('a plain record that is damaged anywhere is read or refused as the strict reader does it', () => {
  const put = fc.constantFrom('', ...LETTERS, ...ENTITIES, ...MARKUP, ...TAGS);
  const damage = fc.tuple(fc.nat(), fc.nat({ max: 3 }), put);
  fc.assert(
    fc.property(plainDocument, damage, (xml, [place, gone, instead]) => {
      const at = place % (xml.length + 1);
      isReadAlike(xml.slice(0, at) + instead + xml.slice(at + gone));
    }),
    { numRuns: 3000 },
  );
});

test('elements nested without end are refused with the same sentence', () => {
  assert.equal(isReadAlike('<i>'.repeat(201)), true);
  assert.equal(isReadAlike('<i>'.repeat(200)), false);
  assert.equal(isReadAlike('<i>'.repeat(200) + '</i>'.repeat(200)), true);
});

test('tags are read alike however many came before', () => {
  for (let number = 0; number < 10_000; number += 1) {
    const tree = readPlainXml(`<a UI="D${number}" long="${'x'.repeat(number % 200)}"/>`);
    assert.equal(tree?.attributes['UI'], `D${number}`);
  }
});

const baseline = realData('pubmed/pubmed.xml.gz');

test('real records are nearly all read fast, each as the strict reader reads it', { skip: baseline.skip }, async () => {
  const splitter = new RecordSplitter();
  let records = 0;
  let fast = 0;
  for await (const chunk of createReadStream(baseline.path).pipe(createGunzip())) {
    for (const part of splitter.push(chunk as Buffer)) {
      const xml = part.xml.toString('utf8');
      const plain = readPlainXml(xml);
      records += 1;
      if (plain === undefined) continue;
      fast += 1;
      assert.equal(JSON.stringify(plain), JSON.stringify(readStrictXml(xml)));
    }
  }
  assert.ok(fast / records > 0.95, `${fast} of ${records}`);
});
