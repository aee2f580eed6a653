import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { AppError } from '#model/index.ts';
import { RecordSplitter } from './splitter.ts';
import type { SplitPart } from './splitter.ts';

const HEAD =
  '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2026//EN" "https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_260101.dtd">\n';
const set = (inside: string): string => `${HEAD}<PubmedArticleSet>${inside}</PubmedArticleSet>\n`;

function split(file: string | Buffer, chunk = 64 * 1024, largestRecord?: number): SplitPart[] {
  const bytes = Buffer.from(file);
  const splitter = new RecordSplitter(largestRecord === undefined ? {} : { largestRecord });
  const parts: SplitPart[] = [];
  for (let at = 0; at < bytes.length; at += chunk) parts.push(...splitter.push(bytes.subarray(at, at + chunk)));
  return [...parts, ...splitter.end()];
}

const seen = (file: string | Buffer): string[] =>
  split(file).map((part) =>
    part.kind === 'deletions' ? part.xml.toString() : `${part.ordinal} ${part.kind} ${part.xml.toString()}`,
  );

/** The sentence with which a file is refused, the same in whatever chunks it comes. */
function refusal(file: string | Buffer, largestRecord?: number): string {
  const sentences = [1, 7, 64 * 1024].map((chunk) => {
    try {
      split(file, chunk, largestRecord);
    } catch (thrown) {
      if (thrown instanceof AppError && thrown.code === 'unreadable_file') return thrown.message;
      throw thrown;
    }
    return 'was read';
  });
  assert.equal(new Set(sentences).size, 1, sentences.join(' / '));
  return sentences[0] ?? '';
}

test('records, books and deletions come out whole with their number, line and place', () => {
  const file = set(
    '\n<PubmedArticle>\n a</PubmedArticle>\r\n<PubmedBookArticle x="1">b</PubmedBookArticle><DeleteCitation><PMID>1</PMID></DeleteCitation>',
  );
  const parts = split(file);
  assert.deepEqual(
    parts.map((part) => [
      part.kind,
      part.kind === 'deletions' ? undefined : part.ordinal,
      part.line,
      part.xml.toString(),
    ]),
    [
      ['record', 1, 4, '<PubmedArticle>\n a</PubmedArticle>'],
      ['record', 2, 6, '<PubmedBookArticle x="1">b</PubmedBookArticle>'],
      ['deletions', undefined, 6, '<DeleteCitation><PMID>1</PMID></DeleteCitation>'],
    ],
  );
  for (const part of parts)
    assert.equal(
      Buffer.from(file)
        .subarray(part.offset, part.offset + part.xml.length)
        .equals(part.xml),
      true,
    );
});

test('any DOCTYPE that points outside is passed over, and none is needed', () => {
  assert.deepEqual(seen('<PubmedArticleSet><PubmedArticle/></PubmedArticleSet>'), ['1 record <PubmedArticle/>']);
  assert.deepEqual(seen(`\ufeff${set('<PubmedArticle/>')}<!-- done -->\n`), ['1 record <PubmedArticle/>']);
  assert.deepEqual(seen('<!-- by hand -->\n<PubmedBookArticleSet ><PubmedBookArticle/></PubmedBookArticleSet >'), [
    '1 record <PubmedBookArticle/>',
  ]);
  assert.deepEqual(seen('<PubmedArticleSet/>'), []);
});

test('tags in comments and literal text are words', () => {
  const record =
    '<PubmedArticle><!-- </PubmedArticle> --><![CDATA[<PubmedArticle></PubmedArticleSet>]]></PubmedArticle>';
  assert.deepEqual(seen(set(`<!-- <PubmedArticle> -->${record}`)), [`1 record ${record}`]);
});

test('unknown elements between the records count for nothing', () => {
  assert.deepEqual(seen(set('<DeleteDocument><PMID>1</PMID></DeleteDocument><PubmedNote/>text<PubmedArticle/>')), [
    '1 record <PubmedArticle/>',
  ]);
});

test('a record that is not closed is set aside, and those after it are read', () => {
  assert.deepEqual(
    seen(
      set(
        '<PubmedArticle>one<PubmedArticle>two</PubmedArticle><PubmedBookArticle>three</PubmedArticle><PubmedArticle>four',
      ),
    ),
    [
      '1 broken <PubmedArticle>one',
      '2 record <PubmedArticle>two</PubmedArticle>',
      '3 broken <PubmedBookArticle>three</PubmedArticle>',
      '4 broken <PubmedArticle>four',
    ],
  );
  const [broken] = split(set(`\n<PubmedArticle>${'x'.repeat(5000)}`));
  assert.equal(broken?.xml.length, 2048);
  assert.equal(
    broken?.kind === 'broken' && broken.reason,
    'The PubmedArticle that begins at line 4 is not closed before the set ends at line 4.',
  );
});

