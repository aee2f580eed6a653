/** The end of a collection, which nothing takes back and which is therefore asked about: for all by its owner, for oneself by others. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { CollectionView } from '#api/index.ts';
import { call } from '../parts/api.ts';
import { Failure } from '../parts/failure.tsx';
import { collectionQuery, collectionsQuery } from '../parts/queries.ts';
import { Sheet } from '../parts/sheet.tsx';
import { useTell } from '../parts/toasts.tsx';
import { papers } from '../parts/words.ts';

export function CollectionEnd({ collection }: { collection: CollectionView }) {
  const { id, name, right, owner, members } = collection;
  const isOwn = right === 'own';
  const queries = useQueryClient();
  const navigate = useNavigate();
  const tell = useTell();
  const [isAsking, setIsAsking] = useState(false);
  const end = useMutation({
    mutationFn: () => call(isOwn ? 'removeCollection' : 'leaveCollection', { id }),
    onSuccess: async (answer) => {
      queries.setQueryData(collectionsQuery().queryKey, answer);
      await navigate({ to: '/collections', replace: true });
      queries.removeQueries({ queryKey: collectionQuery(id).queryKey });
      tell({ words: isOwn ? 'Collection removed' : 'You left the collection' });
    },
  });
  return (
    <p>
      <button type="button" className="btn-link" aria-haspopup="dialog" onClick={() => setIsAsking(true)}>
        {isOwn ? 'Remove this collection' : 'Leave this collection'}
      </button>
      {isAsking && (
        <Sheet title={isOwn ? 'Remove the collection?' : 'Leave the collection?'} onClose={() => setIsAsking(false)}>
          <p>
            <b dir="auto">{name}</b>
            {isOwn
              ? ` with its list of ${papers(collection.papers)} goes for good${
                  members > 0
                    ? `, also for ${members === 1 ? 'the person' : `the ${members} people`} you share it with`
                    : ''
                }. The papers stay in the library, and what you saved stays saved.`
              : ` is no longer shown to you. Only ${owner ?? 'its owner'} can share it with you again.`}
          </p>
          {end.error && <Failure error={end.error} kept="The collection is as it was." onRetry={() => end.mutate()} />}
          <div className="btns">
            <button type="button" className="btn" onClick={() => !end.isPending && end.mutate()}>
              {isOwn ? 'Remove it' : 'Leave it'}
            </button>
            <button type="button" className="btn-link" onClick={() => setIsAsking(false)}>
              Keep it
            </button>
          </div>
        </Sheet>
      )}
    </p>
  );
}
