/** A collection: its papers with who added them, and, for whoever made it, its name, whom it is shared with, and its end. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { CollectionAnswer } from '#api/index.ts';
import { addressOf, call, CallFailed } from '../parts/api.ts';
import { Failure } from '../parts/failure.tsx';
import { Icon } from '../parts/icon.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { collectionQuery, collectionsQuery, houseQuery } from '../parts/queries.ts';
import { TakeOut } from '../parts/take-out.tsx';
import { papers } from '../parts/words.ts';
import { CollectionEnd } from './collection-end.tsx';
import { CollectionPapers } from './collection-papers.tsx';
import { mayDo, sharedWith } from './collection-words.ts';
import { NeedsAccount } from './needs-account.tsx';
import { Named } from './named.tsx';
import { SharePart } from './share-part.tsx';
import '../styles/bring.css';
import '../styles/saved.css';

const here = getRouteApi('/collections/$id');

export function CollectionPage() {
  const { id } = here.useParams();
  const { data: house } = useQuery(houseQuery());
  if (house === undefined) return null;
  if (house.you === undefined)
    return (
      <NeedsAccount title="A collection" door={house.door}>
        Collections are seen by those who made them and those they share them with.
      </NeedsAccount>
    );
  return (
    <>
      <p className="crumb">
        <Link to="/collections">
          <Icon name="back" small />
          Collections
        </Link>
      </p>
      <Asked key={id} id={id} />
    </>
  );
}

function Asked({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(collectionQuery(id));
  if (error instanceof CallFailed && error.code === 'not_found')
    return (
      <div className="empty">
        <PageHeading title="No collection of yours is here" />
        <p>It may have been removed, or is no longer shared with you.</p>
        <Link className="btn" to="/collections">
          See your collections
        </Link>
      </div>
    );
  if (data === undefined)
    return (
      <>
        <PageHeading className="sr" title="Collection" />
        {error && <Failure error={error} kept="The collection is kept." onRetry={() => void refetch()} />}
      </>
    );
  return <One answer={data} />;
}

function One({ answer }: { answer: CollectionAnswer }) {
  const { collection } = answer;
  const { id, name, right, owner, members } = collection;
  return (
    <div className="stack">
      <header className="head">
        {right === 'own' ? <OwnName answer={answer} /> : <PageHeading title={name} />}
        <p className="meta">
          <span>{papers(answer.papers.length)}</span>
          {right === 'own' ? (
            <span>{sharedWith(members)}</span>
          ) : (
            <>
              <span>
                from <bdi>{owner}</bdi>
              </span>
              <span>{mayDo(right)}</span>
            </>
          )}
        </p>
      </header>
      {answer.papers.length > 0 && (
        <div className="btns">
          <TakeOut
            what={answer.papers.length === 1 ? 'this paper' : `all ${papers(answer.papers.length)}`}
            address={(format) => addressOf('exportCollection', { id, format })}
          />
        </div>
      )}
      <CollectionPapers answer={answer} />
      {right === 'own' && <SharePart answer={answer} />}
      <CollectionEnd collection={collection} />
    </div>
  );
}

function OwnName({ answer: { collection } }: { answer: CollectionAnswer }) {
  const { id, name } = collection;
  const queries = useQueryClient();
  const rename = useMutation({
    mutationFn: (to: string) => call('renameCollection', { id, name: to }),
    onSuccess: async (answer) => {
      queries.setQueryData(collectionQuery(id).queryKey, answer);
      await queries.invalidateQueries({ queryKey: collectionsQuery().queryKey });
    },
  });
  return (
    <Named
      name={name}
      heading={<PageHeading title={name} />}
      label="Another name for this collection"
      rename={rename}
    />
  );
}
