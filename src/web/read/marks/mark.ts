/** What a press makes of a mark, and what takes it back. Pure. */
import type { Act, Mark } from '#api/index.ts';

export type Why = NonNullable<Mark['why']>;

/** One press: what is asked of the server. */
export interface Press {
  readonly act: Act;
  /** Why less, where the person said so. */
  readonly why?: Why;
}

export const UNMARKED: Mark = { isSaved: false, isRead: false, isHidden: false, hasNote: false, labels: [] };

/** The mark as it will be once the server has done this; what the page shows until the server says it itself. */
export function pressedOn(mark: Mark, { act, why }: Press): Mark {
  const { opinion, why: before, ...rest } = mark;
  switch (act) {
    case 'like':
      return { ...rest, opinion: 'like' };
    case 'less': {
      const reason = why ?? (opinion === 'less' ? before : undefined);
      return { ...rest, opinion: 'less', ...(reason && { why: reason }) };
    }
    case 'no-opinion':
      return rest;
    case 'save':
      return { ...mark, isSaved: true };
    case 'unsave':
      return { ...mark, isSaved: false };
    case 'read':
      return { ...mark, isRead: true };
    case 'unread':
      return { ...mark, isRead: false };
    case 'hide':
      return { ...mark, isHidden: true };
    case 'show':
      return { ...mark, isHidden: false };
  }
}

/** What a button or its key asks for: the act, or taking it back where it is pressed already. */
export type Toggle = 'like' | 'less' | 'save' | 'read' | 'hide';

const ON: Readonly<Record<Toggle, (mark: Mark) => boolean>> = {
  like: ({ opinion }) => opinion === 'like',
  less: ({ opinion }) => opinion === 'less',
  save: ({ isSaved }) => isSaved,
  read: ({ isRead }) => isRead,
  hide: ({ isHidden }) => isHidden,
};

const OFF: Readonly<Record<Toggle, Act>> = {
  like: 'no-opinion',
  less: 'no-opinion',
  save: 'unsave',
  read: 'unread',
  hide: 'show',
};

export function isOn(mark: Mark, toggle: Toggle): boolean {
  return ON[toggle](mark);
}

export function toggled(mark: Mark, toggle: Toggle): Act {
  return isOn(mark, toggle) ? OFF[toggle] : toggle;
}

/** The presses that bring the mark back to what it was before one; none where that one changed nothing. */
export function undoing(before: Mark, press: Press): readonly Press[] {
  const after = pressedOn(before, press);
  if (after.opinion !== before.opinion || after.why !== before.why) {
    const { opinion, why } = before;
    if (opinion === undefined) return [{ act: 'no-opinion' }];
    if (why !== undefined) return [{ act: opinion, why }];
    // Less without a reason takes no reason away.
    return after.why === undefined ? [{ act: opinion }] : [{ act: 'no-opinion' }, { act: opinion }];
  }
  if (after.isSaved !== before.isSaved) return [{ act: before.isSaved ? 'save' : 'unsave' }];
  if (after.isRead !== before.isRead) return [{ act: before.isRead ? 'read' : 'unread' }];
  if (after.isHidden !== before.isHidden) return [{ act: before.isHidden ? 'hide' : 'show' }];
  return [];
}

/** What happened, for the word that says so. */
export const HAPPENED: Readonly<Record<Act, string>> = {
  like: 'Liked',
  less: 'Less like this',
  'no-opinion': 'Taken back',
  save: 'Saved',
  unsave: 'No longer saved',
  read: 'Marked as read',
  unread: 'Not marked as read any more',
  hide: 'You will not be shown this again',
  show: 'Shown again',
};

export const WHY_WORDS: Readonly<Record<Why, string>> = {
  'not-my-field': 'Not my field',
  'poor-study': 'Poor study',
  'known-already': 'Known already',
};
