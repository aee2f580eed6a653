/**
 * One letter at a time into the form that words are compared in: lower case, without accents,
 * compatibility forms (₂, 𝑚, ﬁ) as the letters they stand for.
 */

const SPELT: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ħ: 'h', ı: 'i', ŋ: 'n',
}; // prettier-ignore

const GREEK_NAMES: Readonly<Record<string, string>> = {
  α: 'alpha', β: 'beta', γ: 'gamma', δ: 'delta', ε: 'epsilon', ζ: 'zeta', η: 'eta', θ: 'theta', ι: 'iota', κ: 'kappa',
  λ: 'lambda', μ: 'mu', ν: 'nu', ξ: 'xi', ο: 'omicron', π: 'pi', ρ: 'rho', σ: 'sigma', ς: 'sigma', τ: 'tau', υ: 'upsilon',
  φ: 'phi', χ: 'chi', ψ: 'psi', ω: 'omega',
}; // prettier-ignore

const folded = new Map<number, string>();

/** The folded form of a code point; an empty string where it is no part of a word. */
export function fold(codePoint: number): string {
  const known = folded.get(codePoint);
  if (known !== undefined) return known;
  const form = foldOnce(String.fromCodePoint(codePoint));
  folded.set(codePoint, form);
  return form;
}

/** The name of a folded Greek letter (`alpha` for α), undefined for anything else. */
export function greekName(form: string): string | undefined {
  return GREEK_NAMES[form];
}

function foldOnce(letter: string): string {
  if (letter === '\u207a') return '+';
  if (!/^[\p{L}\p{N}\p{M}]$/u.test(letter)) return '';
  const plain = letter
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '');
  return Array.from(plain, (each) => SPELT[each] ?? each)
    .filter((each) => /^[\p{L}\p{N}\p{M}]+$/u.test(each))
    .join('');
}
