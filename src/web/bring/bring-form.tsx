/** The one form: which papers of PubMed are wanted. How many there are is asked for while the person still thinks. */
import { useQuery } from '@tanstack/react-query';
import { useReducer, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { Counted } from './counted.tsx';
import { HowMany, KeepCurrent, Kinds, Since, Words } from './fields.tsx';
import { countQuery } from './queries.ts';
import { useSettled } from '../parts/settled.ts';
import { Trouble } from './trouble.tsx';
import { useBring } from './use-jobs.ts';
import { EMPTY_WISH, missing, pressed, questionOf, sent } from './wish.ts';
import type { Missing, Wish } from './wish.ts';

const PAUSE_MS = 600;

/** @param isWish whether somebody else has to let it go on. */
export function BringForm({ isWish }: { isWish: boolean }) {
  const [wish, alter] = useReducer((before: Wish, part: Partial<Wish>) => ({ ...before, ...part }), EMPTY_WISH);
  const [wrong, setWrong] = useState<Missing>();
  const form = useRef<HTMLFormElement>(null);
  const { count, counting, settle } = useCount(wish);
  const bring = useBring();

  const change = (part: Partial<Wish>) => {
    setWrong(undefined);
    alter(part);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const now = missing(wish, count?.total);
    setWrong(now);
    if (now !== undefined) return form.current?.querySelector<HTMLElement>(`#${now.field}`)?.focus();
    bring.mutate(isWish ? { ...sent(wish, count?.total), keepCurrent: false } : sent(wish, count?.total));
  };
  const part = { wish, missing: wrong, change };
  const isList = wish.kind === 'ids';
  return (
    <form ref={form} className="form" aria-label="Bring papers from PubMed" noValidate onSubmit={onSubmit}>
      <Kinds {...part} />
      <div className="field">
        <Words {...part} onEnter={settle} />
        {!isList && <Counted count={count} {...counting} />}
      </div>
      {!isList && <Since {...part} />}
      {!isList && <HowMany {...part} total={count?.total} />}
      {!isList && !isWish && <KeepCurrent {...part} />}
      <p className="btns">
        <button className="btn btn-main" type="submit" aria-disabled={bring.isPending || undefined}>
          {isWish ? pressed(wish, count?.total).replace('Bring', 'Ask for') : pressed(wish, count?.total)}
        </button>
      </p>
      {bring.error && (
        <Trouble
          error={bring.error}
          kept="What you wrote is kept above."
          onRetry={() => bring.mutate(bring.variables)}
        />
      )}
    </form>
  );
}

/** The count of the words as they stand; nothing while they are still being written. */
function useCount(wish: Wish) {
  const question = questionOf(wish);
  const key = JSON.stringify(question ?? null);
  const [settled, settle] = useSettled(question, key, PAUSE_MS);
  const isSettled = JSON.stringify(settled ?? null) === key;
  const { data, error, isFetching, refetch } = useQuery(countQuery(settled));
  const isHere = isSettled && question !== undefined;
  return {
    count: isHere ? data : undefined,
    counting: {
      isCounting: question !== undefined && (!isSettled || isFetching),
      error: isHere ? error : null,
      onRetry: () => void refetch(),
    },
    settle,
  };
}
