/** The words in which papers and their indexers name the design of a study, and those that only speak of one. */

export type Phrase = readonly [design: string, phrase: RegExp];

/** Types of papers that report no study. */
export const NO_STUDY = new Set([
  'Address', 'Bibliography', 'Biography', 'Comment', 'Congress', 'Congresses', 'Dictionary', 'Directory', 'Editorial',
  'Expression of Concern', 'Historical Article', 'Interview', 'Introductory Journal Article', 'Lecture', 'Legal Case',
  'Letter', 'News', 'Newspaper Article', 'Patient Education Handout', 'Personal Narrative', 'Portrait', 'Portraits',
  'Published Erratum', 'Retraction Notice', 'Retraction of Publication',
]); // prettier-ignore

const TRIAL = String.raw`(?:randomi[sz]ed|randomi[sz]ed,? (?:[a-z-]+,? ){0,4}(?:controlled|clinical|crossover|cross-over|blind(?:ed)?|pilot|superiority|noninferiority|non-inferiority))(?:,? [a-z-]+){0,3},? trial`;

/** Phrases of titles and methods, each with the design it states. The first of several that lie within each other counts. */
export const PHRASES: readonly Phrase[] = [
  ['Systematic review', /\bsystematic (?:literature )?review\b(?! of (?:systematic )?reviews)/i],
  ['Meta-analysis', /\bmeta-?analysis\b/i],
  ['Cluster randomised trial', new RegExp(String.raw`\bcluster[- ]${TRIAL}\b`, 'i')],
  ['Randomised trial', new RegExp(String.raw`(?<!cluster[- ])(?<!non-?)\b${TRIAL}\b`, 'i')],
  ['Cohort study', /\bcohort study\b/i],
  ['Case-control study', /\bcase[- ]control(?:led)? study\b/i],
  ['Cross-sectional study', /\bcross-?sectional (?:[a-z-]+ ){0,2}(?:study|survey)\b/i],
  ['Qualitative study', /\bqualitative (?:[a-z-]+ ){0,2}study\b/i],
  ['Diagnostic accuracy study', /\bdiagnostic accuracy study\b/i],
  [
    'Before-and-after study',
    /\b(?:before[- ]and[- ]after|before[-–/]after|pre[- ]?post(?:[- ]intervention)?) study\b/i,
  ],
  ['Interrupted time series', /\binterrupted time[- ]series\b/i],
  ['Cost-effectiveness analysis', /\bcost[- ]effectiveness analysis\b/i],
  ['Case series', /\bcase series\b/i],
];
/** A paper can hold one of these as a step of something else, unless its title speaks of one too. */
export const OF_PAPERS = new Set(['Systematic review', 'Meta-analysis']);
export const TITLE_ONLY: readonly Phrase[] = [
  ['Case report', /\b(?:a |rare )?case report\b|\breport of (?:a|one) case\b/i],
];

export const PROTOCOL =
  /\b(?:study|trial|review|research) protocol\b|\bprotocol (?:for|of) (?:an? |the )(?:[\w-]+ ){0,12}(?:trial|study|review|meta-analysis|survey|evaluation)\b|: (?:an? )?protocol\b/i;
/** Words that make a title speak of studies instead of being one, or of a part of one. */
export const ABOUT =
  /\b(?:secondary|post[- ]hoc|pooled|exploratory|ancillary|subgroup|re-?)[- ]?analys[ei]s|\b(?:rationale|lessons|follow-?up) (?:and design )?(?:of|from|for)\b|\b(?:trials|studies|reviews|reports|analyses)\b(?=.*\b(?:quality|reporting|registration|methodolog))|\b(?:how to|guide (?:to|for) \w+ing|step[- ]by[- ]step|tips|tutorial|conducting|introduction to|critical appraisal|commentary|comment on|response to|reply|letter|umbrella|overview of|erratum|correction|retract)/i;
/** What may follow a phrase that names the paper itself: `… systematic review tasks` does not. */
export const FOLLOWED =
  /^(?:\s*(?:$|[.:;,()[\]?!—–-])|\s+(?:of|and|in|on|with|from|for|to|at|among|using|by|comparing|evaluating|based|conducted|including|was|were|performed|carried|that|involving|over|between|during|within|across|design|analysis|evaluation)\b)/i;
export const NESTED = /\b(?:nested|embedded|within|alongside|from|of|data)\b[^.:]{0,40}$/i;

export const MANY_CASES =
  /\b(?:four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|[4-9]|[1-9]\d+)(?:-\w+)? (?:[a-z-]+ ){0,3}(?:patients|cases|children|women|men|adults|infants)\b/i;
export const ONE_CASE =
  /\bcase (?:report|study)\b|\b(?:a|an|one|the) (?:[a-z-]+ ){0,2}case of\b|\b(?:two|three|2|3) (?:[a-z-]+ ){0,2}(?:cases|patients)\b|\byears?[- ]old\b|\bmonths?[- ]old\b/i;
