/**
 * How many took part, where the abstract says it once and beyond doubt. Two different totals, two groups counted apart or a
 * number that was only looked at first leave it open.
 */
const NUMBER = String.raw`(?<n>\d{1,3}(?:[,\u2009\u00a0\u202f]\d{3})+|\d{1,3}(?: \d{3})+(?!\d)|\d+)`;
const PEOPLE =
  'patients|participants|adults|children|adolescents|infants|newborns|neonates|women|men|subjects|volunteers|individuals|persons|people|students|nurses|physicians|doctors|clinicians|residents|caregivers|carers|mothers|parents|respondents|athletes|veterans|workers|employees|teachers|inpatients|outpatients|survivors|girls|boys|males|females|pregnancies|couples|families|households';
const PLACES =
  'wards|hospitals|practices|nursing homes|care homes|clinics|schools|villages|intensive care units|ICUs|units';
const STUDIES = 'trials|studies|articles|RCTs|papers|publications|reviews|reports';
/** Describing words between a number and what it counts: `312 consecutive adult patients`. */
const BETWEEN = String.raw`(?:(?!and |or |of |with |in |to |by |from |percent )[A-Za-z][A-Za-z’'-]*,? ){0,4}?`;
const TAKEN =
  '(?:enrolled|included|recruited|randomi[sz]ed|randomly (?:assigned|allocated)|studied|analy[sz]ed|evaluated|examined|surveyed|interviewed)';
const HOW = '(?:(?:prospectively|retrospectively|consecutively|finally|randomly|also|then|eventually) )?';

/** Counts that come before the study: who was looked at, invited or left out. */
const BEFORE_STUDY =
  /\b(?:screened|assessed for|eligible|approached|invited|identified|excluded|declined|contacted|retrieved|potentially|lost)\b/i;
