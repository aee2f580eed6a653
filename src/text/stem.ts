/** Porter stems, by the library `stemmer`; only plain English words have one, everything else is its own stem. */
import { stemmer } from 'stemmer';

const ENGLISH = /^[a-z]{3,}$/;
const KEPT = 200_000;
let stems = new Map<string, string>();

/** The stem of a folded word: `readmissions` and `readmission` are `readmiss`; `il6` and `cd4+` stay. */
export function stem(form: string): string {
  const known = stems.get(form);
  if (known !== undefined) return known;
  const found = ENGLISH.test(form) ? stemmer(form) : form;
  if (stems.size >= KEPT) stems = new Map();
  stems.set(form, found);
  return found;
}
