/** Drafts of what belongs to another study: its protocol, its preprint, the notices and the comments on it. */
import { detectable } from './effect.ts';
import { sentences } from './draft.ts';
import type { Draft, Style } from './draft.ts';
import { fact, factIfGiven, numberOf, numbersOf } from './facts.ts';
import type { Facts } from './facts.ts';
import { printed } from './numbers.ts';
import type { Dice } from './random.ts';
import { composeStudy } from './compose-study.ts';
import { designEffectOf } from './trials.ts';

export const NOTICES = {
  retraction: { title: 'Retraction: ', types: ['Journal Article', 'Retraction of Publication'], there: 'RetractionIn', back: 'RetractionOf' },
  concern: { title: 'Expression of concern: ', types: ['Journal Article', 'Expression of Concern'], there: 'ExpressionOfConcernIn', back: 'ExpressionOfConcernFor' },
  erratum: { title: 'Correction to: ', types: ['Journal Article', 'Published Erratum'], there: 'ErratumIn', back: 'ErratumFor' },
} as const; // prettier-ignore

/** @param titleOf the printed title of the study a notice is about. */
export function composeTied(tied: Facts, study: Facts, titleOf: string, d: Dice, style: Style): Draft {
  switch (tied.design) {
    case 'protocol':
      return protocol(tied, study, d);
    case 'preprint':
      return preprint(tied, study, d, style);
    case 'notice':
      return notice(tied, titleOf);
    default:
      return comment(tied);
  }
}

function protocol(tied: Facts, study: Facts, d: Dice): Draft {
  const total = Math.ceil((numberOf(study, 'n') * 1.02) / 20) * 20;
  const [, b = 0] = numbersOf(study, 'rates');
  const difference = printed(detectable(total, Math.round(b), designEffectOf(study, total)), 1);
  const [people, place, arm, control, outcome] = ['people', 'place', 'arm', 'control', 'outcome'].map(
    (name) => factIfGiven(tied, name) ?? fact(study, name),
  );
  const units = factIfGiven(study, 'clusters')?.replace(/ icc .*/, '');
  const where = /^\d/.test(fact(study, 'place')) ? fact(study, 'place') : `${units} in ${fact(study, 'place')}`;
  const design = d.pick([
    `${place} will recruit ${printed(total)} ${people}; half are to have ${arm}, half ${control}`,
    `we plan to enrol ${printed(total)} ${people} (${place}) and to draw lots between ${arm} and ${control}`,
    `${place} will take part, and ${printed(total)} ${people} are to receive ${arm} or ${control} in equal numbers`,
  ]);
  const clustered =
    units === undefined
      ? design
      : `${where} will be drawn to ${arm} or ${control}, with about ${printed(total)} ${people} treated on them`;
  const power = d.pick([
    `assuming ${outcome} in ${Math.round(b)}% under ${control}, this size gives 80% power for a difference of ${difference} points`,
    `the number allows a difference of ${difference} points in ${outcome} to be found with 80% power, from ${Math.round(b)}% with ${control}`,
    `we assume ${outcome} in ${Math.round(b)}% with ${control} and have 80% power to detect a difference of ${difference} points`,
  ]);
  return {
    title: `${fact(tied, 'title')}: ${d.pick(['protocol of the', 'protocol for the', 'design of the'])} ${fact(tied, 'acronym')} trial`,
    types: ['Journal Article', 'Clinical Trial Protocol'],
    moves: {
      background: sentences([fact(tied, 'why')]),
      methods: sentences([clustered, fact(tied, 'how'), power]),
      conclusions: sentences([fact(tied, 'limit')]),
    },
  };
}

function preprint(tied: Facts, study: Facts, d: Dice, style: Style): Draft {
  const values = new Map(study.values);
  for (const name of ['so', 'noted', 'what', 'also', 'language', 'own', 'age']) values.delete(name);
  for (const name of ['title', 'why', 'limit', 'place', 'people']) values.set(name, [fact(tied, name)]);
  for (const name of ['outcome', 'adjust', 'group', 'others', 'exposure', 'named']) {
    const own = factIfGiven(tied, name);
    if (own !== undefined) values.set(name, [own]);
  }
  values.set('n', [String(Math.round(numberOf(study, 'n') * numberOf(tied, 'part')))]);
  const draft = composeStudy({ ...study, key: tied.key, values }, d, style);
  return { ...draft, types: ['Preprint', ...draft.types] };
}

function notice(tied: Facts, titleOf: string): Draft {
  const kind = NOTICES[fact(tied, 'kind') as keyof typeof NOTICES];
  return {
    title: `${kind.title}${titleOf}`,
    types: kind.types,
    moves: { background: fact(tied, 'text') },
    unlabelled: true,
  };
}

function comment(tied: Facts): Draft {
  const text = factIfGiven(tied, 'text');
  return {
    title: fact(tied, 'title'),
    types: [fact(tied, 'kind') === 'editorial' ? 'Editorial' : 'Letter', 'Comment'],
    moves: text === undefined ? {} : { background: text },
    unlabelled: true,
  };
}
