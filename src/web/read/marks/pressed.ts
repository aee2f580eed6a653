/** What was pressed before the way in and has happened since: said once, where the person was led back to. */
import { useLocation, useRouter } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';
import type { Act, Mark } from '#api/index.ts';
import { useTell } from '../../parts/toasts.tsx';
import { HAPPENED } from './mark.ts';

declare module '@tanstack/history' {
  interface HistoryState {
    /** How the paper stood before what was pressed. */
    stoodBefore?: Mark;
  }
}

/** @param then gets what was pressed and how the paper stood before, and says it itself; without it, it is only said. */
export function usePressed(then?: (pressed: Act | 'note', before: Mark | undefined) => void): void {
  const pressed = useLocation({ select: ({ state }) => state.pressed });
  const router = useRouter();
  const tell = useTell();
  const onPressed = useEffectEvent((act: Act | 'note') => {
    // Taken out of the history, so that neither a reload nor the way back says it again.
    const { pressed: _said, stoodBefore, ...state } = router.state.location.state;
    void router.navigate({ to: '.', search: true, hash: true, replace: true, resetScroll: false, state });
    if (then) then(act, stoodBefore);
    else if (act !== 'note') tell({ words: HAPPENED[act] });
  });
  useEffect(() => {
    if (pressed !== undefined) onPressed(pressed);
  }, [pressed]);
}
