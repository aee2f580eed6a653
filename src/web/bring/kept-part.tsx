/** What is looked for every day: when next, how the last time went, and the way to end it. */
import { useEffect, useRef, useState } from 'react';
import type { KeptView } from '#api/index.ts';
import { Icon } from '../parts/icon.tsx';
import { Press } from '../parts/press.tsx';
import { papers, shortened } from '../parts/words.ts';
import { moment } from './moment.ts';
import { Trouble } from './trouble.tsx';
import { useEndKept } from './use-jobs.ts';

export function KeptPart({ kept }: { kept: readonly KeptView[] | undefined }) {
  const heading = useRef<HTMLHeadingElement>(null);
  if (kept === undefined) return null;
  return (
    <section className="sect loose" aria-labelledby="kept">
      <h2 id="kept" ref={heading} className="arrival" tabIndex={-1}>
        Kept current
      </h2>
      {kept.length === 0 ? (
        <p className="quiet">
          Nothing yet. Check “Keep this current” above, and Attune looks every day for what is new.
        </p>
      ) : (
        <ul className="rows">
          {kept.map((each) => (
            <li key={each.id}>
              <Kept kept={each} onEnded={() => heading.current?.focus()} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Kept({ kept, onEnded }: { kept: KeptView; onEnded: () => void }) {
  const [now] = useState(() => new Date());
  const [isAsked, setIsAsked] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  const end = useEndKept(kept.id);
  const hadAsked = useRef(false);
  useEffect(() => {
    // From one set of buttons to the other the focus stays on the one that changes nothing.
    if (isAsked || hadAsked.current) first.current?.focus();
    hadAsked.current = isAsked;
  }, [isAsked]);
  return (
    <div className="kept">
      <h3>{shortened(kept.title, 120)}</h3>
      <p className="meta">
        <span>looks next {moment(kept.nextAt, now)}</span>
        {kept.lastAt !== undefined && kept.lastError === undefined && (
          <span>
            {moment(kept.lastAt, now)}: {kept.lastAdded ? `${papers(kept.lastAdded)} new` : 'nothing new'}
          </span>
        )}
      </p>
      {kept.lastError !== undefined && (
        <p className="tell wrap is-concern">
          <Icon name="concern" small />
          <span>
            {kept.lastAt === undefined ? 'The last time' : `It failed ${moment(kept.lastAt, now)}`}: {kept.lastError}
          </span>
        </p>
      )}
      {isAsked && <p>Attune will no longer look for this. The papers that came in stay.</p>}
      <p className="btns">
        {isAsked ? (
          <>
            <button ref={first} className="btn" type="button" onClick={() => setIsAsked(false)}>
              Go on looking
            </button>
            <Press isHeard={end.isPending} onPress={() => end.mutate(undefined, { onSuccess: onEnded })}>
              Stop looking
            </Press>
          </>
        ) : (
          <button ref={first} className="btn" type="button" onClick={() => setIsAsked(true)}>
            Stop looking
            <span className="sr">: {kept.title}</span>
          </button>
        )}
      </p>
      {end.error && <Trouble error={end.error} kept="It is still kept current." onRetry={() => end.mutate()} />}
    </div>
  );
}
