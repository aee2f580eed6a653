/** Composes the whole library: plans every study, then writes one after the other, thrown again where words would repeat. */
import type { Author } from '#model/index.ts';
import { plainText } from '#model/index.ts';
import { calendar } from './calendar.ts';
import { composeStudy } from './compose-study.ts';
import { runsOf } from './distinct.ts';
import { Unprintable } from './draft.ts';
import type { Draft } from './draft.ts';
import { fact, factIfGiven, studyOf } from './facts.ts';
import type { Facts } from './facts.ts';
import { FOREIGN, JOURNALS, PREPRINTS, PROTOCOLS, REVIEWS } from './journals.ts';
import type { Journal } from './journals.ts';
import { teamsOf } from './people.ts';
import { dice } from './random.ts';
import type { Dice } from './random.ts';
import { record } from './record.ts';
import type { Imprint, Plan } from './record.ts';
import { abstractsOf } from './sample-paper.ts';
import type { SamplePaper, SampleRelation } from './sample-paper.ts';
import { composeTied, NOTICES } from './tied.ts';

const RUN = 8;
const MOST_THROWS = 1500;
const AUTHORS: Readonly<Record<string, readonly [number, number]>> = {
  trial: [4, 7], cohort: [3, 6], qualitative: [2, 4], narrative: [1, 2], editorial: [1, 2], letter: [1, 1], comment: [1, 2], cases: [2, 5],
}; // prettier-ignore

/** @param byHand papers whose words may not come again. @returns the papers in the order of their keys. */
export function composeLibrary(all: readonly Facts[], byHand: readonly SamplePaper[], firstNumber: number): SamplePaper[] {
  const days = calendar(all);
  const seen = new Set(byHand.flatMap((paper) => [...runsOf(abstractsOf(paper), RUN)]));
  const plans = new Map<string, Plan>();
  const imprints = new Map<string, Imprint>();
  for (const [index, facts] of all.entries()) {
    const d = dice(`plan ${facts.key}`);
    const daysAgo = days.get(facts.key) ?? 1;
    const key = `S${String(firstNumber + index).padStart(4, '0')}`;
    const journal = journalOf(facts, all, plans, d);
    const plan: Plan = { facts, key, daysAgo, journal, authors: authorsOf(facts, journal, all, plans, d) };
    plans.set(facts.key, plan);
    imprints.set(facts.key, imprintOf(plan, d));
  }
  const titles = new Map<string, string>();
  const untold: string[] = [];
  const papers = all.flatMap((facts) => {
    const plan = plans.get(facts.key);
    const imprint = imprints.get(facts.key);
    if (plan === undefined || imprint === undefined) throw new Error(`${facts.key} was not planned.`);
    const relations = relationsOf(plan, all, plans, imprints);
    const retraction = all.find((tied) => factIfGiven(tied, 'of') === facts.key && factIfGiven(tied, 'kind') === 'retraction');
    const retracted = retraction && days.get(retraction.key);
    const clashes = new Map<string, number>();
    for (let attempt = 0; attempt < MOST_THROWS; attempt += 1) {
      const paper = attempted(plan, imprint, relations, retracted, all, titles, dice(`${facts.key} ${attempt}`));
      if (paper === undefined) continue;
      const runs = runsOf(abstractsOf(paper), RUN);
      const shared = [...runs].find((run) => seen.has(run));
      if (shared !== undefined) {
        clashes.set(shared, (clashes.get(shared) ?? 0) + 1);
        continue;
      }
      for (const run of runs) seen.add(run);
      titles.set(facts.key, plainText(paper.title));
      return paper;
    }
    const worst = [...clashes].toSorted(([, one], [, two]) => two - one)[0]?.[0] ?? 'its numbers could not be printed';
    untold.push(`${facts.key}: ${worst}`);
    return [];
  });
  if (untold.length > 0) throw new Error(`These could not be told in words of their own:\n${untold.join('\n')}`);
  return papers;
} // prettier-ignore

function attempted(plan: Plan, imprint: Imprint, relations: readonly SampleRelation[], retracted: number | undefined, all: readonly Facts[], titles: ReadonlyMap<string, string>, d: Dice): SamplePaper | undefined {
  const { facts, journal } = plan;
  try {
    const study = factIfGiven(facts, 'of') === undefined ? undefined : studyOf(facts, all);
    const draft: Draft = study ? composeTied(facts, study, titles.get(study.key) ?? '', d, journal.style) : composeStudy(facts, d, journal.style);
    const registered = facts.design === 'protocol' && study ? { ...plan, facts: { ...facts, values: new Map([...facts.values, ['registered', [fact(study, 'registered')]]]) } } : plan;
    const typed = factIfGiven(facts, 'preprint') === undefined ? draft : { ...draft, types: ['Preprint', ...draft.types] };
    return record(registered, typed, d, imprint, relations, retracted);
  } catch (thrown) {
    if (thrown instanceof Unprintable) return undefined;
    throw thrown;
  }
} // prettier-ignore

