/** Collections of papers, private or shared with people of the house. */
import { AppError } from '#model/index.ts';
import type { RecordId } from '#model/index.ts';
import type { AccountId } from '#people/index.ts';
import { collectionsSeenBy, mustOwn, mustSee } from './collection.ts';
import type { Collection, CollectionView } from './collection.ts';
import type { Desk } from './desk.ts';
import { newCollectionId } from './ids.ts';
import type { CollectionId, CollectionRight } from './ids.ts';
import { checkTypedName, keyOf } from './labels.ts';
import { checkPapers, inOrderOf } from './papers.ts';
import type { Tables } from './tables.ts';

const MOST_COLLECTIONS = 500;
const MOST_PAPERS = 10_000;
const MOST_MEMBERS = 500;

/** A collection that somebody may not see does not exist for them: `not_found`, whatever they try. */
export class Collections {
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** One's own and those shared with one, by name. */
  async list(account: AccountId): Promise<Collection[]> {
    return collectionsSeenBy(this.#desk.records.read, account);
  }

  /** With its papers and members. @throws AppError `not_found` */
  async get(account: AccountId, id: CollectionId): Promise<CollectionView> {
    const { read } = this.#desk.records;
    const collection = await mustSee(read, account, id);
    const papers = await read
      .selectFrom('reading_collection_paper')
      .select(['paper', 'added_by', 'added_at'])
      .where('collection', '=', id)
      .orderBy('sequence')
      .execute();
    const members = await read
      .selectFrom('reading_collection_member')
      .select(['account', 'right', 'since'])
      .where('collection', '=', id)
      .orderBy('since')
      .orderBy('account')
      .execute();
    return {
      ...collection,
      papers: papers.map(({ paper, added_by, added_at }) => ({
        paper,
        ...(added_by === null ? {} : { addedBy: added_by }),
        addedAt: new Date(added_at).toISOString(),
      })),
      members: members.map(({ account, right, since }) => ({
        account,
        right,
        since: new Date(since).toISOString(),
      })),
    };
  }

  /** @throws AppError `bad_request`; `conflict` where the person has one of this name, or 500. */
  async create(by: AccountId, name: string): Promise<Collection> {
    const checked = checkTypedName(name, 'The name of the collection');
    return this.#desk.records.change(async (tables) => {
      await mustBeFree(tables, by, checked);
      const own = await tables.selectFrom('reading_collection').select('id').where('owner', '=', by).execute();
      if (own.length >= MOST_COLLECTIONS)
        throw new AppError('conflict', `You have ${MOST_COLLECTIONS} collections, and no more fit. Remove one first.`);
      const row = { id: newCollectionId(), owner: by, name: checked, key: keyOf(checked), made_at: this.#desk.now() };
      await tables.insertInto('reading_collection').values(row).execute();
      return mustOwn(tables, by, row.id);
    });
  }

