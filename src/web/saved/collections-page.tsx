/** One's collections and those that colleagues share, and a new one. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { CollectionView } from '#api/index.ts';
import { call } from '../parts/api.ts';
import { Failure } from '../parts/failure.tsx';
import { NameForm } from '../parts/name-form.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { collectionQuery, collectionsQuery, houseQuery } from '../parts/queries.ts';
import { papers } from '../parts/words.ts';
import { mayDo, sharedWith } from './collection-words.ts';
import { NeedsAccount } from './needs-account.tsx';
import '../styles/bring.css';
import '../styles/saved.css';

export function CollectionsPage() {
  const { data: house } = useQuery(houseQuery());
  if (house === undefined) return null;
  if (house.you === undefined)
    return (
      <NeedsAccount title="Collections" door={house.door}>
        A collection holds papers for a journal club, a guideline, a ward. You keep it for yourself, or share it with
        colleagues.
      </NeedsAccount>
    );
  return <Collections />;
}

function Collections() {
  const { data, error, refetch } = useQuery(collectionsQuery());
  const own = data?.collections.filter(({ right }) => right === 'own') ?? [];
  const shared = data?.collections.filter(({ right }) => right !== 'own') ?? [];
  return (
    <>
      <header className="head">
        <PageHeading title="Collections" />
        <p>Papers for a journal club, a guideline, a ward: for you alone, or shared with colleagues.</p>
      </header>
      {error && <Failure error={error} kept="Your collections are kept." onRetry={() => void refetch()} />}
      {data && (
        <div className="stack">
          <NewCollection />
          {own.length > 0 && <List id="own" name="Yours" collections={own} />}
          {shared.length > 0 && <List id="shared" name="Shared with you" collections={shared} />}
          {data.collections.length === 0 && (
            <p className="hint">
              Make one above. Papers go in by “More” under each of them in a list, or by “Collections” on its page.
            </p>
          )}
        </div>
      )}
    </>
  );
}

function List({ id, name, collections }: { id: string; name: string; collections: readonly CollectionView[] }) {
  return (
    <section className="sect" aria-labelledby={id}>
      <h2 id={id}>{name}</h2>
      <ul className="mini">
        {collections.map((collection) => (
          <li key={collection.id}>
            <p className="collection-name" dir="auto">
              <Link to="/collections/$id" params={{ id: collection.id }}>
                {collection.name}
              </Link>
            </p>
            <p className="meta">
              <span>{papers(collection.papers)}</span>
              {collection.right === 'own' ? (
                <span>{sharedWith(collection.members)}</span>
              ) : (
                <>
                  <span>
                    from <bdi>{collection.owner}</bdi>
                  </span>
                  <span>{mayDo(collection.right)}</span>
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function NewCollection() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const make = useMutation({
    mutationFn: (wanted: string) => call('newCollection', { name: wanted }),
    onSuccess: async (answer) => {
      const { id } = answer.collection;
      queries.setQueryData(collectionQuery(id).queryKey, answer);
      await queries.invalidateQueries({ queryKey: collectionsQuery().queryKey, refetchType: 'none' });
      await navigate({ to: '/collections/$id', params: { id } });
    },
  });
  return (
    <NameForm
      look="field narrow"
      label="A new collection"
      hint="Only you see it until you share it."
      button="Make it"
      onName={(name) => {
        if (!make.isPending) make.mutate(name);
        return false;
      }}
    >
      {(typed) =>
        make.error && (
          <Failure
            error={make.error}
            kept="No collection was made."
            onRetry={() => typed !== '' && make.mutate(typed)}
          />
        )
      }
    </NameForm>
  );
}