/** A second number right beside it: two groups, of which neither is the total. */
const COORDINATED_BEFORE =
  /(?:\d[\w%-]*(?: [\w'-]+){0,6},? (?:and|plus|versus|vs\.?)|\d,|\bof (?:these|those|which|whom)\b[^.;]*|\bin (?:the )?[\w-]+ (?:group|arm|cohort)[^.;]*|\b(?:remaining|other|additional|further|another|control|healthy))\s*$/i;
const COORDINATED_AFTER =
  /^[^.;]{0,80}?(?:\band (?:\d|\w+[- ]?(?:matched )?(?:healthy|controls?\b))|,? \d+ (?:[a-z-]+ ){0,3}controls|\bversus\b|\bvs\b|^ or |^\/|\beach\b|\bper (?:group|arm)\b)/i;
/** Controls counted apart: the patients are not everyone. */
const WITH_CONTROLS =
  /\b\d+ (?:[a-z-]+ ){0,3}(?:controls|control subjects|healthy (?:subjects|volunteers|individuals|people|adults))\b/i;
const SUBGROUP_AFTER =
  /^\s*(?:\([^)]*\)\s*)?(?:in(?:to)? (?:the |each )?[\w-]+(?: [\w-]+)? (?:group|arm|cohort)|(?:to|in) (?!two|three|four|either|one of|receive[^.;]* or |[^.;]* or )\S)/i;

const OF_PEOPLE = framesFor(PEOPLE);
const OF_PLACES = framesFor(PLACES);
const OF_STUDIES = framesFor(STUDIES);
const IN_TITLE = new RegExp(`\\b(?:in|of|among|with) ${NUMBER} ${BETWEEN}(?<noun>${PEOPLE})\\b`, 'g');
const ANY_PEOPLE = new RegExp(`(?<![\\d.,-])${NUMBER} ${BETWEEN}(?<noun>${PEOPLE})\\b`, 'g');
const MET_CRITERIA = new RegExp(
  `${NUMBER} ${BETWEEN}(?<noun>${STUDIES})\\b(?: \\([^)]*\\))?(?: (?:with|involving|comprising|that|which) [^.;]{1,60}?)? (?:met|fulfilled|satisfied) `,
  'g',
);

interface Total {
  readonly number: number;
  readonly text: string;
}

/** `1,842 adults`, or undefined. */
export function peopleIn(text: string, title: string): string | undefined {
  const found = [...totals(text, OF_PEOPLE), ...inTitle(title)];
  const most = Math.max(...mentioned(text));
  return WITH_CONTROLS.test(text) || found.some((total) => total.number < most) ? undefined : agreed(found);
}

/** `24 wards`, for trials whose units are wards and not people. */
export function placesIn(text: string): string | undefined {
  return agreed(totals(text, OF_PLACES));
}

/** `22 trials`, for reviews. */
export function studiesIn(text: string): string | undefined {
  return agreed([...totals(text, OF_STUDIES), ...metCriteria(text)]);
}

function agreed(found: readonly Total[]): string | undefined {
  const [first] = found;
  if (first === undefined || first.number < 2) return undefined;
  return found.every((total) => total.number === first.number) ? first.text : undefined;
}

function totals(text: string, frames: readonly RegExp[]): Total[] {
  return frames.flatMap((frame) => [...text.matchAll(frame)].flatMap((match) => total(text, match)));
}

/** The sentences in which a study says how many it took. */
function framesFor(nouns: string): RegExp[] {
  const counted = `${NUMBER} ${BETWEEN}(?<noun>${nouns})\\b`;
  return [
    `\\b(?:[Ww]e|[Aa]uthors|[Ss]tudy|[Tt]rial|[Rr]eview|[Aa]nalysis|[Mm]eta-analysis|[Ss]urvey) (?:has )?${HOW}${TAKEN} (?:data (?:from|of) )?(?:a total of )?${counted}`,
    `\\b[Aa] total(?: number)? of ${counted}(?=[^.;]*? (?:were|was|participated|completed|took part|entered|met|underwent|received|provided|responded|answered))`,
    `(?<=^|[.:;] |\\n|, |In total, |Overall, )${counted}(?: \\([^)]*\\))?(?: (?:with|who|aged|undergoing|from|at|in) [^.;,]{1,80}?)? (?:were|was|had been) ${HOW}${TAKEN}\\b`,
    `(?<=^|[.:;] |\\n)Of (?:the |a total of )?${counted}(?: who were)? ${TAKEN}\\b`,
    `(?<=^|[.:;] |\\n)Of ${counted}(?=,| \\()`,
    `\\b(?:cohort|sample|series|survey|population) of ${counted}`,
    `\\b(?:[Ss]ample|[Cc]ohort|[Ss]tudy population|[Ss]tudy group|[Pp]articipants|[Ss]ubjects) (?:consisted of|comprised|was composed of|were) (?:a total of )?${counted}`,
  ].map((frame) => new RegExp(frame, 'g'));
}

function total(text: string, match: RegExpMatchArray): Total[] {
  const { n, noun } = match.groups ?? {};
  if (n === undefined || noun === undefined || match.index === undefined) return [];
  const at = match.index + match[0].lastIndexOf(n);
  const after = text.slice(match.index + match[0].length);
  const sentence = sentenceAround(text, at);
  if (BEFORE_STUDY.test(sentence)) return [];
  const isPart = COORDINATED_BEFORE.test(text.slice(Math.max(0, at - 80), at)) || SUBGROUP_AFTER.test(after);
  // A part of the whole makes the total uncertain: NaN agrees with nothing.
  return [{ number: isPart || COORDINATED_AFTER.test(after) ? Number.NaN : valueOf(n), text: `${grouped(n)} ${noun}` }];
}

/** Every number of people in a text that could be a total; a smaller one beside it is a part. */
function mentioned(text: string): number[] {
  return [...text.matchAll(ANY_PEOPLE)]
    .filter((match) => !/\b(?:per|every) $/.test(text.slice(0, match.index)))
    .filter((match) => !BEFORE_STUDY.test(sentenceAround(text, match.index)))
    .map((match) => valueOf(match.groups?.['n'] ?? '0'));
}

/** A title that counts: `… in 921 patients`, `a study of 312 adults`. */
function inTitle(title: string): Total[] {
  return [...title.matchAll(IN_TITLE)].flatMap((match) => total(title, match));
}

function metCriteria(text: string): Total[] {
  return [...text.matchAll(MET_CRITERIA)].flatMap((match) => total(text, match));
}

function sentenceAround(text: string, at: number): string {
  const before =
    text
      .slice(0, at)
      .split(/[.;]\s/)
      .at(-1) ?? '';
  const [rest = ''] = text.slice(at).split(/[.;](?:\s|$)/);
  return before + rest;
}

function valueOf(number: string): number {
  return Number(number.replace(/\D/g, ''));
}

function grouped(number: string): string {
  const value = valueOf(number);
  return value < 1000 ? String(value) : value.toLocaleString('en-GB');
}