  /** @throws AppError `bad_request`, `not_found`, `forbidden`; `conflict` where the person has another of this name. */
  async rename(by: AccountId, id: CollectionId, name: string): Promise<Collection> {
    const checked = checkTypedName(name, 'The name of the collection');
    return this.#desk.records.change(async (tables) => {
      await mustOwn(tables, by, id);
      await mustBeFree(tables, by, checked, id);
      await tables
        .updateTable('reading_collection')
        .set({ name: checked, key: keyOf(checked) })
        .where('id', '=', id)
        .execute();
      return mustOwn(tables, by, id);
    });
  }

  /** For everybody it is shared with, too. @throws AppError `not_found`, `forbidden` */
  async remove(by: AccountId, id: CollectionId): Promise<void> {
    await this.#desk.records.change(async (tables) => {
      await mustOwn(tables, by, id);
      await removeCollections(tables, [id]);
    });
  }

  /**
   * At the end, in the order given.
   * @returns those that were not in it.
   * @throws AppError `bad_request`, `not_found`, `forbidden`; `conflict` where 10,000 are in it.
   */
  async add(by: AccountId, id: CollectionId, papers: readonly RecordId[]): Promise<RecordId[]> {
    const each = checkPapers(papers);
    return this.#desk.records.change(async (tables) => {
      const { right } = await mustAdd(tables, by, id);
      if (each.length === 0) return [];
      const rows = await tables
        .insertInto('reading_collection_paper')
        .values(each.map((paper) => ({ collection: id, paper, added_by: by, added_at: this.#desk.now() })))
        .onConflict((conflict) => conflict.doNothing())
        .returning('paper')
        .execute();
      if ((await mustSee(tables, by, id)).paperCount > MOST_PAPERS)
        throw new AppError(
          'conflict',
          `A collection holds ${MOST_PAPERS} papers, and these are too many. ${right === 'owner' ? 'Make another one' : 'Ask its owner for another one'}.`,
        );
      return inOrderOf(each, rows);
    });
  }

  /**
   * The owner takes away any paper, somebody else only what they added themselves.
   * @returns those that were taken away.
   * @throws AppError `bad_request`, `not_found`, `forbidden`
   */
  async take(by: AccountId, id: CollectionId, papers: readonly RecordId[]): Promise<RecordId[]> {
    const each = checkPapers(papers);
    return this.#desk.records.change(async (tables) => {
      const { right } = await mustAdd(tables, by, id);
      const rows = await tables
        .deleteFrom('reading_collection_paper')
        .where('collection', '=', id)
        .where('paper', 'in', each)
        .$if(right !== 'owner', (query) => query.where('added_by', '=', by))
        .returning('paper')
        .execute();
      return inOrderOf(each, rows);
    });
  }

  /**
   * Whether there is somebody of this account is for whoever asks to know. Sharing again changes the right.
   * @throws AppError `bad_request`, `not_found`, `forbidden`; `conflict` where 500 have it.
   */
  async share(by: AccountId, id: CollectionId, other: AccountId, right: CollectionRight): Promise<void> {
    if (right !== 'read' && right !== 'add')
      throw new AppError('bad_request', 'A collection is shared for reading ("read") or for adding ("add").');
    await this.#desk.records.change(async (tables) => {
      await mustOwn(tables, by, id);
      if (other === by) throw new AppError('bad_request', 'The collection is yours. Choose somebody else.');
      await tables
        .insertInto('reading_collection_member')
        .values({ collection: id, account: other, right, since: this.#desk.now() })
        .onConflict((conflict) => conflict.columns(['collection', 'account']).doUpdateSet({ right }))
        .execute();
      if ((await mustOwn(tables, by, id)).memberCount > MOST_MEMBERS)
        throw new AppError('conflict', `A collection is shared with at most ${MOST_MEMBERS} people.`);
    });
  }

  /** What that person added stays. @throws AppError `not_found`, `forbidden` */
  async unshare(by: AccountId, id: CollectionId, other: AccountId): Promise<void> {
    await this.#desk.records.change(async (tables) => {
      await mustOwn(tables, by, id);
      await leaveCollection(tables, other, id);
    });
  }

  /** Somebody it is shared with wants it no longer. @throws AppError `not_found`; `conflict` for its owner. */
  async leave(account: AccountId, id: CollectionId): Promise<void> {
    await this.#desk.records.change(async (tables) => {
      const { right } = await mustSee(tables, account, id);
      if (right === 'owner')
        throw new AppError('conflict', 'The collection is yours and cannot be left. Remove it instead.');
      await leaveCollection(tables, account, id);
    });
  }
}

/** Papers and members go with them. */
export async function removeCollections(tables: Tables, ids: readonly CollectionId[]): Promise<void> {
  await tables.deleteFrom('reading_collection_paper').where('collection', 'in', ids).execute();
  await tables.deleteFrom('reading_collection_member').where('collection', 'in', ids).execute();
  await tables.deleteFrom('reading_collection').where('id', 'in', ids).execute();
}

async function leaveCollection(tables: Tables, account: AccountId, id: CollectionId): Promise<void> {
  await tables
    .deleteFrom('reading_collection_member')
    .where('collection', '=', id)
    .where('account', '=', account)
    .execute();
}

async function mustAdd(tables: Tables, account: AccountId, id: CollectionId): Promise<Collection> {
  const found = await mustSee(tables, account, id);
  if (found.right === 'read')
    throw new AppError('forbidden', 'This collection is shared with you for reading. Ask its owner to let you add.');
  return found;
}

async function mustBeFree(tables: Tables, owner: AccountId, name: string, except?: CollectionId): Promise<void> {
  const other = await tables
    .selectFrom('reading_collection')
    .select('id')
    .where('owner', '=', owner)
    .where('key', '=', keyOf(name))
    .executeTakeFirst();
  if (other !== undefined && other.id !== except)
    throw new AppError('conflict', `You have a collection "${name}" already. Choose another name.`);
}
