import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { AbstractSection, RichNode } from '#model/index.ts';
import { conclusionOf } from './conclusion.ts';
import type { Conclusion } from './conclusion.ts';
import { abstractOf, madeUpPaper } from '../../../tests/_made-up-paper.ts';
import type { Part } from '../../../tests/_made-up-paper.ts';
import { letters, sliceRich } from './rich-slice.ts';

const ENDS = 'Feathers helped.';

function found(...parts: Part[]): Conclusion | undefined {
  return conclusionOf(madeUpPaper({ abstract: abstractOf(...parts) }));
}

test('a section that its publisher calls a conclusion is the conclusion, under that heading', () => {
  const headings = ['CONCLUSION', 'Conclusions', 'CONCLUSION(S)', 'CONCLUSIONS AND RELEVANCE', "AUTHORS' CONCLUSIONS"];
  const others = [
    'INTERPRETATION',
    'CONCLUSION/SIGNIFICANCE',
    'DISCUSSION AND CONCLUSION',
    'SCHLUSSFOLGERUNG',
    'CONCLUSIÓN',
  ];
  for (const heading of [...headings, ...others])
    assert.deepEqual(found(['METHODS', 'We looked.'], [heading, ENDS]), { heading, text: ENDS });
});

test('a discussion, an implication, a registration or a mixed section is no conclusion', () => {
  const headings = [
    'DISCUSSION',
    'IMPLICATIONS',
    'TRIAL REGISTRATION',
    'FUNDING',
    'CLINICAL RELEVANCE',
    'LEVEL OF EVIDENCE',
  ];
  for (const heading of [...headings, 'KEYWORDS', 'RESULTS AND CONCLUSIONS', 'LIMITATIONS']) {
    const section: AbstractSection = { label: heading, category: 'CONCLUSIONS', text: ENDS };
    assert.equal(conclusionOf(madeUpPaper({ abstract: { sections: [section] } })), undefined, heading);
  }
});

test('two conclusions are one too many', () => {
  assert.equal(found(['CONCLUSION', ENDS], ['CONCLUSIONS', 'Feathers did not help.']), undefined);
});

test('the summary of a review of what is new is its conclusion', () => {
  const news = found(['PURPOSE OF REVIEW', 'Feathers.'], ['RECENT FINDINGS', 'Many.'], ['SUMMARY', ENDS]);
  assert.deepEqual(news, { heading: 'SUMMARY', text: ENDS });
  assert.equal(found(['SUMMARY', ENDS]), undefined);
});

test('what follows the conclusion inside its section is left out, whole sentences only', () => {
  const tails = [
    ' Trial registration: UMIN 000003781.',
    ' This article is protected by copyright. All rights reserved.',
    ' © 2015 Wiley Periodicals, Inc. Head Neck 38: E665-E672, 2016.',
    '(Funded by the ward; ClinicalTrials.gov number, NCT00000000.).',
    ' Level of Evidence IV, Case series.',
    ' IMPLICATIONS FOR PRACTICE: Use feathers.',
    ' (PsycInfo Database Record (c) 2021 APA, all rights reserved).',
  ];
  for (const tail of tails) assert.equal(found(['CONCLUSION', ENDS + tail])?.text, ENDS, tail);
  const inside = 'Feathers helped (ClinicalTrials.gov number: NCT00000000).';
  assert.equal(found(['CONCLUSION', inside])?.text, inside);
});

test('a heading inside a running text begins the conclusion', () => {
  const before = 'Results: Nine lumps were gone. ';
  for (const mark of ['Conclusion: ', 'CONCLUSIONS: ', 'Conclusions. ', 'Conclusions- ', 'CONCLUSIONS ', 'Conclusion'])
    assert.deepEqual(found(before + mark + ENDS), { heading: mark.replace(/[:. -]+$/, ''), text: ENDS }, mark);
  assert.equal(found('We reached other conclusions. Feathers helped.'), undefined);
});

test('a sentence that says that it concludes is the conclusion where it is the end', () => {
  assert.deepEqual(found('Nine lumps were gone. In conclusion, feathers helped.'), {
    text: 'In conclusion, feathers helped.',
  });
  assert.deepEqual(found('Nine were gone. We conclude that feathers helped.'), {
    text: 'We conclude that feathers helped.',
  });
  assert.equal(found(`In one. In conclusion, A. ${'More was said. '.repeat(4)}`), undefined);
  assert.equal(found('Nine lumps were gone. Taken together, feathers helped.'), undefined);
});

test('markup stays in the conclusion, and a formula is never cut', () => {
  const text = ['Gone. ', ['b', 'Conclusion: '], 'CO', ['sub', '2'], ' helped.'] as const;
  assert.deepEqual(found(['ABSTRACT', text]), {
    heading: 'Conclusion',
    text: ['CO', ['sub', '2'], ' helped.'],
  });
  assert.equal(sliceRich([['math', ['mi', 'ab']]], 1, 2), undefined);
});

test('a slice of any text has exactly the letters of the slice', () => {
  const node: fc.Arbitrary<RichNode> = fc.oneof(
    fc.string({ minLength: 1 }),
    fc.tuple(fc.constantFrom('i' as const, 'b' as const, 'sup' as const), fc.string({ minLength: 1 })),
  );
  fc.assert(
    fc.property(fc.array(node, { minLength: 1 }), fc.nat(20), fc.nat(20), (text, from, length) => {
      const slice = sliceRich(text, from, from + length);
      assert.equal(
        letters(slice ?? ''),
        letters(text)
          .slice(from, from + length)
          .trim(),
      );
    }),
  );
});