test('a record that ends without having begun is counted', () => {
  assert.deepEqual(seen(set('lost</PubmedArticle><PubmedArticle/>')), [
    '1 broken </PubmedArticle>',
    '2 record <PubmedArticle/>',
  ]);
});

test('a file that is cut off is refused, wherever it ends', () => {
  const whole = set(
    '\n<PubmedArticle><PMID>1</PMID></PubmedArticle>\n<DeleteCitation><PMID>2</PMID></DeleteCitation>\n',
  ).trimEnd();
  for (let length = 1; length < whole.length; length += 1) {
    assert.match(refusal(whole.slice(0, length)), /cut off|holds no PubMed set/, whole.slice(0, length));
  }
  assert.match(
    refusal(`${HEAD}<PubmedArticleSet>\n<PubmedArticle>`),
    /cut off: it ends at line 4, before <\/PubmedArticleSet>/,
  );
});

test('a half list of deletions is refused, since what it takes back cannot be told', () => {
  assert.match(refusal(set('<DeleteCitation><PMID>2</PMID>')), /DeleteCitation/);
});

test('what is no PubMed file is refused with what it is', () => {
  assert.match(refusal(''), /is empty/);
  assert.match(refusal('  \n'), /holds no PubMed set/);
  assert.match(refusal('PMID- 1\nTI  - A title'), /not XML/);
  assert.match(refusal('{"error": 1}'), /not XML/);
  assert.match(refusal('<!DOCTYPE html><html><body>'), /web page/);
  assert.match(refusal('<eSearchResult><Count>1</Count></eSearchResult>'), /eSearchResult/);
  assert.match(refusal(Buffer.from('\ufeff<PubmedArticleSet/>', 'utf16le')), /UTF-16/);
  assert.match(refusal(Buffer.from('<PubmedArticleSet/>', 'utf16le')), /UTF-16/);
  assert.match(refusal('<?xml version="1.0" encoding="ISO-8859-1"?><PubmedArticleSet/>'), /ISO-8859-1/);
});

test('a document that defines anything itself is refused', () => {
  assert.match(refusal('<!DOCTYPE PubmedArticleSet [<!ENTITY a "b">]><PubmedArticleSet/>'), /DOCTYPE/);
  assert.match(refusal('<!DOCTYPE PubmedArticleSet PUBLIC "a[b" "c"><PubmedArticleSet/>'), /was read/);
  assert.match(refusal(set('<!ENTITY a "b">')), /entity at line 3/);
});

test('a second document in the file is refused with its line', () => {
  const one = set('\n<PubmedArticle/>\n');
  assert.match(refusal(one + one), /second document begins at line 6/);
  assert.match(refusal(one + one.slice(HEAD.length)), /second document begins at line 6/);
  assert.match(refusal(one.replace('</PubmedArticleSet>', '') + one), /second document begins at line 6/);
  assert.match(refusal(`${one}and so on`), /line 6 there is more/);
});

test('a record too large to be one is refused by its line', () => {
  assert.match(refusal(set(`\n<PubmedArticle>${'x'.repeat(300)}</PubmedArticle>`), 200), /begins at line 4 is larger/);
});

test('the records are the same in whatever chunks the file comes', () => {
  const piece = fc.constantFrom(
    '<PubmedArticle>\n<PMID>1</PMID></PubmedArticle>', '<PubmedBookArticle a="b">ü𝛽</PubmedBookArticle>', '<PubmedArticle/>', '<PubmedArticle>', '</PubmedArticle>',
    '<!-- <PubmedArticle> -->', '<![CDATA[</PubmedArticle>]]>', '<?note?>', '\r\n', '<PubmedData></PubmedData>', '<D/>', 'text', '<DeleteCitation><PMID>9</PMID></DeleteCitation>',
  ); // prettier-ignore
  const outcome = (bytes: Buffer, cuts: readonly number[]): unknown => {
    const splitter = new RecordSplitter();
    const parts: SplitPart[] = [];
    try {
      let from = 0;
      for (const cut of [...cuts.map((each) => each % bytes.length).sort((a, b) => a - b), bytes.length]) {
        parts.push(...splitter.push(bytes.subarray(from, cut)));
        from = cut;
      }
      parts.push(...splitter.end());
    } catch (thrown) {
      return [parts.length, String(thrown)];
    }
    return parts.map((part) => ({ ...part, xml: part.xml.toString() }));
  };
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.array(fc.nat(5000), { maxLength: 20 }), (pieces, cuts) => {
      const bytes = Buffer.from(set(pieces.join('')));
      assert.deepEqual(outcome(bytes, cuts), outcome(bytes, []));
    }),
    { numRuns: 400 },
  );
});
