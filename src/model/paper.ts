/**
 * A paper as the house knows it: every field a source gives, in one shape, whatever the source.
 * Pure data that survives JSON unchanged; a field that a source does not give is absent, never null or empty.
 */
import type { Brand } from './brand.ts';
import type { PartialDate } from './dates.ts';
import type { RichText } from './rich-text.ts';

/** The house's id of a paper: `pm<PMID>`, else `doi-<hash>`, else `src-<hash>`. It stays when outside identifiers change. */
export type RecordId = Brand<string, 'RecordId'>;

export interface Paper {
  readonly id: RecordId;
  readonly source: PaperSource;
  readonly kind: 'article' | 'book';
  /** PubMed's version of the record, from 1. Only the highest is kept. */
  readonly version: number;
  /** How far NLM has processed the record, as it says: `MEDLINE`, `Publisher`, `In-Process` … */
  readonly status?: string;
  /** `ppublish`, `epublish`, `aheadofprint` …; present exactly where PubMed sent its part of the record. */
  readonly publicationStatus?: string;
  readonly identifiers: Identifiers;

  readonly title: RichText;
  /** The title in the language of the paper, where the title above is a translation. */
  readonly vernacularTitle?: RichText;
  readonly journal?: Journal;
  readonly book?: Book;
  /** Page range as given, possibly shortened: `402-11`. */
  readonly pages?: string;
  /** `e0240731`: the place of a paper in a journal that numbers papers instead of pages. */
  readonly articleNumber?: string;

  /** The day of the issue or book. */
  readonly published?: PartialDate;
  /** The day it appeared online. */
  readonly publishedOnline?: PartialDate;
  /** What happened to the manuscript and the record, in the words of the source (`received`, `entrez`, `retracted` …). */
  readonly history?: readonly HistoryDate[];
  /** The day NLM last changed the record. */
  readonly revised?: PartialDate;
  readonly completed?: PartialDate;

  readonly authors: readonly Author[];
  /** False where the source says that its list is cut short. */
  readonly authorsComplete: boolean;
  /** Members of a group author, who are not authors themselves. */
  readonly investigators?: readonly Author[];
  /** People the paper is about. */
  readonly personSubjects?: readonly Author[];

  readonly abstract?: Abstract;
  /** Abstracts beside the authors' own: plain-language summaries, translations, those of other bodies. */
  readonly otherAbstracts?: readonly OtherAbstract[];

  /** MEDLINE's codes: `eng`, `ger`. */
  readonly languages: readonly string[];
  readonly publicationTypes: readonly Term[];
  readonly mesh?: readonly MeshHeading[];
  /** Supplementary concepts: rare diseases, protocols, organisms. */
  readonly supplementaryConcepts?: readonly SupplementaryConcept[];
  readonly substances?: readonly Substance[];
  readonly keywords?: readonly Keyword[];
  readonly genes?: readonly string[];

  readonly grants?: readonly Grant[];
  /** Registrations and deposited data: `ClinicalTrials.gov` with its numbers. */
  readonly databanks?: readonly Databank[];
  readonly conflictStatement?: RichText;
  /** Ties to other papers: retractions, corrections, comments, updates. */
  readonly relations?: readonly Relation[];
  /** Present, possibly empty, where the source sent a reference list. */
  readonly references?: readonly Reference[];
}

/** Where a record came from; decides the courtesy line and whether abstracts are shown. */
export type PaperSource = 'pubmed' | 'sample';

/** Outside names of a paper. DOIs are lower case; several can be valid at once, the first is the one to show. */
export interface Identifiers {
  readonly pmid?: string;
  readonly pmcid?: string;
  readonly dois?: readonly string[];
  /** The key of a paper in the sample library: `S0001`, which no PMID, PMCID or DOI can be. */
  readonly sample?: string;
  readonly others?: readonly { readonly type: string; readonly value: string }[];
}

export interface Journal {
  readonly title?: string;
  /** ISO abbreviation. */
  readonly abbreviation?: string;
  /** The name MEDLINE files it under; what `[ta]` searches. */
  readonly medlineName?: string;
  readonly nlmId?: string;
  readonly issns?: readonly string[];
  readonly country?: string;
  readonly volume?: string;
  readonly issue?: string;
}

export interface Book {
  readonly title?: RichText;
  readonly publisher?: string;
  readonly place?: string;
  /** The book's own authors, who need not have written the part that the paper is. */
  readonly authors?: readonly Author[];
  readonly editors?: readonly Author[];
  readonly edition?: string;
  readonly isbns?: readonly string[];
  readonly sections?: readonly RichText[];
}

export interface HistoryDate {
  readonly event: string;
  readonly date: PartialDate;
}

/** A person or a group; a group has `group` and no `last`. */
export interface Author {
  readonly last?: string;
  readonly fore?: string;
  readonly initials?: string;
  readonly suffix?: string;
  readonly group?: string;
  /** Sixteen digits in four groups, without the address. */
  readonly orcid?: string;
  readonly affiliations?: readonly string[];
  readonly equalContribution?: boolean;
}

export interface Abstract {
  readonly sections: readonly AbstractSection[];
  readonly copyright?: string;
}

/** One part of an abstract under the publisher's own label; NLM's category beside it. */
export interface AbstractSection {
  readonly label?: string;
  readonly category?: string;
  readonly text: RichText;
}

export interface OtherAbstract extends Abstract {
  readonly type: string;
  readonly language?: string;
}

/** A word of a controlled list with NLM's id. */
export interface Term {
  readonly name: string;
  readonly ui?: string;
}

export interface MeshHeading extends Term {
  readonly major?: boolean;
  readonly geographic?: boolean;
  /** Assigned by machine. */
  readonly automatic?: boolean;
  readonly qualifiers?: readonly MeshQualifier[];
}

export interface MeshQualifier extends Term {
  readonly major?: boolean;
}

export interface SupplementaryConcept extends Term {
  readonly type?: string;
}

export interface Substance extends Term {
  readonly registryNumber?: string;
}

export interface Keyword {
  readonly text: RichText;
  readonly major?: boolean;
}

export interface Grant {
  readonly number?: string;
  readonly acronym?: string;
  readonly agency?: string;
  readonly country?: string;
}

export interface Databank {
  readonly name: string;
  readonly accessions?: readonly string[];
}

/** A tie to another paper as the source states it; `to` is absent where the other one has no PMID. */
export interface Relation {
  /** NLM's word for it: `RetractionIn`, `ErratumFor`, `CommentOn` … */
  readonly type: string;
  readonly to?: RecordId;
  /** The other paper as a citation. */
  readonly citation?: string;
  readonly note?: string;
}

export interface Reference {
  readonly citation?: RichText;
  readonly pmid?: string;
  readonly pmcid?: string;
  readonly doi?: string;
}
