/** Taking papers out as files. What one takes out is noted for oneself alone, and can be erased; the audit log counts it. */
import { AppError } from '#model/index.ts';
import type { CivilDate } from '#model/index.ts';
import type { Export } from '#library/index.ts';
import type { CollectionId } from '#reading/index.ts';
import type { Call } from './call.ts';
import { signedIn } from './call.ts';
import type { FileAnswer } from './file-answer.ts';
import type { Handlers } from './handler.ts';
import type { ServerRooms } from './house.ts';
import { filtersOf } from './library-handlers.ts';
import { idsOf } from './papers-of.ts';

type ExportHandlers = Pick<
  Handlers,
  'exportPaper' | 'exportPapers' | 'exportFound' | 'exportSaved' | 'exportCollection'
>;

type From = 'paper' | 'selection' | 'saved' | 'search' | 'collection';

const MOST = 1_000;

export function exportHandlersOf(rooms: Pick<ServerRooms, 'saved'>): ExportHandlers {
  return {
    async exportPaper({ id, format }, call) {
      const found = await call.house.lookUp(id);
      if (found.kind !== 'paper')
        throw new AppError(
          'not_found',
          `No single paper in this library is ${id}. Open it and export it from its page.`,
        );
      const papers = [found.described.paper.id];
      return fileOf(call, 'paper', await call.house.exportPapers({ papers, format }));
    },
    async exportPapers({ papers: joined, format }, call) {
      const papers = idsOf(joined);
      if (papers.length > MOST)
        throw new AppError('bad_request', `At most ${MOST} papers are taken out at once. Choose fewer.`);
      return fileOf(call, 'selection', await call.house.exportPapers({ papers, format }));
    },
    async exportFound(request, call) {
      const { q: text, sort, format } = request;
      return fileOf(call, 'search', await call.house.exportFound({ text, filters: filtersOf(request), sort, format }));
    },
    async exportSaved({ format, ...asked }, call) {
      const { reading, papers: papersById } = call.house;
      const saved = await rooms.saved.savedIds(reading, papersById, signedIn(call).account, asked);
      const papers = saved.map(({ paper }) => paper);
      return fileOf(call, 'saved', await call.house.exportPapers({ papers, format }));
    },
    async exportCollection({ id, format }, call) {
      const { papers } = await call.house.reading.collections.get(signedIn(call).account, id as CollectionId);
      const ids = papers.map(({ paper }) => paper);
      return fileOf(call, 'collection', await call.house.exportPapers({ papers: ids, format }));
    },
  };
}

async function fileOf({ house, session }: Call, from: From, exported: Export): Promise<FileAnswer> {
  const { format, total, text } = exported;
  if (session !== undefined) {
    await house.reading.history.exported(session.account, { format: format.name, papers: total, from });
    await house.people.audit.note('exported', { who: session.account, format: format.name, papers: total, from });
  }
  return {
    name: exported.fileName((await house.people.settings.today()) as CivilDate),
    mediaType: format.mediaType,
    text,
  };
}
