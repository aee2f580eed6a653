/** Nobody sees what was meant for somebody else: a closed house leads to its door, and so does a session that ended elsewhere. */
import { useQueryClient } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { HouseState } from '#api/index.ts';
import { doorOf } from '../parts/way-in.ts';
import { isBeforeDoor, isClosed } from './doors.ts';
import { forgetAnswers, forgetScreen } from './start-anew.ts';

/** What is for everybody, also in a closed house. */
const FOR_ALL: ReadonlySet<string> = new Set(['/why', '/why/papers']);

/**
 * @param isLeaving while somebody signs out here, what follows is taken care of already.
 * @returns whether the page may not be shown to whoever is here.
 */
export function useWhoeverIsHere(house: HouseState | undefined, isLeaving: boolean): boolean {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { pathname, href } = useLocation();
  const before = useRef<HouseState>(undefined);
  const isShut = house !== undefined && isClosed(house) && !isBeforeDoor(pathname) && !FOR_ALL.has(pathname);
  useEffect(() => {
    if (house === undefined) return;
    // In the other house one is somebody else, or nobody: that ends nothing.
    const was = before.current?.kind === house.kind ? before.current.you : undefined;
    before.current = house;
    if (isLeaving || isBeforeDoor(pathname)) return;
    const isOver = was !== undefined && house.you?.id !== was.id;
    if (isOver && house.you !== undefined) return forgetScreen(queries);
    if (!isOver && !isShut) return;
    const state = isOver ? { ended: was.device } : {};
    const lead = async () => {
      await navigate({ to: doorOf(house), search: { to: href }, replace: true, state });
      if (isOver) forgetAnswers(queries);
    };
    void lead();
  }, [house, href, isLeaving, isShut, navigate, pathname, queries]);
  return isShut;
}
