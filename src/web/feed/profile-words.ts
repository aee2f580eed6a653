/** On how much the beliefs of the feed rest, in words. Pure. */
import type { FeedProfile } from '#api/index.ts';
import { dayInWords, number } from '../parts/words.ts';

export function profileInWords({ likes, lesses, startedOverAt }: FeedProfile): string {
  const since = startedOverAt === undefined ? '' : ` since you started over on ${dayInWords(startedOverAt)}`;
  if (likes + lesses === 0) return `You have not pressed Like or Less yet${since}.`;
  const counts = [
    likes > 0 && `${number(likes)} ${likes === 1 ? 'paper' : 'papers'} you liked`,
    lesses > 0 && `${number(lesses)} you wanted less of`,
  ].filter((words) => words !== false);
  return `It rests on ${counts.join(' and ')}${since}.`;
}

/** In tenths of the strongest, signed with words: a bar needs a word beside it. */
export function weightInWords(weight: number): string {
  const tenths = Math.round(Math.abs(weight) * 10);
  if (tenths === 0) return 'counts for nothing';
  return `${weight < 0 ? 'against, ' : ''}${tenths} of 10`;
}
