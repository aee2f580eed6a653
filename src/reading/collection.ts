/** What a collection is, and who may see it. */
import { sql } from 'kysely';
import { AppError } from '#model/index.ts';
import type { RecordId } from '#model/index.ts';
import type { AccountId } from '#people/index.ts';
import type { CollectionId, CollectionRight } from './ids.ts';
import type { Readable } from './tables.ts';

export interface Collection {
  readonly id: CollectionId;
  readonly name: string;
  readonly owner: AccountId;
  /** What the person who asks may do. */
  readonly right: 'owner' | CollectionRight;
  readonly paperCount: number;
  /** With how many others it is shared. */
  readonly memberCount: number;
  /** Instant in UTC. */
  readonly madeAt: string;
}

export interface CollectionView extends Collection {
  /** In the order of adding. */
  readonly papers: readonly {
    readonly paper: RecordId;
    /** Absent where that person is nobody any more. */
    readonly addedBy?: AccountId;
    /** Instant in UTC. */
    readonly addedAt: string;
  }[];
  readonly members: readonly {
    readonly account: AccountId;
    readonly right: CollectionRight;
    /** Instant in UTC. */
    readonly since: string;
  }[];
}

/** Those a person may see, and no others: every way to a collection goes through here. By name. */
export async function collectionsSeenBy(
  tables: Readable,
  account: AccountId,
  id?: CollectionId,
): Promise<Collection[]> {
  const rows = await tables
    .selectFrom('reading_collection as collection')
    .leftJoin('reading_collection_member as member', (join) =>
      join.onRef('member.collection', '=', 'collection.id').on('member.account', '=', account),
    )
    .selectAll('collection')
    .select((eb) => [
      'member.right',
      eb
        .selectFrom('reading_collection_paper as paper')
        .select(sql<number>`count(*)`.as('n'))
        .whereRef('paper.collection', '=', 'collection.id')
        .as('papers'),
      eb
        .selectFrom('reading_collection_member as other')
        .select(sql<number>`count(*)`.as('n'))
        .whereRef('other.collection', '=', 'collection.id')
        .as('members'),
    ])
    .where((eb) =>
      eb.or([
        eb('collection.owner', '=', account),
        eb(
          'collection.id',
          'in',
          eb.selectFrom('reading_collection_member').select('collection').where('account', '=', account),
        ),
      ]),
    )
    .$if(id !== undefined, (query) => query.where('collection.id', '=', id as CollectionId))
    .orderBy('collection.key')
    .orderBy('collection.id')
    .execute();
  return rows.map(({ id, name, owner, right, papers, members, made_at }) => ({
    id,
    name,
    owner,
    right: owner === account ? 'owner' : (right ?? 'read'),
    paperCount: papers ?? 0,
    memberCount: members ?? 0,
    madeAt: new Date(made_at).toISOString(),
  }));
}

/** @throws AppError `not_found` where there is none that the person may see. */
export async function mustSee(tables: Readable, account: AccountId, id: CollectionId): Promise<Collection> {
  const [found] = await collectionsSeenBy(tables, account, id);
  if (found === undefined)
    throw new AppError('not_found', 'There is no such collection. It may have been removed, or is no longer shared.');
  return found;
}

/** @throws AppError `not_found`, `forbidden` */
export async function mustOwn(tables: Readable, account: AccountId, id: CollectionId): Promise<Collection> {
  const found = await mustSee(tables, account, id);
  if (found.right !== 'owner')
    throw new AppError('forbidden', 'This collection belongs to somebody else. Ask its owner.');
  return found;
}
