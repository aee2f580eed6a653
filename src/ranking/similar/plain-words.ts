/**
 * Words that papers share because all papers are reports, or all sentences have them. They count in a score like any other,
 * but as the reason why two papers are alike they would tell a reader nothing.
 */
import { stem } from '#text/index.ts';

const WORDS = `
  ci iqr sd rr hr aor they he him her whom there off shall despite unlike amid
  about above across after again against all almost along also although always among another any around away because before
  behind below beside between beyond both but can cannot could did different down during each either else enough even ever
  every except few fewer first further had hence her here him his how however i if its itself just last latter least less lot
  made mainly make many may me might more moreover most much must my near neither never new next no none nor not now often old
  once one only other others otherwise our out outside over own part per possible put quite rather same second secondary see
  seen several she should since so some still such take taken than thank themselves then thereby therefore third though three
  through throughout thus together too toward towards twice two under until up upon us use used useful user uses using usual
  usually various versus very via vs want way we well went what when where whether while who whole whose why will within
  without would yet you your zero four five six seven eight nine ten half getting get gets got give given gave go going done
  abstract achieve add meta cluster bias certainty pool database list reference length additional adjust affect aim allow analysis analyse analyze approach article assess assessment associate
  association author available average background base baseline basis best better big calculate care cause change
  characteristic check choose clear clinical collect common compare comparison complete conclude conclusion condition conduct
  confidence confirm consider consistent contain continue contrast contribute control correlate cost count data date decrease
  define demonstrate describe design detect determine develop development differ difference discuss discussion distribution
  due early effect effective effectiveness efficacy either enrol estimate evaluate evaluation evidence examine example expect
  experience explain factor favour feature figure find finding follow form found frequency frequent full function general good
  great group grow half hazard help high higher highest hypothesis identify impact implication important improve improvement
  include increase independent indicate individual influence information interval introduction investigate investigation issue
  key kind know known large largely late later lead leaving left less level life like likely limit limitation line little long
  longer look low lower main major man mean measure measurement median method moderate month multiple need negative non normal
  number objective observation observe obtain occur odds offer open order outcome overall p paper parameter participant
  particular patient people percent percentage perform performance period person place play point population positive potential
  practice predict present previous primary problem procedure process produce prospective protocol prove provide publish purpose
  question randomly range rate ratio reach reason receive recent record reduce reduction relate relation relationship relative
  remain report represent require research respective response rest result retrospective reveal review right rise risk role sample
  score search select separate serve set setting severe severity short show shown side significance significant significantly
  similar simple single site size slight small source special specific standard start state statistical status step strong study
  subgroup subject subsequent suggest summary support survey system systematic table target technique term test theory time tool
  total treat treatment trend trial true try turn type typical unit unknown value variable variation vary view week wide work
  world write year young day hour minute background methods results conclusions funding registration trials randomised randomized
`;

const STEMS = new Set(WORDS.trim().split(/\s+/).map(stem));

export function isPlainWord(stemmed: string): boolean {
  return STEMS.has(stemmed);
}
