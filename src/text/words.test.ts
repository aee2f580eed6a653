import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { wordForms, words } from './words.ts';

const same = (left: string, right: string): void => assert.deepEqual(wordForms(left), wordForms(right));

test('a Greek letter is its name, with or without the hyphen before it', () => {
  same('TNF-α', 'TNF-alpha');
  same('TNFα', 'TNF-alpha');
  same('β-blocker', 'beta-blocker');
  same('TGF-β1', 'TGF-beta1');
  same('TGFβ1', 'TGF-beta1');
  same('αβ T cells', 'alpha beta T cells');
  assert.deepEqual(wordForms('καρδιά'), ['καρδια']);
});

test('a hyphen splits, of whatever kind it is', () => {
  assert.deepEqual(wordForms('IL-6'), ['il', '6']);
  for (const hyphen of ['\u2010', '\u2011', '\u2013', '\u2212']) same(`covid${hyphen}19`, 'covid-19');
});

test('plus stays in the word and ends it', () => {
  assert.deepEqual(wordForms('CD4+ T cells'), ['cd4+', 't', 'cells']);
  assert.deepEqual(wordForms('CD4+CD25+'), ['cd4+', 'cd25+']);
  assert.deepEqual(wordForms('CD4⁺'), ['cd4+']);
  assert.deepEqual(wordForms('+ and Ca++'), ['and', 'ca++']);
});

test('genes, formulas and numbers stay whole', () => {
  assert.deepEqual(wordForms('p53, H2O and H₂O'), ['p53', 'h2o', 'and', 'h2o']);
  assert.deepEqual(wordForms('p = 0.05; 1,842 adults.'), ['p', '0.05', '1,842', 'adults']);
});

test('accents, ligatures and letters beyond sixteen bits fold to plain letters', () => {
  same('Sjögren', 'Sjogren');
  same('Sjo\u0308gren', 'Sjogren');
  same('Straße Łódź Ærø', 'strasse lodz aero');
  same('𝑚𝑖𝑙𝑒𝑠', 'miles');
  same('ﬁbrosis', 'fibrosis');
});

test('a possessive s is dropped and other apostrophes join', () => {
  same('Crohn’s disease', 'crohn disease');
  same("O'Brien", 'obrien');
  same("patients' views", 'patients views');
});

test('letters of other scripts keep their marks', () => {
  assert.deepEqual(wordForms('हिन्दी'), ['हिन्दी']);
});

test('every word is where it says it is, and words of words are the same words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      let last = 0;
      for (const word of words(text)) {
        assert.ok(word.form.length > 0 && !/\s/.test(word.form));
        assert.ok(word.start >= last && word.end > word.start && word.end <= text.length);
        last = word.end;
      }
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'abZ9 -+.,αβ’öﬁ(') }), (text) => {
      const forms = wordForms(text);
      assert.deepEqual(wordForms(forms.join(' ')), forms);
    }),
  );
});
