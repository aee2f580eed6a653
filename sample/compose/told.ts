/**
 * Composes papers that are told more than calculated: interviews, cases, surveys, guidelines, narrative reviews, letters.
 * `[7 of 12]` in a fact is printed with its percentage, `[total]` is the sum of the people in `parts`.
 */
import { counted, sentences } from './draft.ts';
import type { Draft } from './draft.ts';
import { fact, factIfGiven, factsNamed, partsOf } from './facts.ts';
import type { Facts } from './facts.ts';
import { listed, printed } from './numbers.ts';
import type { Dice } from './random.ts';

const TYPES: Readonly<Record<string, readonly string[]>> = {
  qualitative: ['Journal Article'],
  cases: ['Journal Article', 'Case Reports'],
  survey: ['Journal Article', 'Observational Study'],
  guideline: ['Journal Article', 'Practice Guideline'],
  narrative: ['Journal Article', 'Review'],
  editorial: ['Editorial'],
  letter: ['Letter'],
};

export function composeTold(facts: Facts, d: Dice): Draft {
  const total = partsOf(facts, 'parts').reduce(
    (sum, part) => sum + Number(/^[\d,]+/.exec(part)?.[0].replaceAll(',', '') ?? 0),
    0,
  );
  const say = (text: string | undefined): string | undefined => text && filled(text, total);
  const all = {
    background: sentences([say(factIfGiven(facts, 'why'))]),
    aim: sentences([say(factIfGiven(facts, 'aim'))]),
    methods: sentences([say(factIfGiven(facts, 'how')), taking(facts, d, total), say(factIfGiven(facts, 'what'))]),
    results: sentences([...factsNamed(facts, 'found').map(say), say(factIfGiven(facts, 'noted'))]),
    conclusions: sentences([say(factIfGiven(facts, 'meaning'))]),
    limits: sentences([say(factIfGiven(facts, 'limit'))]),
    closing: sentences([say(factIfGiven(facts, 'so'))]),
  };
  const moves = Object.fromEntries(Object.entries(all).filter(([, text]) => text !== ''));
  const running =
    facts.design === 'narrative' || facts.design === 'letter' || factIfGiven(facts, 'running') !== undefined;
  return {
    title: fact(facts, 'title'),
    types: [...(TYPES[facts.design] ?? ['Journal Article']), ...partsOf(facts, 'types')],
    moves,
    ...(running ? { unlabelled: true } : {}),
  };
}

function filled(text: string, total: number): string {
  return text
    .replaceAll('[total]', printed(total))
    .replace(/\[(\d+) of (\d+)\]/g, (_, part: string, whole: string) =>
      counted({ events: Number(part), of: Number(whole) }),
    );
}

function taking(facts: Facts, d: Dice, total: number): string | undefined {
  const parts = partsOf(facts, 'parts');
  if (parts.length === 0 || factsNamed(facts, 'how').some((how) => how.includes('[total]'))) return undefined;
  const people = listed(parts);
  if (parts.length === 1) return d.pick([`we interviewed ${people}`, `participants were ${people}`]);
  return d.pick([
    `in all, ${people} took part (${printed(total)} people)`,
    `we spoke with ${people} (${printed(total)} people)`,
    `participants were ${people}, together ${printed(total)}`,
    `the ${printed(total)} interviewed were ${people}`,
  ]);
}
