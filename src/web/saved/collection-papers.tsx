/** The papers of a collection. Its owner removes any of them, somebody else what they added themselves. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CollectionAnswer } from '#api/index.ts';
import { call } from '../parts/api.ts';
import { FoundRow } from '../parts/found-row.tsx';
import { collectionQuery, collectionsQuery, houseQuery } from '../parts/queries.ts';
import { useTell, useTellFailure } from '../parts/toasts.tsx';
import { dayInWords, number } from '../parts/words.ts';
import { RowActs } from '../read/marks/row-acts.tsx';

/** A longer list is shown in steps. */
const STEP = 50;

export function CollectionPapers({ answer: { collection, papers } }: { answer: CollectionAnswer }) {
  const [shown, setShown] = useState(STEP);
  const { id, right } = collection;
  const takeOut = useTakeOut(id);
  const { data: house } = useQuery(houseQuery());
  // People are known here by their names alone; where two have the same one, the server decides.
  const mayRemove = (addedBy: string | undefined): boolean =>
    right === 'own' || (right === 'add' && addedBy !== undefined && addedBy === house?.you?.name);
  if (papers.length === 0)
    return (
      <p className="hint">
        No papers yet.{' '}
        {right === 'read'
          ? 'They stand here once somebody adds one.'
          : 'Add them by “More” under each in a list, or by “Collections” on its page.'}
      </p>
    );
  return (
    <section aria-label="Papers of this collection">
      <h2 className="sr">Papers</h2>
      <ol className="rows">
        {papers.slice(0, shown).map(({ id: paperId, paper, addedAt, addedBy }) => (
          <li key={paperId}>
            {paper ? (
              <FoundRow paper={paper}>
                <p className="t-1 quiet">
                  Added{' '}
                  {addedBy !== undefined && (
                    <>
                      by <bdi>{addedBy}</bdi>{' '}
                    </>
                  )}
                  on {dayInWords(addedAt)}
                </p>
                <RowActs
                  paper={paper}
                  {...(mayRemove(addedBy) && {
                    also: { words: 'Remove from this collection', press: () => takeOut.mutate(paperId) },
                  })}
                />
              </FoundRow>
            ) : (
              <div className="row">
                <p>
                  <b>{paperId}</b> is not in the library any more.
                </p>
                {mayRemove(addedBy) && (
                  <p>
                    <button type="button" className="btn-link" onClick={() => takeOut.mutate(paperId)}>
                      Remove from this collection
                    </button>
                  </p>
                )}
              </div>
            )}
          </li>
        ))}
      </ol>
      {papers.length > shown && (
        <p className="end">
          <button type="button" className="btn" onClick={() => setShown(shown + STEP)}>
            Show {number(Math.min(STEP, papers.length - shown))} more
          </button>
        </p>
      )}
    </section>
  );
}

function useTakeOut(id: string) {
  const queries = useQueryClient();
  const tell = useTell();
  const refresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: collectionQuery(id).queryKey }),
      queries.invalidateQueries({ queryKey: collectionsQuery().queryKey }),
    ]);
  const put = (on: boolean) => (paper: string) => call('collectPapers', { id, papers: [paper], on });
  const onError = useTellFailure();
  const back = useMutation({ mutationFn: put(true), onSuccess: refresh, onError });
  return useMutation({
    mutationFn: put(false),
    onError,
    onSuccess: async ({ changed }, paper) => {
      if (changed.length > 0) tell({ words: 'Removed from this collection', press: () => back.mutate(paper) });
      else tell({ words: 'Not done: only its owner, or who added it, removes it from here' });
      await refresh();
    },
  });
}
