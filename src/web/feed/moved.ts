/** What a press changed in Today, from one answer to the next: for the word that says it, also to those who do not see it. Pure. */
import type { FeedPlace, TodayAnswer } from '#api/index.ts';
import { shortened } from '../parts/words.ts';
import { capitalised, counted } from './today-words.ts';

type Whole = Extract<TodayAnswer, { kind: 'today' }>;

export function idOf(place: FeedPlace): string {
  return 'gone' in place ? place.gone.id : place.paper.id;
}

/** Papers that stand higher than before, seen among those that are on both. */
function risen(before: readonly string[], after: readonly string[]): readonly string[] {
  const both = new Set(before.filter((id) => after.includes(id)));
  const from = before.filter((id) => both.has(id));
  return after.filter((id) => both.has(id)).filter((id, at) => from.indexOf(id) > at);
}

/** @returns undefined where nothing worth a word changed. */
export function changeInWords(before: Whole, after: Whole): string | undefined {
  if (before.day !== after.day) return undefined;
  const up = risen(before.places.map(idOf), after.places.map(idOf)).length;
  if (up > 0) return `${capitalised(counted(up))} ${up === 1 ? 'paper' : 'papers'} moved up.`;
  const { stirred } = after;
  const isSame = stirred?.up === before.stirred?.up && stirred?.because.id === before.stirred?.because.id;
  return stirred === undefined || stirred.up === 0 || isSame ? undefined : stirredInWords(stirred);
}

/** What the newest like did behind Today. */
export function stirredInWords({ because, up }: NonNullable<Whole['stirred']>): string {
  return `Behind Today, ${counted(up)} ${up === 1 ? 'paper' : 'papers'} moved up because you liked “${shortened(because.title, 80)}”.`;
}
