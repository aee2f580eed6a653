/** Saved papers and collections: one's own, and what colleagues share. */
import type { CollectionAnswer, CollectionView, SavedAnswer } from '#api/index.ts';
import { AppError } from '#model/index.ts';
import type { RecordId } from '#model/index.ts';
import type { AccountId } from '#people/index.ts';
import type { Collection, CollectionId } from '#reading/index.ts';
import type { Call } from './call.ts';
import { signedIn } from './call.ts';
import type { Handlers } from './handler.ts';
import type { ServerRooms } from './house.ts';
import { papersOf } from './papers-of.ts';
import { markView } from './reading-handlers.ts';
import { foundPaper } from './present.ts';

type CollectionHandlers = Pick<
  Handlers,
  | 'saved' | 'label' | 'renameLabel' | 'collections' | 'collection' | 'newCollection' | 'renameCollection'
  | 'removeCollection' | 'leaveCollection' | 'collectPapers' | 'share' | 'colleagues'
>; // prettier-ignore

const PAGE_SIZE = 20;
const COLLEAGUES = 10;

export function collectionHandlersOf(rooms: ServerRooms): CollectionHandlers {
  const listOf = async ({ house, session }: Call): Promise<{ collections: CollectionView[] }> => {
    const held = await house.reading.collections.list(signedIn({ session }).account);
    const names = await house.people.accounts.names(held.map(({ owner }) => owner));
    return { collections: held.map((each) => collectionView(each, names)) };
  };
  const oneOf = async ({ house, session }: Call, id: string): Promise<CollectionAnswer> => {
    const { papers, members, ...collection } = await house.reading.collections.get(
      signedIn({ session }).account,
      id as CollectionId,
    );
    // Whom else it is shared with is the owner's to know.
    const shown = collection.right === 'owner' ? members : [];
    const names = await house.people.accounts.names([
      collection.owner,
      ...shown.map(({ account }) => account),
      ...papers.flatMap(({ addedBy }) => (addedBy === undefined ? [] : [addedBy])),
    ]);
    const found = await papersOf(
      house,
      rooms,
      papers.map(({ paper }) => paper),
    );
    return {
      collection: collectionView(collection, names),
      papers: papers.map(({ paper: held, addedAt, addedBy }) => {
        const paper = found.get(held);
        const name = addedBy === undefined ? undefined : (names.get(addedBy) ?? 'A former member');
        return {
          id: held,
          addedAt,
          ...(paper === undefined ? {} : { paper }),
          ...(name === undefined ? {} : { addedBy: name }),
        };
      }),
      members: shown.map(({ account, right }) => ({
        id: account,
        name: names.get(account) ?? 'A former member',
        right,
      })),
    };
  };
  return {
    async saved({ page, ...asked }, { house, session }) {
      const { account } = signedIn({ session });
      const found = await rooms.saved.savedIds(house.reading, house.papers, account, asked);
      const onPage = found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
      const rows = await rooms.saved.savedRows(house.papers, onPage);
      const counts = await house.reading.saved.counts(account);
      return {
        rows: rows.map(({ held, hit, isNewlyNoticed }): SavedAnswer['rows'][number] => ({
          id: held.paper,
          ...(hit === undefined ? {} : { paper: foundPaper(hit, rooms) }),
          savedAt: held.savedAt,
          mark: markView(held.mark),
          ...(held.note === undefined ? {} : { note: held.note }),
          isNewlyNoticed,
        })),
        total: found.length,
        saved: counts.total,
        page,
        pages: Math.ceil(found.length / PAGE_SIZE),
        labels: counts.labels.map((each) => ({ ...each })),
      };
    },
    async label({ papers, label, on }, { house, session }) {
      const { account } = signedIn({ session });
      const ids = papers as RecordId[];
      const noticed = on ? await rooms.saved.noticedOf(house.papers, ids) : undefined;
      const { changed, saved } = await house.reading.saved.label(account, ids, label, on, noticed);
      return { changed: [...changed], saved: [...saved] };
    },
    async renameLabel({ label, to }, { house, session }) {
      const { account } = signedIn({ session });
      await house.reading.saved.renameLabel(account, label, to);
      return { labels: (await house.reading.saved.counts(account)).labels.map((each) => ({ ...each })) };
    },
    collections: (_request, call) => listOf(call),
    collection: ({ id }, call) => oneOf(call, id),
    async newCollection({ name }, call) {
      const { id } = await call.house.reading.collections.create(signedIn(call).account, name);
      return oneOf(call, id);
    },
    async renameCollection({ id, name }, call) {
      await call.house.reading.collections.rename(signedIn(call).account, id as CollectionId, name);
      return oneOf(call, id);
    },
    async removeCollection({ id }, call) {
      await call.house.reading.collections.remove(signedIn(call).account, id as CollectionId);
      return listOf(call);
    },
    async leaveCollection({ id }, call) {
      await call.house.reading.collections.leave(signedIn(call).account, id as CollectionId);
      return listOf(call);
    },
    async collectPapers({ id, papers, on }, { house, session }) {
      const { account } = signedIn({ session });
      const { collections } = house.reading;
      const [own, ids] = [id as CollectionId, papers as RecordId[]];
      return { changed: await (on ? collections.add(account, own, ids) : collections.take(account, own, ids)) };
    },
    async share({ id, with: other, right }, call) {
      const { account } = signedIn(call);
      const { collections } = call.house.reading;
      const colleague = other as AccountId;
      const own = id as CollectionId;
      if (right === null) await collections.unshare(account, own, colleague);
      else {
        if (!(await call.house.people.accounts.names([colleague])).has(colleague))
          throw new AppError('not_found', 'There is no such person in this house. Look for them by name again.');
        await collections.share(account, own, colleague, right);
      }
      return oneOf(call, id);
    },
    async colleagues({ q }, { house, session }) {
      const { account } = signedIn({ session });
      const people = await house.people.accounts.lookFor(q, COLLEAGUES + 1);
      return { people: people.filter(({ id }) => id !== account).slice(0, COLLEAGUES) };
    },
  };
}

function collectionView(held: Collection, names: ReadonlyMap<AccountId, string>): CollectionView {
  const { id, name, owner, right, paperCount, memberCount } = held;
  return {
    id,
    name,
    papers: paperCount,
    ...(right === 'owner' ? { right: 'own' } : { right, owner: names.get(owner) ?? 'A former member' }),
    members: memberCount,
  };
}
