/** One paper and what the person makes of it: how it stands, and what presses do, with the word that says so and the way back. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Act, Mark } from '#api/index.ts';
import { call } from '../../parts/api.ts';
import { houseQuery } from '../../parts/queries.ts';
import { notDone, useTell } from '../../parts/toasts.tsx';
import { useWayIn } from '../../parts/way-in.ts';
import { HAPPENED, isOn, pressedOn, toggled, undoing, UNMARKED, WHY_WORDS } from './mark.ts';
import type { Press, Toggle, Why } from './mark.ts';
import { hearOtherWindows, markKey, markQuery, showMark } from './marks-query.ts';
import { press as pressInOrder } from './presses.ts';

export interface PaperMarks {
  readonly mark: Mark;
  /** A button or its key. @returns whether it is pressed now; undefined where the person is led to the way in first. */
  readonly toggle: (what: Toggle) => boolean | undefined;
  /** Why less, said after it. */
  readonly say: (why: Why) => void;
  /** Says what was done elsewhere already, with the way back to how the paper stood before, where that is known. */
  readonly tellOf: (act: Act, before: Mark | undefined) => void;
  /** Several presses as one, told in these words. */
  readonly instead: (presses: readonly Press[], words: string) => void;
}

export function useMarks(paper: string): PaperMarks {
  const queries = useQueryClient();
  const { data: house } = useQuery(houseQuery());
  const you = house?.you?.id;
  const { data: mark = UNMARKED } = useQuery(markQuery(you, paper));
  const wayIn = useWayIn();
  const tell = useTell();
  const { mutateAsync } = useMutation({ mutationFn: (press: Press) => call('act', { paper, ...press }) });

  useEffect(() => hearOtherWindows(queries, paper), [queries, paper]);

  const run = async (presses: readonly Press[]): Promise<void> => {
    if (you === undefined) return;
    const key = markKey(you, paper);
    // An answer that was on its way before the press knows nothing of it.
    void queries.cancelQueries({ queryKey: key }, { revert: false });
    const all = presses.map((press) =>
      pressInOrder({
        paper,
        press,
        shown: queries.getQueryData(key) ?? UNMARKED,
        show: (next) => showMark(queries, you, paper, next),
        tell: async () => (await mutateAsync(press)).mark,
      }),
    );
    try {
      await Promise.all(all);
    } catch (error) {
      tell({ words: notDone(error), press: () => void run(presses), button: 'Try again' });
    }
    // The lists stay as they are while somebody looks at them, and are right on the next visit.
    await queries.invalidateQueries({ queryKey: ['saved'], refetchType: 'none' });
    // Today is the one list that shows what a press moved.
    void queries.invalidateQueries({ queryKey: ['feed'], refetchType: 'none' });
    void queries.invalidateQueries({ queryKey: ['feed', 'today'] });
  };

  const tellWith = (words: string, back: readonly Press[]): void =>
    tell({ words, ...(back.length > 0 && { press: () => void run(back) }) });

  const instead = (presses: readonly Press[], words: string): void => {
    if (you === undefined) return;
    const before = queries.getQueryData<Mark>(markKey(you, paper)) ?? UNMARKED;
    tellWith(words, backFrom(before, presses));
    void run(presses);
  };

  /** A press in the first moment, before anybody knows how the paper stands, waits for that. */
  const whenKnown = async (then: () => void): Promise<void> => {
    if (you === undefined) return;
    const key = markKey(you, paper);
    await queries.ensureQueryData(markQuery(you, paper)).catch(() => queries.setQueryData(key, UNMARKED));
    then();
  };

  const toggle = (what: Toggle): boolean | undefined => {
    if (you === undefined) {
      wayIn?.({ act: what, paper });
      return undefined;
    }
    const now = queries.getQueryData<Mark>(markKey(you, paper));
    if (now === undefined) {
      void whenKnown(() => toggle(what));
      return undefined;
    }
    const act = toggled(now, what);
    instead([{ act }], HAPPENED[act]);
    return !isOn(now, what);
  };
  const say = (why: Why): void => instead([{ act: 'less', why }], `Less like this: ${WHY_WORDS[why].toLowerCase()}`);
  const tellOf: PaperMarks['tellOf'] = (act, before) =>
    tellWith(HAPPENED[act], before === undefined ? [] : undoing(before, { act }));
  return { mark, toggle, say, instead, tellOf };
}

/** What brings the mark back, step by step from the last press to the first. */
function backFrom(before: Mark, presses: readonly Press[]): readonly Press[] {
  let mark = before;
  const back: Press[] = [];
  for (const press of presses) {
    back.unshift(...undoing(mark, press));
    mark = pressedOn(mark, press);
  }
  return back;
}
