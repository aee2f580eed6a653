/** How a trial was done and who took part: the sentences of design, allocation, outcome and enrolment. */
import { fact, factIfGiven } from './facts.ts';
import type { Facts } from './facts.ts';
import { capital, inWords, printed, was } from './numbers.ts';
import type { Dice } from './random.ts';

/** A title with its design said as titles do, or left out where the facts say so. */
export function trialTitle(facts: Facts, d: Dice): string {
  const title = fact(facts, 'title');
  if (title.includes(':') || factIfGiven(facts, 'bare') !== undefined) return title;
  const place = fact(facts, 'place');
  if (factIfGiven(facts, 'margin') !== undefined)
    return `${title}: ${d.pick(['a randomised non-inferiority trial', 'non-inferiority trial', 'an open non-inferiority trial', `a non-inferiority trial in ${place}`])}`;
  if (factIfGiven(facts, 'clusters') !== undefined)
    return `${title}: ${d.pick(['a cluster randomised trial', 'cluster randomised trial', `a cluster randomised trial in ${place}`, 'a pragmatic cluster randomised trial'])}`;
  return `${title}: ${d.pick(['a randomised trial', 'randomised controlled trial', `a randomised trial in ${place}`, 'a pragmatic randomised trial', 'a randomised controlled trial', 'randomised trial'])}`;
}

export function allocation(facts: Facts, d: Dice, total: number): string {
  const [arm, control, people, place] = ['arm', 'control', 'people', 'place'].map((name) => fact(facts, name));
  const [, units, unit, correlation] = /^(\d+) (.+) icc (\S+)$/.exec(factIfGiven(facts, 'clusters') ?? '') ?? [];
  const blind = factIfGiven(facts, 'blind');
  const veiled = blind === undefined ? '' : `; ${blind}`;
  if (units !== undefined) {
    const first = Math.ceil(Number(units) / 2);
    const [one, two] = [inWords(first), inWords(Number(units) - first)];
    const whole = place?.startsWith(`${units} `) ? place : `${units} ${unit} in ${place}`;
    return d.pick([
      `${whole} were randomised, ${one} to ${arm} and ${two} to ${control}, assuming an intracluster correlation of ${correlation}. We studied ${people}${veiled}`,
      `we randomised ${whole} to ${arm} (${one}) or ${control} (${two}) and studied ${people}${veiled}`,
      `parallel cluster trial: of ${whole}, ${one} took up ${arm} and ${two} kept to ${control}. Participants were ${people}${veiled}`,
      `${whole} were drawn by lot to ${arm} (${one}) or ${control} (${two}). Eligible were ${people}${veiled}`,
    ]);
  }
  return d.pick([
    `in ${place}, ${people} were randomised to ${arm} or ${control}${veiled}`,
    `we randomly assigned ${people} in ${place} to ${arm} or ${control}${veiled}`,
    `parallel-group trial in ${place}. ${capital(people ?? '')} were allocated 1:1 to ${arm} or to ${control}${veiled}`,
    `${people} at ${place} were allocated by a central list to ${arm} or ${control}${veiled}`,
    `this trial in ${place} enrolled ${people} and compared ${arm} with ${control}${veiled}`,
    `eligible were ${people} in ${place}; they received ${arm} or ${control} by random allocation${veiled}`,
    `${people} (planned: ${printed(Math.ceil((total * 1.02) / 10) * 10)}) were recruited in ${place} and randomised to ${arm} or ${control}${veiled}`,
    `recruitment took place in ${place}. Randomisation, in blocks, gave ${people} ${arm} or ${control}${veiled}`,
    `${people} were drawn by lot to ${arm} or ${control} in ${place}${veiled}`,
    `${arm} and ${control} were compared, in ${place}, among ${people} allocated by a computer${veiled}`,
  ]);
}

export function primaryOutcome(facts: Facts, d: Dice): string {
  const outcome = fact(facts, 'outcome');
  const margin = factIfGiven(facts, 'margin');
  const sentence = d.pick([
    `the primary outcome was ${outcome}`,
    `we chose ${outcome} as the primary outcome`,
    `primary outcome: ${outcome}`,
    `the main measure was ${outcome}`,
    `${outcome} was the primary outcome`,
    `analysis was by intention to treat, with ${outcome} as primary outcome`,
    `the primary end point was ${outcome}`,
  ]);
  if (margin === undefined) return sentence;
  return `${sentence}, ${d.pick([`with a non-inferiority margin of ${margin} percentage points`, `and up to ${margin} points more was accepted as not inferior`, `judged against a margin of ${margin} points`])}`;
}

export function enrolment(
  d: Dice,
  sizes: readonly [number, number],
  analysed: readonly [number, number],
  [arm, control]: readonly [string, string],
  facts: Facts,
): string {
  const [first, second] = sizes.map((size) => printed(size));
  const total = printed(sizes[0] + sizes[1]);
  const age = factIfGiven(facts, 'age');
  const aged = age === undefined ? '' : ` (median age ${age} years)`;
  const people = d.pick(['participants', 'patients', 'people']);
  const sentence = d.pick([
    `of ${total} ${people}${aged}, ${first} were assigned to ${arm} and ${second} to ${control}`,
    `altogether ${total} ${people}${aged} took part, ${first} with ${arm} and ${second} with ${control}`,
    `we enrolled ${total} ${people}${aged}: ${first} received ${arm}, ${second} ${control}`,
    `the groups comprised ${first} (${arm}) and ${second} (${control}) ${people}, ${total} in all`,
    `between the first and the last month ${total} ${people}${aged} entered, ${first} allocated ${arm} and ${second} ${control}`,
    `in all, ${first} ${people} had ${arm} and ${second} had ${control}`,
    `${arm} ${was(arm)} allotted to ${first} and ${control} to ${second} of the ${total} ${people}`,
  ]);
  const [x, y] = analysed.map((size) => printed(size));
  if (analysed[0] === sizes[0] && analysed[1] === sizes[1]) return sentence;
  return `${sentence}; ${d.pick([`outcome data were complete for ${x} and ${y}`, `${x} and ${y} could be analysed`, `follow-up reached ${x} and ${y} of them`, `${x} and ${y} had the outcome assessed`])}`;
}
