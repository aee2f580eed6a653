/**
 * What follows an abstract without belonging to it: copyright, funding, registrations, keywords, levels of evidence.
 * Only what is unmistakable and stands at the very end is taken off, and only whole sentences.
 */

/** Headings inside a running text that end the part before them. */
const HEADINGS = [
  '(?:(?:clinical|systematic review|study|protocol) )*(?:trials? )?regist(?:ration|ry)[^.:]{0,60}',
  '(?:clinical )?trial (?:id|identification|identifier)[^.:]{0,30}',
  'clinicaltrials?(?:\\.gov)?(?: (?:id|identifier|registration|number))*',
  'levels? of evidence',
  'key ?words',
  'funding',
  '(?:clinical |scientific )?(?:significance|relevance|importance|impact)(?: statement)?',
  '(?:practice |policy |clinical )?implications?(?: for [a-z ]{3,40})?',
  'limitations?',
  'supplement(?:ary|al) (?:information|materials?|data)',
  '(?:data )?availability(?: and implementation)?',
  'database url',
  'contact',
  'graphic(?:al)? (?:abstract|illustration)',
  '(?:visual overview|video abstract)',
  '(?:patient summary|plain language summary|what this paper adds)',
  'conflicts? of interest',
  '(?:author contributions?|disclosures?)',
  '(?:results?|methods?|background|objectives?)',
];
const NEXT_PART = new RegExp(
  `(?<=[.!?)\\]]["”’']?\\s*)(?:${HEADINGS.join('|')})\\s?(?:[:#]|\\.(?=[A-Z(])|[–—-] ?(?=[A-Z(]))`,
  'giu',
);

/** Words that stand last. Each begins a sentence, or a bracket after one, and reaches to the end. */
const LAST_WORDS: readonly RegExp[] = [
  /\((?:PsycInfo|PsycINFO) Database Record [^()]*\(c\)[^()]*\)\.?$/i,
  /(?:This article is protected by copyright\. ?)?All rights reserved\.?$/i,
  /This article is (?:protected by copyright|(?:part|the subject) of (?:the|a) (?:special issue|theme)\b[^.]*)\.?$/i,
  /(?:Copyright )?(?:©|\(c\)|Ⓒ|\.\.)\s?(?:Copyright )?(?:The Authors?|\d{4})[^©]{0,300}$/i,
  /(?:Copyright|Published by|Crown copyright)\b[^.]{0,200}\.?$/,
  /(?:Cite this article:|https?:\/\/(?:dx\.)?doi\.org\/)[^!?]*$/i,
  /[A-Z][A-Za-z. ]{2,60}[;,]? (?:\d{4};)? ?\d+ ?[(:;][^ ]{0,12}[;:] ?[A-Z]?\d+-[A-Z]?\d+(?:, \d{4})?\.?$/,
  /[A-Z][A-Za-z. ]{2,60} (?:\d{4};)?\d+: ?[A-Z]?\d+-[A-Z]?\d+(?:, \d{4})?\.?$/,
  /\((?:Funded by|ClinicalTrials\.gov|Trial registration|PROSPERO|Registered|Supported by)[^()]*(?:\([^()]*\)[^()]*)*\)\.?$/i,
  /\((?:[A-Z][A-Za-z/ ,]+\[[A-Z-]+\]; )?NCT\d+\)\.?$/,
  /This (?:study|trial|review) (?:was|is|has been) (?:retrospectively |prospectively )?registered[^!?]{0,220}$/i,
  /(?:Clinical )?Trials? (?:registered|registration|registry|id|identification|identifier)[^!?]{0,220}$/i,
  /(?:Registered (?:at|on|in|with)|URL:|(?:www\.)?ClinicalTrials\.gov|(?:Unique )?Identifier:|ISRCTN|NCT\d)[^!?]{0,220}$/i,
  /(?:Levels? of evidence|Evidence level|Technical efficacy)[^.!?]{0,160}\.?$/i,
  /(?:Graphical abstract|Video abstract)\.?$/i,
  /\($/,
];
/** Letters; looking no further back keeps an endless text from costing endless time. */
const LONGEST_TAIL = 600;
const SENTENCE_END = /[.!?]["”’')\]]*\s*$/;

/** Where the proper text ends, as a position in it. Never inside a sentence. */
export function properEnd(text: string): number {
  const next = [...text.matchAll(NEXT_PART)].find((match) => match.index > 0 && isHeading(text, match.index));
  let end = text.slice(0, next?.index).trimEnd().length;
  for (let before = -1; before !== end;) {
    before = end;
    for (const pattern of LAST_WORDS) end = without(pattern, text, end);
  }
  return end;
}

/** The end before the last words a pattern finds, at the first place where they follow a whole sentence. */
function without(pattern: RegExp, text: string, end: number): number {
  const kept = text.slice(0, end);
  for (let from = Math.max(1, end - LONGEST_TAIL); from < end;) {
    const found = pattern.exec(kept.slice(from));
    if (found === null) return end;
    const at = from + found.index;
    if (SENTENCE_END.test(kept.slice(0, at))) return kept.slice(0, at).trimEnd().length;
    from = at + 1;
  }
  return end;
}

/** A heading begins with a capital; a plain sentence that goes on in small letters is none. */
function isHeading(text: string, at: number): boolean {
  return /\p{Lu}/u.test(text.charAt(at));
}
