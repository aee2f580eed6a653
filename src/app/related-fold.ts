/** Records of one and the same paper, such as a preprint and what the journal made of it, told by their titles. */
import { plainText } from '#model/index.ts';
import type { Paper, RecordId, RichText } from '#model/index.ts';
import type { Hit } from '#library/index.ts';
import { isStopWord, stem, wordForms } from '#text/index.ts';

export interface Folded {
  readonly hit: Hit;
  readonly also: readonly RecordId[];
}

/** Shorter titles, such as “Sepsis” or “Reply”, are borne by many papers. */
const FEWEST_WORDS = 5;
/** Words that two titles share, of all their words together, from which they are one; a part 1 and a part 2 lie below or differ by a number. */
const NEAR = 0.85;

/** Keeps the order; the first of several stays, but a preprint gives its place to the paper. Another record of `seed` goes without a trace. */
export function unfolded(seed: Paper, hits: readonly Hit[]): Folded[] {
  const ownTitle = titleWords(seed.title);
  const kept: { hit: Hit; also: RecordId[]; words: ReadonlySet<string> }[] = [];
  for (const hit of hits) {
    const words = titleWords(hit.paper.title);
    if (areOne(ownTitle, words)) continue;
    const same = kept.find((each) => areOne(each.words, words));
    if (same === undefined) kept.push({ hit, also: [], words });
    else if (isPreprint(same.hit.paper) && !isPreprint(hit.paper)) {
      same.also.push(same.hit.paper.id);
      same.hit = hit;
    } else same.also.push(hit.paper.id);
  }
  return kept.map(({ hit, also }) => ({ hit, also }));
}

function titleWords(title: RichText): ReadonlySet<string> {
  const forms = wordForms(plainText(title)).filter((form) => !isStopWord(form));
  return new Set(forms.map(stem));
}

function areOne(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  if (Math.min(one.size, other.size) < FEWEST_WORDS) return false;
  const apart = [...[...one].filter((word) => !other.has(word)), ...[...other].filter((word) => !one.has(word))];
  if (apart.some((word) => /^(?:\d.*|[ivx]+)$/.test(word))) return false;
  const together = (one.size + other.size + apart.length) / 2;
  return together - apart.length >= NEAR * together;
}

function isPreprint({ publicationTypes }: Paper): boolean {
  return publicationTypes.some((type) => type.name === 'Preprint');
}
