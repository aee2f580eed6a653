/** What is known of a reader, gathered for the ranking: opinions, interests, what they said of terms, what they dealt with. */
import type { RecordId } from '#model/index.ts';
import type { AccountId } from '#people/index.ts';
import type { Interest, Judged, ReaderProfile, Reading } from '#reading/index.ts';
import { LESSES_LEARNED, LIKES_LEARNED } from './view.ts';
import type { ReaderView } from './view.ts';

export interface Known {
  readonly profile: ReaderProfile;
  readonly judged: Judged;
  readonly revision: number;
  /** Whether there is anything to rank by. */
  readonly isKnown: boolean;
}

export async function knownOf(reading: Reading, account: AccountId): Promise<Known> {
  // Asked before the rest: what changes in between gets another number, and is looked at again.
  const revision = await reading.profile.revision(account);
  const [profile, judged] = await Promise.all([
    reading.profile.of(account),
    reading.profile.judged(account, { likes: LIKES_LEARNED, lesses: LESSES_LEARNED }),
  ]);
  const isKnown = judged.likes + judged.lesses + profile.interests.length + profile.stances.length > 0;
  return { profile, judged, revision, isKnown };
}

/** @param day on which it is ranked: opinions have faded up to its beginning. */
export async function viewOf(
  reading: Reading,
  account: AccountId,
  day: string,
  { profile, judged, revision }: Known,
): Promise<ReaderView> {
  const [dealtWith, shownTwice] = await Promise.all([
    reading.marks.dealtWith(account),
    reading.todays.shownTwice(account),
  ]);
  const given = (papers: Judged['liked']): { paper: RecordId; at: number }[] =>
    papers.map(({ paper, at }) => ({ paper, at: Date.parse(at) }));
  return {
    account,
    revision,
    asOf: Date.parse(day),
    liked: given(judged.liked),
    // A poor study, or one that was known already, says nothing against its subject.
    disliked: given(judged.disliked.filter(({ why }) => why === undefined || why === 'not-my-field')),
    interests: profile.interests,
    stances: profile.stances.map(({ term, stance }) => ({ stems: term.split(' '), stance })),
    leftOut: profile.leftOut,
    away: [...new Set([...dealtWith, ...shownTwice.keys()])],
    seed: seedOf(`${account} ${day}`),
  };
}

/** As if these interests were chosen, with nothing kept under the reader's own name. */
export function supposing(view: ReaderView, interests: readonly Interest[]): ReaderView {
  return { ...view, account: `${view.account} supposing ${JSON.stringify(interests)}`, interests };
}

/** FNV-1a, 32 bits: the same day gives the same reader the same dice. */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
