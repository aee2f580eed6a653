import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paperOf } from '../../../../tests/_article-xml.ts';

test('a heading has all its qualifiers, each with its own mark as a major topic', () => {
  const { mesh } = paperOf({
    citation:
      '<MeshHeadingList><MeshHeading><DescriptorName UI="D003693" MajorTopicYN="N">Delirium</DescriptorName>' +
      '<QualifierName UI="Q000188" MajorTopicYN="Y">drug therapy</QualifierName><QualifierName UI="Q000517">prevention &amp; control</QualifierName>' +
      '</MeshHeading><MeshHeading><DescriptorName UI="D009664" Type="Geographic" AutoHM="Y" MajorTopicYN="Y">Norway</DescriptorName></MeshHeading></MeshHeadingList>',
  });
  assert.deepEqual(mesh, [
    {
      name: 'Delirium',
      ui: 'D003693',
      qualifiers: [
        { name: 'drug therapy', ui: 'Q000188', major: true },
        { name: 'prevention & control', ui: 'Q000517' },
      ],
    },
    { name: 'Norway', ui: 'D009664', major: true, geographic: true, automatic: true },
  ]);
});

test('substances, supplementary concepts and genes are read', () => {
  const paper = paperOf({
    citation:
      '<ChemicalList><Chemical><RegistryNumber>0</RegistryNumber><NameOfSubstance UI="D1">Formates</NameOfSubstance></Chemical>' +
      '<Chemical><RegistryNumber>142M471B3J</RegistryNumber><NameOfSubstance UI="D2">Carbon Dioxide</NameOfSubstance></Chemical></ChemicalList>' +
      '<SupplMeshList><SupplMeshName Type="Organism" UI="C1">Brontella</SupplMeshName></SupplMeshList>' +
      '<GeneSymbolList><GeneSymbol>quellA</GeneSymbol></GeneSymbolList>',
  });
  assert.deepEqual(paper.substances, [
    { name: 'Formates', ui: 'D1' },
    { name: 'Carbon Dioxide', ui: 'D2', registryNumber: '142M471B3J' },
  ]);
  assert.deepEqual(paper.supplementaryConcepts, [{ name: 'Brontella', ui: 'C1', type: 'Organism' }]);
  assert.deepEqual(paper.genes, ['quellA']);
});

test('keywords of all lists come together, with their markup and without the empty ones', () => {
  const { keywords } = paperOf({
    citation:
      '<KeywordList Owner="NOTNLM"><Keyword MajorTopicYN="N">wing</Keyword><Keyword MajorTopicYN="Y"><i>B. quelli</i></Keyword></KeywordList>' +
      '<KeywordList Owner="NASA"><Keyword>space</Keyword><Keyword/></KeywordList>',
  });
  assert.deepEqual(keywords, [{ text: 'wing' }, { text: [['i', 'B. quelli']], major: true }, { text: 'space' }]);
});

test('grants and databanks keep what they give', () => {
  const paper = paperOf({
    article:
      '<DataBankList><DataBank><DataBankName>ClinicalTrials.gov</DataBankName><AccessionNumberList><AccessionNumber>NCT1</AccessionNumber></AccessionNumberList></DataBank><DataBank/></DataBankList>' +
      '<GrantList><Grant><GrantID>G1</GrantID><Agency>MRC</Agency><Country/></Grant><Grant><Agency/></Grant></GrantList>',
  });
  assert.deepEqual(paper.databanks, [{ name: 'ClinicalTrials.gov', accessions: ['NCT1'] }]);
  assert.deepEqual(paper.grants, [{ number: 'G1', agency: 'MRC' }]);
});

test('a fresh record has neither headings nor keywords, and their fields are absent', () => {
  const paper = paperOf({});
  for (const field of [
    'mesh',
    'keywords',
    'substances',
    'genes',
    'grants',
    'databanks',
    'relations',
    'references',
    'journal',
  ]) {
    assert.equal(Object.hasOwn(paper, field), false, field);
  }
  assert.deepEqual([paper.languages, paper.publicationTypes, paper.title], [[], [], '']);
});
