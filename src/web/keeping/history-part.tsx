/** What is kept of one's reading: what was opened, where one wants that, and what was taken out as a file; and erasing either. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { HistoryAnswer } from '#api/index.ts';
import { moment } from '../bring/moment.ts';
import { call } from '../parts/api.ts';
import { CALLS } from '../parts/calls.ts';
import { Failure } from '../parts/failure.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { papers } from '../parts/words.ts';
import { Refused } from './kept-page.tsx';
import { historyQuery } from './queries.ts';

/** So many of each list the server shows; the file holds all of them. */
const SHOWN = 200;

type What = 'opened' | 'exported';

export function HistoryPart() {
  const { data, error, refetch } = useQuery(historyQuery());
  return (
    <section className="sect loose" aria-labelledby="kept">
      <h2 id="kept">What is kept of your reading</h2>
      <p>
        What you like, save and note is kept until you take it back; that you did it, and when, is kept as long as your
        account. What you search is not kept. What you open is kept only if you want it.
      </p>
      <p>
        <a href={CALLS.takeOut.path} download>
          Everything kept of you, as a file
        </a>
      </p>
      {error && <Failure error={error} kept="Nothing was changed." onRetry={() => void refetch()} />}
      {data && <Held history={data} />}
    </section>
  );
}

function Held({ history }: { history: HistoryAnswer }) {
  const queries = useQueryClient();
  const [now] = useState(() => new Date());
  const [asked, setAsked] = useState<What>();
  const onSuccess = (answer: HistoryAnswer) => queries.setQueryData(historyQuery().queryKey, answer);
  const keep = useMutation({ mutationFn: (on: boolean) => call('keepOpened', { on }), onSuccess });
  const erase = useMutation({ mutationFn: (what: What) => call('eraseHistory', { what }), onSuccess });
  const { opened, exported } = history;
  const isOn = keep.isPending ? keep.variables : history.keepsOpened;
  return (
    <>
      <label className="switch">
        <input type="checkbox" checked={isOn} onChange={({ target }) => keep.mutate(target.checked)} />
        <span>
          Keep which papers I open<b aria-hidden="true">: {isOn ? 'on' : 'off'}</b>
          <span className="hint">Shown to you alone, so that you find again what you read.</span>
        </span>
      </label>
      <Refused error={keep.isPending || erase.isPending ? null : (keep.error ?? erase.error)} />
      <Listed
        title="Papers you opened"
        count={opened.length}
        none={isOn ? 'None yet.' : 'None are kept.'}
        onErase={() => setAsked('opened')}
      >
        {opened.map(({ id, title, at }) => (
          <li key={`${id} ${at}`}>
            <Link to="/paper/$" params={{ _splat: id }} dir="auto">
              {title ?? id}
            </Link>
            <span className="hint">{moment(at, now)}</span>
          </li>
        ))}
      </Listed>
      <Listed title="Papers you took out" count={exported.length} none="None yet." onErase={() => setAsked('exported')}>
        {exported.map(({ at, format, papers: count, from }) => (
          <li key={`${at} ${format}`}>
            {papers(count)} as {format}, {FROM[from]}
            <span className="hint">{moment(at, now)}</span>
          </li>
        ))}
      </Listed>
      {asked && (
        <Sheet
          title={`Erase what you ${asked === 'opened' ? 'opened' : 'took out'}?`}
          onClose={() => setAsked(undefined)}
        >
          <p>
            The list is gone for good. Your likes, saved papers and notes stay
            {asked === 'exported' ? ', and so do the files you took out' : ''}.
          </p>
          <div className="btns">
            <button
              className="btn btn-stop"
              type="button"
              onClick={() => {
                setAsked(undefined);
                erase.mutate(asked);
              }}
            >
              Erase it
            </button>
            <button className="btn" type="button" onClick={() => setAsked(undefined)}>
              Keep it
            </button>
          </div>
        </Sheet>
      )}
    </>
  );
}

const FROM: Readonly<Record<HistoryAnswer['exported'][number]['from'], string>> = {
  paper: 'from a paper',
  selection: 'chosen in a list',
  saved: 'from what you saved',
  search: 'from a search',
  collection: 'from a collection',
};

interface List {
  readonly title: string;
  readonly count: number;
  readonly none: string;
  readonly onErase: () => void;
  readonly children: ReactNode;
}

function Listed({ title, count, none, onErase, children }: List) {
  if (count === 0)
    return (
      <p>
        <b>{title}:</b> {none}
      </p>
    );
  return (
    <details>
      <summary>
        {title}: {count < SHOWN ? count : `the newest ${SHOWN}`}
      </summary>
      <ul className="mini">{children}</ul>
      {count >= SHOWN && <p className="hint">All of them are in the file of everything kept of you.</p>}
      <p className="btns">
        <button className="btn" type="button" aria-haspopup="dialog" onClick={onErase}>
          Erase this list
        </button>
      </p>
    </details>
  );
}
