/** How the titles of a paper stand in a reference: where they begin and end, and what stands before them. */
import { plainText } from '#model/index.ts';
import type { Paper } from '#model/index.ts';
import { wordForms } from '#text/index.ts';
import type { Reference } from './reference.ts';
import type { ReferenceWords } from './reference-words.ts';
import { titleFit } from './title-fit.ts';

/** Words before a title that make it another paper: the notice, the reply, the comment. */
const NOTICE =
  /^(?:(?:notice of )?retraction(?: note| notice)?|correction|corrigendum|erratum|addendum|(?:editorial )?expression of concern|withdrawal|comments?|commentary|reply|authors? reply|response|author response|letter|re|in reply|protocol|editorial)(?: (?:to|on|of|for|from|in|re|note|the|article))*$/;
const RETRACTED_MARK = /^(?:retracted|withdrawn|retracted article)$/;

export interface FitOfTitle {
  /** Of the whole title, or, where the reference leaves the subtitle away, of what stands before it. */
  readonly title: number;
  readonly isWhole: boolean;
  /** The reference's title begins and ends where this one does. */
  readonly isClean: boolean;
  /** Words of the title. */
  readonly length: number;
  /** The reference is this title and nothing else, so that it names no author. */
  readonly isAll: boolean;
}

const NO_TITLE: FitOfTitle = { title: 0, isWhole: false, isClean: false, length: 0, isAll: false };

function value({ title, isWhole, isClean }: FitOfTitle): number {
  return title * (isWhole ? 1 : 0.9) * (isClean ? 1 : 0.8);
}

interface Title {
  readonly forms: readonly string[];
  readonly isWhole: boolean;
  /** `retraction`, `correction to`: what the title itself puts before another paper's title. */
  readonly notice: string;
}

/** The best that any title of a paper fits: whole, without its subtitle, or in its own language. */
export function bestTitle(reference: Reference, words: ReferenceWords, paper: Paper): FitOfTitle {
  const fits = titlesOf(paper).map((title) => fitOfTitle(title, words, reference));
  return fits.reduce((one, other) => (value(other) > value(one) ? other : one), NO_TITLE);
}

function titlesOf(paper: Paper): Title[] {
  const texts = [paper.title, paper.vernacularTitle, paper.book?.title].filter((text) => text !== undefined);
  return texts.flatMap((text) => {
    const plain = plainText(text).replace(/^\[(.*)\]\.?$/, '$1');
    const [head = '', ...others] = plain.split(/:\s|\s[–—-]\s/);
    const mark = wordForms(head).join(' ');
    const isMarked = others.length > 0 && RETRACTED_MARK.test(mark);
    const notice = others.length > 0 && NOTICE.test(mark) ? mark : '';
    const whole = wordForms(isMarked ? others.join(': ') : plain);
    const main = wordForms(
      (isMarked ? others.join(': ') : plain).split(/(?:[:?!]|\.(?=\s\p{Lu}))\s|\s[–—-]\s/u)[0] ?? '',
    );
    const isSeries = /^(?:i{1,3}|iv|vi{0,3}|part|\d+)$/.test(whole[main.length] ?? '');
    const hasSubtitle = notice === '' && main.length >= 2 && main.length < whole.length && !isSeries;
    return [
      { forms: whole, isWhole: true, notice },
      ...(hasSubtitle ? [{ forms: main, isWhole: false, notice: '' }] : []),
    ];
  });
}

function fitOfTitle({ forms, isWhole, notice }: Title, { words }: ReferenceWords, { fielded }: Reference): FitOfTitle {
  const { share, from, to, numbersDiffer } = titleFit(forms, words);
  const before = noticeBefore(words, from);
  const startsClean =
    from === 0 || /[^–—-]/.test(words[from - 1]?.after ?? '') || isYearOrInitials(words[from - 1]?.form ?? '');
  const endSign = words[to - 1]?.after ?? '';
  const endsClean =
    to >= words.length ||
    (!endSign.includes(':') && /[.?!;,()[\]“”"«»]/.test(endSign)) ||
    /^(?:19|20)\d\d$/.test(words[to]?.form ?? '');
  const leftover = fielded ? leftWords(words, from, to) : 0;
  const whole = (share * forms.length) / (forms.length + leftover);
  const isOther =
    numbersDiffer ||
    (before !== '' && notice === '') ||
    (notice !== '' && !words.some((word) => notice.split(' ')[0] === word.form));
  return {
    title: isOther ? Math.min(whole, 0.6) : whole,
    isWhole,
    isClean: startsClean && endsClean,
    length: forms.length,
    isAll: !fielded && from === 0 && to === words.length,
  };
}

/** Beside the title of a fielded reference nothing may be left, but a mark that it was retracted. */
function leftWords(words: ReferenceWords['words'], from: number, to: number): number {
  const before = words
    .slice(0, from)
    .map((word) => word.form)
    .join(' ');
  return words.length - to + (RETRACTED_MARK.test(before) ? 0 : from);
}

function noticeBefore(words: ReferenceWords['words'], from: number): string {
  let start = from;
  while (start > 0 && from - start < 5 && (start === from || !/[.;]/.test(words[start - 1]?.after ?? ''))) start -= 1;
  for (let at = start; at < from; at += 1) {
    const phrase = words
      .slice(at, from)
      .map((word) => word.form)
      .join(' ');
    if (NOTICE.test(phrase)) return phrase;
  }
  return '';
}

function isYearOrInitials(form: string): boolean {
  return /^(?:19|20)\d\d[a-z]?$/.test(form) || /^[a-z]{1,3}$/.test(form);
}
