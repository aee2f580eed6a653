import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paperOf } from '../../../../tests/_article-xml.ts';

test('sections keep the publisher’s label beside the category', () => {
  const { abstract } = paperOf({
    article:
      '<Abstract><AbstractText Label="CASE REPORT" NlmCategory="METHODS">One.</AbstractText>' +
      '<AbstractText Label="" NlmCategory="UNASSIGNED">Two.</AbstractText><AbstractText>Three.</AbstractText>' +
      '<AbstractText Label="RESULTS" NlmCategory="RESULTS"/><CopyrightInformation>© A. Gull</CopyrightInformation></Abstract>',
  });
  assert.deepEqual(abstract, {
    sections: [{ label: 'CASE REPORT', category: 'METHODS', text: 'One.' }, { text: 'Two.' }, { text: 'Three.' }],
    copyright: '© A. Gull',
  });
});

test('abstracts beside the authors’ own do not run into it', () => {
  const paper = paperOf({
    article: '<Abstract><AbstractText>Own.</AbstractText></Abstract>',
    citation:
      '<OtherAbstract Type="plain-language-summary" Language="eng"><AbstractText Label="WHY">Simple.</AbstractText></OtherAbstract>' +
      '<OtherAbstract Type="Publisher" Language="ger"><AbstractText>Deutsch.</AbstractText></OtherAbstract>',
  });
  assert.deepEqual(paper.abstract, { sections: [{ text: 'Own.' }] });
  assert.deepEqual(paper.otherAbstracts, [
    { type: 'plain-language-summary', language: 'eng', sections: [{ label: 'WHY', text: 'Simple.' }] },
    { type: 'Publisher', language: 'ger', sections: [{ text: 'Deutsch.' }] },
  ]);
});

test('an abstract without a word is there without sections, and no abstract is none', () => {
  assert.deepEqual(paperOf({ article: '<Abstract><AbstractText/></Abstract>' }).abstract, { sections: [] });
  assert.equal(paperOf({}).abstract, undefined);
});
