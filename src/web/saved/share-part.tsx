/** With whom a collection is shared, what they may do, and somebody more, found by name. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useRef, useState } from 'react';
import type { CollectionAnswer } from '#api/index.ts';
import { call } from '../parts/api.ts';
import { Failure } from '../parts/failure.tsx';
import { collectionQuery, collectionsQuery } from '../parts/queries.ts';
import { useTell, useTellFailure } from '../parts/toasts.tsx';

type Right = 'add' | 'read';

export function SharePart({ answer: { collection, members } }: { answer: CollectionAnswer }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that was pressed goes away with the person.
  const share = useShare(collection.id, ({ right }) => right === null && heading.current?.focus());
  return (
    <section className="sect" aria-labelledby="shared-with">
      <h2 className="arrival" id="shared-with" ref={heading} tabIndex={-1}>
        Shared with
      </h2>
      {members.length === 0 ? (
        <p className="hint">Nobody yet. Only you see this collection.</p>
      ) : (
        <ul className="members">
          {members.map(({ id, name, right }) => (
            <li key={id}>
              <bdi>{name}</bdi>
              <label className="right-of">
                <span className="sr">What {name} may do</span>
                <select
                  value={right}
                  onChange={({ target }) => share({ id, name, right: target.value as Right, before: right })}
                >
                  <option value="read">may read</option>
                  <option value="add">may add papers</option>
                </select>
              </label>
              <button
                type="button"
                className="btn-link"
                onClick={() => share({ id, name, right: null, before: right })}
              >
                End sharing<span className="sr"> with {name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <ShareMore
        known={members.map(({ id }) => id)}
        onShare={(id, name) => share({ id, name, right: 'read', before: null })}
      />
    </section>
  );
}

function ShareMore({ known, onShare }: { known: readonly string[]; onShare: (id: string, name: string) => void }) {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const wanted = useDeferredValue(typed.trim());
  const { data, error, refetch } = useQuery({
    queryKey: ['colleagues', wanted],
    queryFn: ({ signal }) => call('colleagues', { q: wanted }, signal),
    enabled: wanted !== '',
  });
  const people = wanted === '' ? undefined : data?.people.filter(({ id }) => !known.includes(id));
  return (
    <div className="field narrow">
      <label htmlFor="colleague">Share with a colleague</label>
      <input
        ref={field}
        id="colleague"
        type="search"
        dir="auto"
        autoComplete="off"
        maxLength={100}
        value={typed}
        aria-describedby="colleague-hint"
        onChange={({ target }) => setTyped(target.value)}
      />
      <span className="hint" id="colleague-hint">
        Type part of a name. They may read it; more, where you say so afterwards.
      </span>
      {error && <Failure error={error} kept="Nothing was shared." onRetry={() => void refetch()} />}
      <div role="status">{people?.length === 0 && <p className="hint">Nobody else here has a name like that.</p>}</div>
      {people && people.length > 0 && (
        <ul className="panel-list" aria-label="Colleagues">
          {people.map(({ id, name }) => (
            <li key={id}>
              <button
                type="button"
                onClick={() => {
                  setTyped('');
                  field.current?.focus();
                  onShare(id, name);
                }}
              >
                Share with <bdi>{name}</bdi>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface Sharing {
  readonly id: string;
  readonly name: string;
  /** Null ends it. */
  readonly right: Right | null;
  readonly before: Right | null;
}

const SAID: Readonly<Record<Right | 'ended', (name: string) => string>> = {
  read: (name) => `${name} may read it`,
  add: (name) => `${name} may add papers`,
  ended: (name) => `No longer shared with ${name}`,
};

/** @param onShared is told what was pressed here; taking it back is pressed elsewhere. */
function useShare(collection: string, onShared: (sharing: Sharing) => void): (sharing: Sharing) => void {
  const queries = useQueryClient();
  const tell = useTell();
  const onError = useTellFailure();
  const { mutate } = useMutation({
    mutationFn: ({ id, right }: Sharing) => call('share', { id: collection, with: id, right }),
    onSuccess: async (answer, sharing) => {
      queries.setQueryData(collectionQuery(collection).queryKey, answer);
      const { name, right, before } = sharing;
      tell({
        words: SAID[right ?? 'ended'](name),
        press: () => mutate({ ...sharing, right: before, before: right }),
      });
      await queries.invalidateQueries({ queryKey: collectionsQuery().queryKey, refetchType: 'none' });
    },
    onError,
  });
  return (sharing) => mutate(sharing, { onSuccess: () => onShared(sharing) });
}
