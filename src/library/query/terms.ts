/** Single terms from single words or phrases as typed. */
import { AppError, LANGUAGES } from '#model/index.ts';
import type { Place } from '#model/index.ts';
import { wordForms } from '#text/index.ts';
import type { Named, Scope, Term } from './syntax.ts';

/** A bare word without a tag: by stem; with a hyphen inside the phrase of its parts; nothing where it holds no letter. */
export function looseWords(text: string, at: Place): Term[] {
  const forms = wordForms(text);
  const prefix = text.endsWith('*');
  return forms.length === 0 ? [] : [{ kind: 'words', scope: 'everywhere', forms, exact: prefix, prefix, at }];
}

/** A bare word under a tag: as written. */
export function wordsOf(scope: Scope, text: string, at: Place): Term[] {
  return looseWords(text, at).map((term) => ({ ...term, scope, exact: true }) as Term);
}

/** A name matched whole. @throws AppError `bad_query` where it holds no letter, or a PMID is no number. */
export function named(kind: Named['kind'], text: string, exact: boolean, at: Place): Term {
  const forms = wordForms(text);
  const prefix = text.trimEnd().endsWith('*');
  if (forms.length === 0)
    throw new AppError('bad_query', `There is nothing to look up before the tag at position ${at.start + 1}.`, { at });
  if (kind === 'language') return { kind, forms: [languageCode(forms)], exact, prefix, at };
  if (kind === 'pmid' && !forms.every((form) => /^\d+$/.test(form)))
    throw new AppError('bad_query', `“${text}” at position ${at.start + 1} is no PMID. A PMID is a number.`, { at });
  return { kind, forms, exact, prefix, at };
}

function languageCode(forms: readonly string[]): string {
  const name = forms.join(' ');
  const code = Object.entries(LANGUAGES).find(([, english]) => english.toLowerCase() === name)?.[0];
  return code ?? forms.join('_');
}
