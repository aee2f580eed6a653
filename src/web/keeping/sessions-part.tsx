/** Where one is signed in, and ending that. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { SessionList } from '#api/index.ts';
import { moment } from '../bring/moment.ts';
import { call } from '../parts/api.ts';
import { Press } from '../parts/press.tsx';
import { useTell } from '../parts/toasts.tsx';
import { LeaveButton } from '../shell/leave-button.tsx';
import { Refused } from './kept-page.tsx';
import { sessionsQuery } from './queries.ts';
import { DEVICES } from './role-words.ts';

export function SessionsPart({ sessions }: SessionList) {
  const queries = useQueryClient();
  const tell = useTell();
  const heading = useRef<HTMLHeadingElement>(null);
  const [now] = useState(() => new Date());
  const end = useMutation({
    mutationFn: (id: string) => call('endSession', { id }),
    onSuccess: (answer) => {
      queries.setQueryData(sessionsQuery().queryKey, answer);
      tell({ words: 'Signed out there' });
      // The button that was pressed is gone with the session.
      heading.current?.focus();
    },
  });
  return (
    <section className="sect loose" aria-labelledby="where">
      <h2 className="arrival" id="where" ref={heading} tabIndex={-1}>
        Where you are signed in
      </h2>
      <ul className="given">
        {sessions.map(({ id, device, createdAt, usedAt, isThisOne }) => (
          <li key={id}>
            <span>
              {DEVICES[device]}
              {isThisOne && <b>, here and now</b>}
              <span className="hint">
                Since {moment(createdAt, now)}, last used {moment(usedAt, now)}
              </span>
            </span>
            {!isThisOne && (
              <Press isHeard={end.isPending} onPress={() => end.mutate(id)}>
                Sign out there
                <span className="sr">
                  : {DEVICES[device]}, since {moment(createdAt, now)}
                </span>
              </Press>
            )}
          </li>
        ))}
      </ul>
      <Refused error={end.isPending ? null : end.error} />
      <p className="btns">
        <LeaveButton how="everywhere" look="btn">
          Sign out everywhere
        </LeaveButton>
        <span className="hint">Here too.</span>
      </p>
    </section>
  );
}