function journalOf(facts: Facts, all: readonly Facts[], plans: ReadonlyMap<string, Plan>, d: Dice): Journal {
  const language = factIfGiven(facts, 'language');
  const foreign = language === undefined ? undefined : FOREIGN[language];
  if (foreign) return foreign;
  if (facts.design === 'preprint' || factIfGiven(facts, 'preprint') !== undefined) return PREPRINTS;
  if (facts.design === 'protocol') return PROTOCOLS;
  const study = factIfGiven(facts, 'of') === undefined ? undefined : plans.get(studyOf(facts, all).key);
  if (study) return study.journal;
  return facts.design === 'review' && d.chance(0.5) ? REVIEWS : d.pick(JOURNALS[facts.field]);
}

function authorsOf(facts: Facts, journal: Journal, all: readonly Facts[], plans: ReadonlyMap<string, Plan>, d: Dice): readonly Author[] {
  const study = factIfGiven(facts, 'of') === undefined ? undefined : plans.get(studyOf(facts, all).key);
  const kind = factIfGiven(facts, 'kind');
  if (facts.design === 'notice' && kind !== 'erratum') return [{ group: `Editors of ${journal.title}` }];
  if (study && facts.design !== 'comment') return facts.design === 'protocol' ? study.authors.slice(0, 5) : study.authors;
  const teams = teamsOf(facts.field).filter((team) => !study || !team.some((member) => study.authors.includes(member)));
  const [least, most] = AUTHORS[facts.design] ?? [2, 5];
  const people = d.some(d.pick(teams), d.between(least, most));
  return d.chance(0.5) ? people : people.toReversed();
} // prettier-ignore

/** Pages below 1900, so that a citation never seems to hold a year. */
function imprintOf({ facts, daysAgo, journal }: Plan, d: Dice): Imprint {
  if (journal.volume === 0) return {};
  if (daysAgo < 34 && journal.issues > 0) return {};
  const at = journal.volume + 0.9 - daysAgo / 365;
  const volume = String(Math.floor(at));
  if (journal.issues === 0) return { volume, articleNumber: `e${d.between(11, 880)}` };
  const issue = String(Math.floor((at % 1) * journal.issues) + 1);
  const first = d.between(3, 70) + Math.round(((at % 1) * 900) / 10) * 10;
  const short = facts.design === 'notice' || facts.design === 'letter' || facts.design === 'comment' || facts.design === 'editorial';
  if (journal === REVIEWS) return { volume, issue, articleNumber: `e${d.between(100, 880)}` };
  return { volume, issue, pages: short ? `${first}${d.chance(0.5) ? `-${first + 1}` : ''}` : `${first}-${first + d.between(6, 13)}` };
} // prettier-ignore

/** Ties of a paper, by what names it and what it names. */
function relationsOf(plan: Plan, all: readonly Facts[], plans: ReadonlyMap<string, Plan>, imprints: ReadonlyMap<string, Imprint>): SampleRelation[] {
  const tie = (type: string, other: Facts, note?: string): SampleRelation => {
    const there = plans.get(other.key);
    if (there === undefined) throw new Error(`${other.key} was not planned.`);
    return { type, to: there.key, citation: citation(there, imprints.get(other.key) ?? {}), ...(note === undefined ? {} : { note }) };
  };
  const mine = factIfGiven(plan.facts, 'of') === undefined ? [] : own(plan.facts).map((type) => tie(type, studyOf(plan.facts, all)));
  const theirs = all
    .filter((tied) => factIfGiven(tied, 'of') === plan.facts.key)
    .flatMap((tied) => answers(tied).map((type) => tie(type, tied, factIfGiven(tied, 'note'))));
  return [...mine, ...theirs];
} // prettier-ignore

function own(tied: Facts): string[] {
  if (tied.design === 'notice') return [NOTICES[fact(tied, 'kind') as keyof typeof NOTICES].back];
  return tied.design === 'comment' ? ['CommentOn'] : tied.design === 'preprint' ? ['UpdateIn'] : [];
}

function answers(tied: Facts): string[] {
  if (tied.design === 'notice') return [NOTICES[fact(tied, 'kind') as keyof typeof NOTICES].there];
  return tied.design === 'comment' ? ['CommentIn'] : tied.design === 'preprint' ? ['UpdateOf'] : [];
}

function citation({ journal, key }: Plan, { volume, issue, pages, articleNumber }: Imprint): string {
  if (volume === undefined) return `${journal.abbreviation}. doi: 10.5555/attune.sample.${key.slice(1)}`;
  return `${journal.abbreviation}. ${volume}${issue === undefined ? '' : `(${issue})`}:${pages ?? articleNumber}`;
}
