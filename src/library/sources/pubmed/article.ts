/** Articles of journals: by far the most of PubMed. */
import type { Paper } from '#model/index.ts';
import { readAbstract, readOtherAbstracts } from './abstract.ts';
import { readPeople, withSharedAffiliation } from './authors.ts';
import type { Key } from './book.ts';
import { electronicDate, readDate, readHistory } from './dates.ts';
import { readDatabanks, readGrants } from './funding.ts';
import { readIdentifiers } from './identifiers.ts';
import { readJournal, readLocation } from './journal.ts';
import { filled, filledWith, present } from './present.ts';
import { readReferences } from './references.ts';
import { pubmedId, readRelations } from './relations.ts';
import { readKeywords, readMesh, readSubstances, readSupplementaryConcepts, readTerm } from './terms.ts';
import { richTextOf, textOf } from './text.ts';
import { attribute, child, childrenOf, isNo, itemsOf } from './tree-walk.ts';
import type { XmlElement } from './xml-tree.ts';

/** The paper of a `PubmedArticle`. The title keeps NLM's brackets and full stop; how it is shown is decided elsewhere. */
export function extractArticle(record: XmlElement, { pmid, version }: Key): Paper {
  const citation = child(record, 'MedlineCitation');
  const article = child(citation, 'Article');
  const data = child(record, 'PubmedData');
  const lists = childrenOf(article, 'AuthorList');
  const { pages, articleNumber } = readLocation(article);
  return present<Paper>({
    id: pubmedId(pmid),
    source: 'pubmed',
    kind: 'article',
    version,
    status: attribute(citation, 'Status'),
    // Empty where PubMed's part is there but does not say: a part without a word is not a part that is missing.
    publicationStatus: data && (textOf(child(data, 'PublicationStatus')) ?? ''),
    identifiers: readIdentifiers(
      pmid,
      [child(data, 'ArticleIdList')],
      childrenOf(article, 'ELocationID'),
      childrenOf(citation, 'OtherID'),
    ),
    title: richTextOf(child(article, 'ArticleTitle')) ?? '',
    vernacularTitle: richTextOf(child(article, 'VernacularTitle')),
    journal: readJournal(citation),
    pages,
    articleNumber,
    published: readDate(child(child(child(article, 'Journal'), 'JournalIssue'), 'PubDate')),
    publishedOnline: electronicDate(article),
    history: readHistory(data),
    revised: readDate(child(citation, 'DateRevised')),
    completed: readDate(child(citation, 'DateCompleted')),
    authors: withSharedAffiliation(readPeople(lists, 'Author'), article),
    authorsComplete: !lists.some((list) => isNo(list, 'CompleteYN')),
    investigators: filled(readPeople(childrenOf(citation, 'InvestigatorList'), 'Investigator')),
    personSubjects: filled(readPeople(childrenOf(citation, 'PersonalNameSubjectList'), 'PersonalNameSubject')),
    abstract: readAbstract(article),
    otherAbstracts: readOtherAbstracts(citation),
    languages: filledWith(childrenOf(article, 'Language').map(textOf)) ?? [],
    publicationTypes: filledWith(itemsOf(article, 'PublicationTypeList', 'PublicationType').map(readTerm)) ?? [],
    mesh: readMesh(citation),
    supplementaryConcepts: readSupplementaryConcepts(citation),
    substances: readSubstances(citation),
    keywords: readKeywords(citation),
    genes: filledWith(itemsOf(citation, 'GeneSymbolList', 'GeneSymbol').map(textOf)),
    grants: readGrants(article),
    databanks: readDatabanks(article),
    conflictStatement: richTextOf(child(citation, 'CoiStatement')),
    relations: readRelations(citation),
    references: readReferences(data),
  });
}
