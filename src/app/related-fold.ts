/** Records of one and the same paper, such as a preprint and what the journal made of it, told by their titles. */
import { plainText } from '#model/index.ts';
import type { Paper, RecordId, RichText } from '#model/index.ts';
import type { Hit } from '#library/index.ts';
import { isStopWord, stem, wordForms } from '#text/index.ts';
import { titlesAgree } from './title-fold.ts';

export interface Folded {
  readonly hit: Hit;
  readonly also: readonly RecordId[];
}

/** Keeps the order; the first of several stays, but a preprint gives its place to the paper. Another record of `seed` goes without a trace. */
export function unfolded(seed: Paper, hits: readonly Hit[]): Folded[] {
  const ownTitle = titleWords(seed.title);
  const kept: { hit: Hit; also: RecordId[]; words: ReadonlySet<string> }[] = [];
  for (const hit of hits) {
    const words = titleWords(hit.paper.title);
    if (titlesAgree(ownTitle, words)) continue;
    const same = kept.find((each) => titlesAgree(each.words, words));
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

function isPreprint({ publicationTypes }: Paper): boolean {
  return publicationTypes.some((type) => type.name === 'Preprint');
}
