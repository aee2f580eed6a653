import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { coins } from './coins.ts';
import { jsonLd } from './json-ld.ts';
import { madeUpPaper } from '../../../tests/_made-up-paper.ts';
import { highwireTags, institution } from './metadata.ts';

const content = (tags: ReturnType<typeof highwireTags>, name: string): string[] =>
  tags.filter((tag) => tag.name === name).map((tag) => tag.content);

test('each author is followed by affiliations and ORCID iD', () => {
  const authors = [
    {
      last: 'Quellmark',
      fore: 'Ada',
      suffix: 'Jr',
      affiliations: ['Ward 9, Ulm. ada@ward.example'],
      orcid: '0000-0002-1825-0097',
    },
    { group: 'Lump Registry' },
  ];
  const names = highwireTags(madeUpPaper({ authors })).filter((tag) => tag.name.startsWith('citation_author'));
  assert.deepEqual(
    names.map((tag) => `${tag.name}=${tag.content}`),
    [
      'citation_author=Quellmark, Ada, Jr',
      'citation_author_institution=Ward 9, Ulm',
      'citation_author_orcid=https://orcid.org/0000-0002-1825-0097',
      'citation_author=Lump Registry',
    ],
  );
  assert.equal(institution('Ward 9. Electronic address: ada@ward.example.'), 'Ward 9');
});

test('dates are as precise as they are known, and pages are whole', () => {
  const tags = highwireTags(madeUpPaper({ pages: '402-11', publishedOnline: { year: 2021, month: 2, day: 9 } }));
  assert.deepEqual(content(tags, 'citation_publication_date'), ['2021/03']);
  assert.deepEqual(content(tags, 'citation_online_date'), ['2021/02/09']);
  assert.deepEqual([...content(tags, 'citation_firstpage'), ...content(tags, 'citation_lastpage')], ['402', '411']);
  assert.deepEqual(content(highwireTags(madeUpPaper({ languages: ['ger'] })), 'citation_language'), ['de']);
});

test('there is no address of a PDF and no empty value', () => {
  for (const { name, content: value } of highwireTags(madeUpPaper())) {
    assert.notEqual(name, 'citation_pdf_url');
    assert.notEqual(value, '');
  }
});

test('markup in a title comes as text, and markup that was text stays text', () => {
  const title = ['CO', ['sub', '2'], ' and <script>alert(1)</script>.'] as const;
  const text = 'CO2 and <script>alert(1)</script>';
  assert.deepEqual(content(highwireTags(madeUpPaper({ title })), 'citation_title'), [text]);
  assert.equal(new URLSearchParams(coins(madeUpPaper({ title }))).get('rft.atitle'), text);
  assert.equal(jsonLd(madeUpPaper({ title }), 'https://attune.example/p')['headline'], text);
});

test('a context object says what the paper is and drops what is unknown', () => {
  const pairs = new URLSearchParams(coins(madeUpPaper()));
  assert.equal(pairs.get('rft_val_fmt'), 'info:ofi/fmt:kev:mtx:journal');
  assert.equal(pairs.get('rft.date'), '2021-03');
  assert.deepEqual(pairs.getAll('rft.au'), ['Quellmark, Ada', 'Brontvale, Ivo T']);
  assert.deepEqual(pairs.getAll('rft_id'), ['info:doi/10.5555/attune.1', 'info:pmid/99000001']);
  assert.ok(![...pairs.values()].includes(''));
});

test('any text comes out of a context object as it went in, blanks as %20', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary', minLength: 1 }), (name, last) => {
      const made = coins(madeUpPaper({ title: `Of ${name}!`, authors: [{ last, fore: 'A & B=C' }] }));
      const pairs = new URLSearchParams(made);
      assert.doesNotMatch(made, /[ +]/);
      assert.equal(pairs.get('rft.aulast'), last.toWellFormed());
      assert.equal(pairs.get('rft.atitle'), `Of ${name}!`.toWellFormed());
    }),
  );
});

test('the words of schema.org survive JSON and name the issue in its journal', () => {
  const made = jsonLd(madeUpPaper(), 'https://attune.example/p');
  assert.deepEqual(JSON.parse(JSON.stringify(made)), made);
  assert.equal(made['datePublished'], '2021-03');
  assert.deepEqual(made['inLanguage'], ['en']);
  assert.match(JSON.stringify(made['isPartOf']), /PublicationIssue.*PublicationVolume.*Periodical/);
});
