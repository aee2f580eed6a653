/**
 * The design of a study, where it is beyond doubt: from what NLM's indexers say, else from a phrase of the authors that can
 * mean nothing else. A paper about trials is no trial, a protocol is a protocol, and where two designs compete there is none.
 */
import { plainText } from '#model/index.ts';
import type { Paper } from '#model/index.ts';
import { abstractParts } from './abstract-text.ts';
import {
  ABOUT,
  FOLLOWED,
  MANY_CASES,
  NESTED,
  NO_STUDY,
  OF_PAPERS,
  ONE_CASE,
  PHRASES,
  PROTOCOL,
  TITLE_ONLY,
} from './design-phrases.ts';
import type { Phrase } from './design-phrases.ts';

/** One design, or undefined; a chapter of a book is about studies and is none. */
export function designOf(paper: Paper): string | undefined {
  if (paper.kind === 'book') return undefined;
  const types = new Set(paper.publicationTypes.map((type) => type.name));
  if ([...types].some((type) => NO_STUDY.has(type))) return undefined;
  const title = plainText(paper.title);
  if (types.has('Clinical Trial Protocol') || PROTOCOL.test(title)) return 'Protocol';
  return byType(types, title, paper) ?? byWords(paper, title, types);
}

function byType(types: ReadonlySet<string>, title: string, paper: Paper): string | undefined {
  if (types.has('Practice Guideline') || types.has('Guideline')) return 'Guideline';
  if (types.has('Meta-Analysis') || types.has('Systematic Review')) return ofReviews(types, title);
  if (types.has('Randomized Controlled Trial')) return ofTrial(title, paper);
  if (types.has('Case Reports')) return ofCases(title, paper);
  return undefined;
}

function ofReviews(types: ReadonlySet<string>, title: string): string {
  const isSystematic = types.has('Systematic Review') || /\bsystematic review\b/i.test(title);
  const isPooled = types.has('Meta-Analysis') || /\bmeta-?analysis\b/i.test(title);
  if (isSystematic && isPooled) return 'Systematic review and meta-analysis';
  return isPooled ? 'Meta-analysis' : 'Systematic review';
}

/** Indexers also call an analysis of a finished trial a trial; the words tell the two apart. */
function ofTrial(title: string, paper: Paper): string | undefined {
  const inTitle = only(stated(title, PHRASES));
  if (inTitle !== undefined) return inTitle;
  const { whole } = abstractParts(paper);
  if (ABOUT.test(title) || /\b(?:secondary|post[- ]hoc|pooled) analys[ei]s of\b/i.test(whole)) return undefined;
  return /\bcluster[- ]randomi[sz]ed\b/i.test(`${title} ${whole}`) ? 'Cluster randomised trial' : 'Randomised trial';
}

/** Indexers give the same type to one patient and to sixteen; only the words tell. */
function ofCases(title: string, paper: Paper): string | undefined {
  if (/\bcase series\b/i.test(title)) return 'Case series';
  const text = `${title} ${abstractParts(paper).whole}`;
  return MANY_CASES.test(text) && !ONE_CASE.test(text) ? undefined : 'Case report';
}

function byWords(paper: Paper, title: string, types: ReadonlySet<string>): string | undefined {
  if (ABOUT.test(title)) return undefined;
  const inTitle = stated(title, [...PHRASES, ...TITLE_ONLY]);
  if (inTitle.length > 0) return only(inTitle);
  const { methods, whole } = abstractParts(paper);
  if (types.has('Review')) return isNarrative(title, whole) ? 'Narrative review' : undefined;
  const claims = statedOfItself(methods).filter(
    (design) => !OF_PAPERS.has(design) || /review|literature|evidence/i.test(title),
  );
  return only(claims) ?? bench(paper, title, whole);
}

function stated(text: string, phrases: readonly Phrase[]): string[] {
  const found = phrases.flatMap(([design, phrase]) => {
    const match = phrase.exec(text);
    if (match === null || NESTED.test(text.slice(0, match.index))) return [];
    return FOLLOWED.test(text.slice(match.index + match[0].length)) ? [design] : [];
  });
  return [...new Set(found)];
}

/** Sentences in which a paper says what it is: `We conducted a … cohort study`, or a bare `Cross-sectional study.` */
function statedOfItself(methods: string): string[] {
  return methods.split(/(?<=[.;])\s+|\n/).flatMap((sentence) => {
    const self =
      /^(?:(?:this|our|the present|the current|we|it)\b[^,;]{0,90}?\b(?:an?|is|was)\s|(?:design|study design|type of study): |(?:an? )?(?=[\w-]+[ -](?:[\w-]+ ){0,5}(?:study|trial|review|series|analysis|survey)\b))(?<rest>.{0,120})/i.exec(
        sentence,
      );
    return self?.groups?.['rest'] === undefined ? [] : stated(self.groups['rest'], PHRASES);
  });
}

function only(designs: readonly string[]): string | undefined {
  const distinct = new Set(designs);
  if (distinct.size === 2 && distinct.has('Systematic review') && distinct.has('Meta-analysis'))
    return 'Systematic review and meta-analysis';
  const [first] = distinct;
  return distinct.size === 1 ? first : undefined;
}

/** A review that searched for its papers by plan is not told apart from one that calls itself something else. */
function isNarrative(title: string, whole: string): boolean {
  const planned =
    /\b(?:systematic|scoping|umbrella|rapid|integrative|mapping|critical|realist) (?:\w+ )?(?:review|overview|search)|\bmeta-?(?:analy|synth|regress)|\bsearch(?:ed|es)?\b|\bPRISMA\b|\bcases?\b|\bguidelines?\b|\bconsensus\b|\bour (?:own )?(?:patients|experience|series)\b|\bwe (?:report|present|describe) (?:a|two|three|\d+)\b|\bpatients were\b/i;
  return whole !== '' && /\breview/i.test(`${title} ${whole}`) && !planned.test(`${title} ${whole}`);
}

/** Studies without people, where both the headings and the words of the paper say so. */
function bench(paper: Paper, title: string, whole: string): string | undefined {
  const mesh = new Set((paper.mesh ?? []).map((heading) => heading.name));
  if (
    /\bin vitro\b/i.test(title) &&
    !/\b(?:in vivo|ex vivo|fertili[sz]ation|review|clinical|maturation|patients?)\b/i.test(title)
  )
    return mesh.size === 0 || !mesh.has('Animals') ? 'Laboratory study' : undefined;
  if (mesh.has('Humans') || !mesh.has('Animals')) return undefined;
  const subjects = [
    'Mice',
    'Rats',
    'Rabbits',
    'Swine',
    'Sheep',
    'Dogs',
    'Cats',
    'Macaca mulatta',
    'Guinea Pigs',
    'Zebrafish',
  ];
  const isNamed = [...mesh].some((name) =>
    subjects.some((subject) => name === subject || name.startsWith(`${subject}, `)),
  );
  const isDone =
    /\b(?:mice|rats|rabbits|pigs|piglets|sheep|lambs|dogs|cats|monkeys|zebrafish|larvae) (?:\([^)]*\) )?(?:were|received|fed|treated|underwent|with|lacking)\b/i;
  return isNamed && isDone.test(whole) ? 'Animal study' : undefined;
}
