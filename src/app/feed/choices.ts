/** What a reader can choose to keep up with: topics and journals of the window and specialties, each with how many papers it has. */
import { likeness } from '#ranking/index.ts';
import type { Interest } from '#reading/index.ts';
import type { Collection } from './collection.ts';
import { nameOfTopic, topicKey } from './facts.ts';
import type { PaperFacts } from './facts.ts';
import { showable } from './filters.ts';
import { SPECIALTY_KEYS, specialtyName } from './specialties.ts';

export interface Choice extends Interest {
  readonly name: string;
  readonly count: number;
}

export interface Offered {
  readonly types: readonly { readonly value: string; readonly count: number }[];
  readonly journals: readonly { readonly value: string; readonly count: number }[];
  readonly languages: readonly { readonly value: string; readonly count: number }[];
}

const SHOWN = 12;
const OFFERED = 100;
const MONTH_MS = 30 * 86_400_000;
/** Below that many papers of the last thirty days the whole window is counted, so that an old library has numbers too. */
const FEW = 20;
/** Papers among which examples are sought. */
const EXAMPLES_FROM = 200;

/** Counts of one state of the window; made when somebody first asks. */
export class Choices {
  readonly #collection: Collection;
  readonly #all: readonly Choice[];
  /** What the counts are of. */
  readonly counted: 'month' | 'window';

  constructor(collection: Collection, now: number) {
    const since = new Date(now - MONTH_MS).toISOString().slice(0, 10);
    const fresh = collection.facts.filter(({ entered }) => entered >= since);
    this.#collection = collection;
    this.counted = fresh.length < FEW ? 'window' : 'month';
    this.#all = choicesIn(collection.facts, this.counted === 'month' ? fresh : collection.facts);
  }

  /** Those whose name has words beginning so, the most frequent first; without words some of each kind. */
  find(words: string): Choice[] {
    const sought = topicKey(words)
      .split(' ')
      .filter((word) => word !== '');
    if (sought.length === 0) {
      const of = (kind: Interest['kind'], most: number): Choice[] =>
        this.#all.filter((each) => each.kind === kind).slice(0, most);
      return [...of('topic', 7), ...of('specialty', 3), ...of('journal', 2)];
    }
    const begins = (name: string): boolean => {
      const own = topicKey(name).split(' ');
      return sought.every((word) => own.some((each) => each.startsWith(word)));
    };
    return this.#all.filter(({ name }) => begins(name)).slice(0, SHOWN);
  }

  /** Interests with their names and counts, in the order given. */
  named(interests: readonly Interest[]): Choice[] {
    return interests.map(({ kind, value }) => {
      const same = kind === 'topic' ? topicKey(value) : value;
      const known = this.#all.find(
        (each) => each.kind === kind && (kind === 'topic' ? topicKey(each.value) : each.value) === same,
      );
      return {
        kind,
        value,
        name: known?.name ?? (kind === 'specialty' ? (specialtyName(value) ?? value) : value),
        count: known?.count ?? 0,
      };
    });
  }

  offered(): Offered {
    const { facts } = this.#collection;
    const most = (valuesOf: (paper: PaperFacts) => readonly string[]): { value: string; count: number }[] =>
      [...countsOf(facts, valuesOf)]
        .map(([value, count]) => ({ value, count }))
        .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
        .slice(0, OFFERED);
    return {
      types: most(({ types }) => types),
      journals: most(({ journal }) => (journal === undefined ? [] : [journal])),
      languages: most(({ languages }) => languages),
    };
  }

  /** Rows of recent papers, each as unlike the ones before as can be. */
  examples(count: number): number[] {
    const { facts, window } = this.#collection;
    const isShowable = showable(this.#collection);
    const pool: number[] = [];
    for (let row = 0; row < facts.length && pool.length < EXAMPLES_FROM; row += 1) {
      const paper = facts[row] as PaperFacts;
      if (paper.hasAbstract && isShowable(paper)) pool.push(row);
    }
    const nearest = new Float64Array(pool.length);
    const chosen: number[] = [];
    while (chosen.length < count && chosen.length < pool.length) {
      let best = -1;
      for (let at = 0; at < pool.length; at += 1)
        if (nearest[at] !== Infinity && (best < 0 || (nearest[at] as number) < (nearest[best] as number))) best = at;
      const row = pool[best] as number;
      chosen.push(row);
      nearest[best] = Infinity;
      for (let at = 0; at < pool.length; at += 1)
        if (nearest[at] !== Infinity)
          nearest[at] = Math.max(nearest[at] as number, likeness(window, row, pool[at] as number));
    }
    return chosen;
  }
}

function choicesIn(all: readonly PaperFacts[], counted: readonly PaperFacts[]): Choice[] {
  const listed = (
    kind: Interest['kind'],
    valuesOf: (paper: PaperFacts) => readonly string[],
    nameOf: (value: string) => string | undefined,
  ): Choice[] => {
    const counts = countsOf(counted, valuesOf);
    const values = kind === 'specialty' ? SPECIALTY_KEYS : [...countsOf(all, valuesOf).keys()];
    return values.map((value) => ({
      kind,
      value: kind === 'topic' ? (nameOf(value) ?? value) : value,
      name: nameOf(value) ?? value,
      count: counts.get(value) ?? 0,
    }));
  };
  return [
    ...listed('topic', ({ topics }) => topics, nameOfTopic),
    ...listed('specialty', ({ specialties }) => specialties, specialtyName),
    ...listed(
      'journal',
      ({ journal }) => (journal === undefined ? [] : [journal]),
      (name) => name,
    ),
  ].sort((one, other) => other.count - one.count || (one.name < other.name ? -1 : 1));
}

function countsOf(
  facts: readonly PaperFacts[],
  valuesOf: (paper: PaperFacts) => readonly string[],
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const paper of facts) for (const value of valuesOf(paper)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
