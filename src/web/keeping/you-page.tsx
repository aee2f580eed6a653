/** Who you are here, where you are signed in, and what is kept of you. */
import { useQuery } from '@tanstack/react-query';
import type { You } from '#api/index.ts';
import { houseQuery } from '../parts/queries.ts';
import { LeaveButton } from '../shell/leave-button.tsx';
import { HistoryPart } from './history-part.tsx';
import { KeptPage } from './kept-page.tsx';
import { PasswordPart } from './password-part.tsx';
import { sessionsQuery } from './queries.ts';
import { DEVICES, rolesInWords } from './role-words.ts';
import { SessionsPart } from './sessions-part.tsx';

export function YouPage() {
  const { data: house } = useQuery(houseQuery());
  const { data, error, refetch } = useQuery(sessionsQuery());
  const you = house?.you;
  return (
    <KeptPage
      title="You"
      says={<p>Your account, where it is open, and what is kept of you.</p>}
      error={error}
      onRetry={() => void refetch()}
    >
      {you && (
        <div className="stack">
          <Facts you={you} />
          {data && <SessionsPart sessions={data.sessions} />}
          <HistoryPart />
          {house.door !== 'walk-in' && <PasswordPart email={you.email} />}
        </div>
      )}
    </KeptPage>
  );
}

function Facts({ you }: { you: You }) {
  return (
    <section className="sect loose" aria-labelledby="who-you-are">
      <h2 id="who-you-are">Who you are here</h2>
      <dl className="facts">
        <div>
          <dt>Name</dt>
          <dd dir="auto">{you.name}</dd>
        </div>
        <div>
          <dt>E-mail</dt>
          <dd className="address-of">{you.email}</dd>
        </div>
        <div>
          <dt>Roles</dt>
          <dd>{rolesInWords(you.roles)}</dd>
        </div>
        <div>
          <dt>This device</dt>
          <dd>{DEVICES[you.device]}</dd>
        </div>
      </dl>
      <p className="hint">An administrator changes your name, your e-mail address and your roles.</p>
      <p className="btns">
        <LeaveButton look="btn" />
      </p>
    </section>
  );
}
