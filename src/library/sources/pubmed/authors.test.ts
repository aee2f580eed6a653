import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Paper } from '#model/index.ts';
import { paperOf } from '../../../../tests/_article-xml.ts';

const listOf = (authors: string, attributes = ''): Paper =>
  paperOf({ article: `<AuthorList ${attributes}>${authors}</AuthorList>` });

test('a person has names, suffix, ORCID and every affiliation', () => {
  const { authors } = listOf(
    '<Author ValidYN="Y" EqualContrib="Y"><LastName>Gull</LastName><ForeName>Ada B</ForeName><Initials>AB</Initials>' +
      '<Suffix>Jr</Suffix><Identifier Source="ORCID">http://orcid.org/0000000218250097</Identifier>' +
      '<AffiliationInfo><Affiliation>First ward.</Affiliation><Identifier Source="ROR">x</Identifier></AffiliationInfo>' +
      '<AffiliationInfo><Affiliation>Second  ward.</Affiliation></AffiliationInfo></Author>',
  );
  assert.deepEqual(authors, [
    {
      last: 'Gull',
      fore: 'Ada B',
      initials: 'AB',
      suffix: 'Jr',
      orcid: '0000-0002-1825-0097',
      affiliations: ['First ward.', 'Second ward.'],
      equalContribution: true,
    },
  ]);
});

const orcidOf = (form: string): string | undefined =>
  listOf(`<Author><LastName>Gull</LastName><Identifier Source="ORCID">${form}</Identifier></Author>`).authors[0]?.orcid;

test('an ORCID is read in every form it comes in, and anything else is no ORCID', () => {
  for (const form of [
    '0000-0002-1694-233X',
    'https://orcid.org/0000-0002-1694-233x',
    '000000021694233X',
    '0000-0002-1694-233X/',
  ]) {
    assert.equal(orcidOf(form), '0000-0002-1694-233X');
  }
  for (const form of ['0000-0002-1694-23', 'gull@ward.example', '']) assert.equal(orcidOf(form), undefined);
});

test('a group stands among the persons in its place, whole', () => {
  const { authors } = listOf(
    '<Author><LastName>Gull</LastName></Author><Author><CollectiveName>Down and <i>Feather</i> Group, North</CollectiveName></Author>',
  );
  assert.deepEqual(authors, [{ last: 'Gull' }, { group: 'Down and Feather Group, North' }]);
});

test('an author marked as a mistake gives way to the correction', () => {
  const { authors } = listOf(
    '<Author ValidYN="N"><LastName>Whitely</LastName></Author><Author ValidYN="Y"><LastName>Whitley</LastName></Author><Author/>',
  );
  assert.deepEqual(authors, [{ last: 'Whitley' }]);
});

test('a list cut short says so', () => {
  assert.equal(listOf('<Author><LastName>Gull</LastName></Author>', 'CompleteYN="N"').authorsComplete, false);
  assert.equal(listOf('<Author><LastName>Gull</LastName></Author>', 'CompleteYN="Y"').authorsComplete, true);
  assert.deepEqual([paperOf({}).authors, paperOf({}).authorsComplete], [[], true]);
});

test('the one affiliation of an old record is the first author’s', () => {
  const paper = paperOf({
    article:
      '<Affiliation>Old ward.</Affiliation><AuthorList><Author><LastName>A</LastName></Author><Author><LastName>B</LastName></Author></AuthorList>',
  });
  assert.deepEqual(paper.authors, [{ last: 'A', affiliations: ['Old ward.'] }, { last: 'B' }]);
});

test('investigators and people written about are no authors', () => {
  const paper = paperOf({
    citation:
      '<InvestigatorList><Investigator ValidYN="Y"><LastName>Odd</LastName></Investigator></InvestigatorList>' +
      '<PersonalNameSubjectList><PersonalNameSubject><LastName>Florence</LastName></PersonalNameSubject></PersonalNameSubjectList>',
  });
  assert.deepEqual(paper.authors, []);
  assert.deepEqual(paper.investigators, [{ last: 'Odd' }]);
  assert.deepEqual(paper.personSubjects, [{ last: 'Florence' }]);
});
