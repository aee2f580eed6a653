/** Composes systematic reviews: what was searched, how many trials and people, pooled estimates and how sure one can be. */
import { isClear, ratio, round } from './effect.ts';
import type { Effect } from './effect.ts';
import { checked, effectWords, sentences } from './draft.ts';
import type { Draft } from './draft.ts';
import { fact, factIfGiven, factsNamed, numberOf, partsOf } from './facts.ts';
import type { Facts } from './facts.ts';
import { capital, inWords, listed, printed } from './numbers.ts';
import type { Dice } from './random.ts';

export function composeReview(facts: Facts, d: Dice): Draft {
  const studies = numberOf(facts, 'studies');
  const people = numberOf(facts, 'n');
  const kind = factIfGiven(facts, 'kind') ?? 'trials';
  const pooled = factsNamed(facts, 'pooled').map((line) => pool(d, line, kind));
  const [main] = pooled;
  if (main === undefined) throw new Error(`${facts.key} pools nothing.`);
  const low = numberOf(facts, 'sound');
  return {
    title: reviewTitle(facts, d),
    types: ['Journal Article', 'Systematic Review', 'Meta-Analysis', ...partsOf(facts, 'types')],
    moves: {
      aim: fact(facts, 'why'),
      methods: sentences([searched(facts, d, kind), factIfGiven(facts, 'what'), pooling(facts, d)]),
      results: sentences([
        included(d, facts, studies, people, kind),
        ...pooled.map(({ sentence }) => sentence),
        soundness(facts, d, low, studies, kind),
        factIfGiven(facts, 'noted'),
      ]),
      conclusions: sentences([certain(facts, d, main.effect, low / studies)]),
      limits: sentences([fact(facts, 'limit')]),
      closing: sentences([factIfGiven(facts, 'so')]),
    },
  };
}

function reviewTitle(facts: Facts, d: Dice): string {
  const title = fact(facts, 'title');
  if (title.includes(':')) return title;
  return `${title}: ${d.pick(['systematic review and meta-analysis', 'a systematic review and meta-analysis', 'a meta-analysis', 'systematic review', 'an updated meta-analysis', `a review of ${fact(facts, 'studies')} ${factIfGiven(facts, 'kind') ?? 'trials'}`])}`;
}

function searched(facts: Facts, d: Dice, kind: string): string {
  const sought = fact(facts, 'sought');
  const bases = d.pick([
    'three databases',
    'four databases',
    'five databases',
    'six databases',
    'databases in three languages',
    'every large database',
    'trial registers and four databases',
    'two databases and reference lists',
  ]);
  return d.pick([
    `we searched ${bases} for ${kind} of ${sought}`,
    `${bases} were searched; ${kind} of ${sought} were eligible`,
    `${kind} of ${sought} were sought in ${bases}`,
    `two reviewers looked in ${bases} for ${kind} of ${sought}`,
    `eligible were ${kind} of ${sought}, found through ${bases}`,
  ]);
}

function pooling(facts: Facts, d: Dice): string {
  const short = fact(facts, 'short');
  const number = `SAMPLE-REVIEW-${String(d.between(100, 990)).padStart(4, '0')}`;
  return d.pick([
    `random-effects models were fitted for ${short} (registered as ${number})`,
    `effects on ${short} were pooled with the Hartung-Knapp method`,
    `we pooled ${short} by restricted maximum likelihood; ${number}`,
    `certainty for ${short} was rated with GRADE`,
    `risk of bias for ${short} was judged in pairs (${number})`,
    `for ${short}, weak studies were set aside in a second analysis`,
    `numbers on ${short} that were missing were asked of the authors. Registered: ${number}`,
    '',
  ]);
}

