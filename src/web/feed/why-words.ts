/** Why a paper stands where it stands, in words: at most a line, what moved it first. Pure. */
import type { FeedRow, Reason } from '#api/index.ts';

/** A part of the line: words of the house, or a paper by its title, which leads there. */
export type WhyPart = { readonly words: string } | { readonly paper: { readonly id: string; readonly title: string } };

/** What the line says of a paper drawn by chance. */
const BY_CHANCE = 'outside your usual reading, on purpose: one place in twelve';
/** Nothing that can be named spoke for it: a sum of small things did. */
const NOTHING_NAMED = 'many small things together, none that stands out';

/** @returns the line in parts that follow each other without anything between. */
export function whyParts({ why, isExploration, moved }: Pick<FeedRow, 'why' | 'isExploration' | 'moved'>): WhyPart[] {
  const reasons = isExploration ? [[{ words: BY_CHANCE }]] : reasonsOf(why);
  const clauses = [...(moved ? [movedUp(moved)] : []), ...reasons];
  return (clauses.length === 0 ? [[{ words: NOTHING_NAMED }]] : clauses).flatMap((clause, at) =>
    at === 0 ? clause : [{ words: '; ' }, ...clause],
  );
}

function movedUp({ up, because }: NonNullable<FeedRow['moved']>): WhyPart[] {
  return [{ words: `moved up ${up} because you liked ` }, { paper: because }];
}

/** The liked papers, then what was chosen, the words, the journal. */
function reasonsOf(why: readonly Reason[]): WhyPart[][] {
  const liked: WhyPart[][] = [];
  const chosen: string[] = [];
  const terms: string[] = [];
  const journals: string[] = [];
  for (const reason of why) {
    if (reason.kind === 'liked')
      liked.push([{ words: 'you liked ' }, { paper: { id: reason.id, title: reason.title } }]);
    else if (reason.kind === 'chosen') chosen.push(reason.interest);
    else if (reason.kind === 'term') terms.push(reason.term);
    else journals.push(reason.journal);
  }
  const said = [
    chosen.length > 0 && `you chose ${chosen.join(' and ')}`,
    terms.length > 0 && terms.join(', '),
    ...journals.map((journal) => `in ${journal}, which you chose`),
  ].filter((words) => words !== false);
  return [...liked, ...said.map((words) => [{ words }])];
}
