/** The collections one may add to, and a new one by typing its name: papers go in by one press, and undo takes them out. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { call } from '../../parts/api.ts';
import { Failure } from '../../parts/failure.tsx';
import { NameForm } from '../../parts/name-form.tsx';
import { collectionsQuery, houseQuery } from '../../parts/queries.ts';
import { useTell, useTellFailure } from '../../parts/toasts.tsx';
import { useWayIn } from '../../parts/way-in.ts';
import { papers as papersInWords, shortened } from '../../parts/words.ts';

export function CollectList({ papers, onDone }: { papers: readonly string[]; onDone: () => void }) {
  const { data: house } = useQuery(houseQuery());
  const wayIn = useWayIn();
  const { data, error, refetch } = useQuery({ ...collectionsQuery(), enabled: house?.you !== undefined });
  const collect = useCollect(papers, onDone);
  const collectInto = (into: Into): void => {
    if (!collect.isPending) collect.mutate(into);
  };
  const [first = ''] = papers;
  if (wayIn !== undefined)
    return (
      <>
        <p className="panel-name">Collections are kept for you alone, or shared with colleagues.</p>
        <button type="button" className="btn" onClick={() => wayIn({ act: 'save', paper: first })}>
          Sign in, and save the paper
        </button>
      </>
    );
  if (error) return <Failure error={error} kept="Nothing was changed." onRetry={() => void refetch()} />;
  const open = data?.collections.filter(({ right }) => right !== 'read');
  return (
    <>
      {open && open.length > 0 && (
        <>
          <p className="panel-name">Add to</p>
          <ul className="panel-list">
            {open.map(({ id, name: called, papers: count }) => (
              <li key={id}>
                <button type="button" dir="auto" onClick={() => collectInto({ id, name: called })}>
                  {called} <span className="hint">{papersInWords(count)}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <NameForm
        label="A new collection"
        labelLook="panel-name"
        button="Make it"
        maxLength={200}
        onName={(name) => {
          collectInto({ name });
          return false;
        }}
      />
      {collect.error && (
        <Failure
          error={collect.error}
          kept="No paper was added."
          onRetry={() => collect.variables && collectInto(collect.variables)}
        />
      )}
    </>
  );
}

interface Into {
  /** Of one there is; without it a new one is made. */
  readonly id?: string;
  readonly name: string;
}

/** Into one there is, or into a new one of that name; where that was made and then refused the papers, a second try goes into it. */
function useCollect(papers: readonly string[], onDone: () => void) {
  const queries = useQueryClient();
  const tell = useTell();
  const refresh = () =>
    Promise.all(['collections', 'collection'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
  const takeBack = useMutation({
    mutationFn: ({ id, changed }: { id: string; changed: readonly string[] }) =>
      call('collectPapers', { id, papers: [...changed], on: false }),
    onSuccess: refresh,
    onError: useTellFailure(),
  });
  const made = useRef<{ readonly id: string; readonly name: string }>(undefined);
  const idOf = async ({ id, name }: Into): Promise<string> => {
    if (id !== undefined) return id;
    if (made.current?.name !== name) made.current = (await call('newCollection', { name })).collection;
    return made.current.id;
  };
  return useMutation({
    mutationFn: async (given: Into) => {
      const into = await idOf(given);
      const { changed } = await call('collectPapers', { id: into, papers: [...papers], on: true });
      return { id: into, changed };
    },
    onSuccess: ({ id, changed }, { name }) => {
      onDone();
      void refresh();
      const called = `“${shortened(name, 40)}”`;
      if (changed.length === 0) return tell({ words: `In ${called} already` });
      const what = papers.length === 1 ? 'Added' : `Added ${papersInWords(changed.length)}`;
      tell({ words: `${what} to ${called}`, press: () => takeBack.mutate({ id, changed }) });
    },
  });
}