function included(d: Dice, facts: Facts, studies: number, people: number, kind: string): string {
  const screened = printed(Math.round(studies * d.between(48, 160) + d.between(0, 40)));
  const groups = partsOf(facts, 'groups');
  const split = groups.length === 0 ? '' : `: ${listed(groups)}`;
  const sum = groups.reduce((total, group) => total + Number(/^\d+/.exec(group)?.[0] ?? Number.NaN), 0);
  if (groups.length > 0 && sum !== studies) throw new Error(`${facts.key}: its groups add up to ${sum}.`);
  return d.pick([
    `of ${screened} records, ${inWords(studies)} ${kind} with ${printed(people)} participants were included${split}`,
    `${inWords(studies)} ${kind} (${printed(people)} participants) met the criteria${split}`,
    `we included ${inWords(studies)} ${kind} and ${printed(people)} people${split}`,
    `from ${screened} titles came ${inWords(studies)} ${kind}, with ${printed(people)} participants${split}`,
  ]);
}

/** `death by 30 days = 0.91 se 0.05 in 14 i2 22`. */
function pool(d: Dice, line: string, kind: string): { effect: Effect; sentence: string } {
  const [, name = '', value = '', error = '', studies = '', heterogeneity] =
    /^(.+) = (\S+) se (\S+) in (\d+)(?: i2 (\d+))?$/.exec(line) ?? [];
  if (studies === '') throw new Error(`“${line}” is not a pooled outcome.`);
  const effect = checked(ratio(round(Number(value) * Math.exp(0.3 * d.normal() * Number(error)), 2), Number(error)));
  const words = effectWords(d, effect, d.pick(['risk ratio of', 'pooled ratio of', 'relative risk of']), '', false);
  const spread = heterogeneity === undefined ? '' : `, I² ${heterogeneity}%`;
  const count = inWords(Number(studies));
  const sentence = d.pick([
    `for ${name} we found a ${words}${spread}, from ${count} ${kind}`,
    `${name} was reported in ${count}: ${words}${spread}`,
    `in ${count} ${kind} with ${name} as outcome, there was a ${words}${spread}`,
    `${name} gave a ${words}${spread}, over ${count} ${kind}`,
    `${name}: ${words}${spread}; ${count} ${kind}`,
    `${count} ${kind} told of ${name} (${words.replace(/ \((95% CI .+)\)$/, ', $1')}${spread})`,
    `pooled over ${count} ${kind}, ${name} had a ${words}${spread}`,
    `with ${name} as outcome (${count} ${kind}), we found a ${words}${spread}`,
  ]);
  return { effect, sentence };
}

function soundness(facts: Facts, d: Dice, low: number, studies: number, kind: string): string {
  const topic = fact(facts, 'topic');
  return d.pick([
    `${inWords(low)} of the ${inWords(studies)} ${kind} were at low risk of bias`,
    `risk of bias was low in ${inWords(low)} ${kind} of ${topic}`,
    `only ${inWords(low)} ${kind} of ${topic} had a low risk of bias throughout`,
    `${inWords(low)} ${kind} were judged sound; ${inWords(studies - low)} had at least one serious flaw`,
    `of the ${kind} on ${topic}, ${inWords(studies - low)} had a serious flaw`,
  ]);
}

function certain(facts: Facts, d: Dice, effect: Effect, sound: number): string {
  const [what, short] = [fact(facts, 'topic'), fact(facts, 'short')];
  const grade = isClear(effect) && sound > 0.5 ? 'moderate' : sound > 0.3 ? 'low' : 'very low';
  if (!isClear(effect))
    return d.pick([
      `${what} may make little difference to ${short}, with ${grade} certainty`,
      `present evidence (${grade} certainty) does not show that ${what} changes ${short}`,
      `whether ${what} affects ${short} is uncertain; the evidence is of ${grade} certainty`,
      `no firm effect of ${what} on ${short} emerges from these data`,
    ]);
  const way = effect.value < 1 ? 'lowers' : 'raises';
  const modest = grade === 'moderate' ? 'probably' : 'may';
  const verb = modest === 'may' ? way.replace(/s$/, '') : way;
  return d.pick([
    `${what} ${modest} ${verb} the risk of ${short} (${grade} certainty)`,
    `there is evidence of ${grade} certainty that ${what} ${way} the risk of ${short}`,
    `${capital(modest === 'may' ? 'perhaps' : modest)}, ${what} ${way} the risk of ${short}; certainty is ${grade}`,
  ]).replace('Perhaps, ', 'Perhaps ').replace('Probably, ', 'Probably '); // prettier-ignore
}
