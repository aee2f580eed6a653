/**
 * Which paper of several a reference means. A wrong one is far worse than none, so a paper is taken only where its title
 * fits and something else agrees and nothing speaks against it; what merely may fit is offered.
 */
import type { Fit } from './fit.ts';

export type Verdict =
  | { readonly kind: 'one'; readonly fit: Fit }
  | { readonly kind: 'several'; readonly fits: readonly Fit[] }
  | { readonly kind: 'none' };

const OFFERED = 5;
/** So much of the title must be there for a match with all that agrees, and for one with less. */
const NEARLY_WHOLE = 0.9;
const MOSTLY = 0.87;
const OFFERABLE = 0.75;

export function verdictOf(fits: readonly Fit[]): Verdict {
  const sorted = [...fits].sort((left, right) => rank(right) - rank(left));
  const clear = sorted.filter(isClear);
  const [best, second] = clear;
  if (best !== undefined && !sorted.some((fit) => fit !== best && isRival(best, fit)))
    return { kind: 'one', fit: best };
  if (best !== undefined && second !== undefined) return { kind: 'several', fits: clear.slice(0, OFFERED) };
  const possible = sorted.filter((fit) => isClear(fit) || isPossible(fit)).slice(0, OFFERED);
  return possible.length === 0 ? { kind: 'none' } : { kind: 'several', fits: possible };
}

/** Whether the title alone says that it is this paper or another: for papers that were found by a number. */
export function isAnotherTitle(fit: Fit): boolean {
  return fit.title < 0.5;
}

function isClear(fit: Fit): boolean {
  const { title, isWhole, isClean, length, author, year, hasPlace, hasJournal } = fit;
  const agreed = support(fit);
  if (author === 'differs') return false;
  if (year === 'differs' && !(hasPlace && author === 'agrees')) return false;
  if (!isClean) return title >= NEARLY_WHOLE && isWhole && hasPlace && agreed >= 4;
  if (hasPlace && author === 'agrees' && year === 'agrees') return title >= 0.6;
  if (!isWhole && (title < NEARLY_WHOLE || author !== 'agrees')) return false;
  if (!isWhole) return length >= 4 ? year !== 'unknown' || hasPlace : year === 'agrees' && (hasJournal || hasPlace);
  if (title >= NEARLY_WHOLE) return agreed >= 1.5 || isTitleAlone(fit);
  return title >= MOSTLY && length >= 4 && agreed >= 3;
}

/** A title without name and year says enough where it is long. */
function isTitleAlone({ author, year, length, title }: Fit): boolean {
  return author === 'unknown' && year === 'unknown' && length >= 6 && title >= 0.95;
}

function isPossible({ title, isClean, isWhole, author, year, length, covered }: Fit): boolean {
  if (author === 'differs') return isWhole && isClean && title >= 0.95 && length >= 4 && year !== 'differs';
  if (author === 'agrees' && (year === 'agrees' || year === 'near') && covered >= 0.75) return true;
  const threshold = author === 'agrees' && year !== 'differs' ? 0.6 : OFFERABLE;
  return title >= threshold && length >= 2 && (isClean || author === 'agrees');
}

/** Whether another paper may be meant just as well. */
function isRival(best: Fit, other: Fit): boolean {
  if (!isClear(other)) return false;
  if (best.hasPlace && !other.hasPlace) return false;
  if (best.title * (best.isWhole ? 1 : 0.8) - other.title * (other.isWhole ? 1 : 0.8) > 0.12) return false;
  const isNearer = best.year === 'agrees' && other.year !== 'agrees';
  return !(
    isNearer &&
    ((best.hasJournal && !other.hasJournal) || (best.author === 'agrees' && other.author !== 'agrees'))
  );
}

function support({ author, year, hasPlace, hasJournal }: Fit): number {
  const ofYear = year === 'agrees' ? 1.5 : year === 'near' ? 0.75 : 0;
  return (author === 'agrees' ? 2 : author === 'near' ? 0.5 : 0) + ofYear + (hasPlace ? 2 : 0) + (hasJournal ? 1 : 0);
}

function rank(fit: Fit): number {
  return (
    fit.title * (fit.isWhole ? 1 : 0.85) * 5 +
    (fit.isClean ? 0.5 : 0) +
    support(fit) -
    (fit.author === 'differs' ? 2 : 0)
  );
}
