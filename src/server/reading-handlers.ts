/** What a person makes of papers. Everything is asked for and kept by their own account: nobody else's can be named. */
import type { CheckAnswer, HistoryAnswer, Mark } from '#api/index.ts';
import { dateInWords, plainText } from '#model/index.ts';
import type { RecordId } from '#model/index.ts';
import type { CheckedList } from '#library/index.ts';
import type { Mark as HeldMark } from '#reading/index.ts';
import type { Call } from './call.ts';
import { signedIn } from './call.ts';
import type { Handlers } from './handler.ts';
import type { ServerRooms } from './house.ts';
import { idsOf } from './papers-of.ts';
import { foundPaper } from './present.ts';

type ReadingHandlers = Pick<
  Handlers,
  | 'marks' | 'act' | 'actOnAll' | 'note' | 'putNote' | 'history' | 'keepOpened' | 'eraseHistory' | 'takeOut' | 'checkList' | 'checkListFile'
>; // prettier-ignore

/** Of each history, the newest. */
const SHOWN = 200;

export function readingHandlersOf(rooms: ServerRooms): ReadingHandlers {
  return {
    async marks({ papers }, { house, session }) {
      const marks = await house.reading.marks.of(signedIn({ session }).account, idsOf(papers));
      return { marks: Object.fromEntries([...marks].map(([id, mark]) => [id, markView(mark)])) };
    },
    async act({ paper, act, why }, { house, session }) {
      const { account } = signedIn({ session });
      const id = paper as RecordId;
      const noticed = act === 'save' ? await rooms.saved.noticedOf(house.papers, [id]) : undefined;
      const mark = await house.reading.marks.act(account, id, act, { why, noticed });
      return { mark: markView(mark) };
    },
    async actOnAll({ papers, act }, { house, session }) {
      const { account } = signedIn({ session });
      const ids = papers as RecordId[];
      const noticed = act === 'save' ? await rooms.saved.noticedOf(house.papers, ids) : undefined;
      return { changed: await house.reading.marks.actOnAll(account, ids, act, { noticed }) };
    },
    async note({ paper }, { house, session }) {
      const note = await house.reading.notes.get(signedIn({ session }).account, paper as RecordId);
      return note === undefined ? { text: '' } : { ...note };
    },
    async putNote({ paper, text, isSure, changedAt: seen }, { house, session }) {
      const { account } = signedIn({ session });
      const { notes } = house.reading;
      const id = paper as RecordId;
      if (text.trim() === '') return { kept: true, mark: markView(await notes.remove(account, id, { seen })) };
      const put = await notes.put(account, id, text, { isSure, seen });
      return put.kept
        ? { kept: true, mark: markView(put.mark), changedAt: put.changedAt }
        : { kept: false, findings: put.findings.map((finding) => ({ ...finding })) };
    },
    history: (_request, call) => historyOf(call),
    async keepOpened({ on }, call) {
      await call.house.reading.history.keepOpened(signedIn(call).account, on);
      return historyOf(call);
    },
    async eraseHistory({ what }, call) {
      const { account } = signedIn(call);
      const { history } = call.house.reading;
      await (what === 'opened' ? history.eraseOpened(account) : history.eraseExported(account));
      await call.house.people.audit.note('reading-erased', { who: account, what });
      return historyOf(call);
    },
    async takeOut(_request, call) {
      const { account } = signedIn(call);
      const { people, reading } = call.house;
      const everything = {
        account: await people.accounts.get(account),
        // That there is one; what opens the account is in no file.
        password: 'kept as a digest, which opens nothing',
        sessions: await people.sessions.list(account),
        reading: await reading.takeOut(account),
      };
      await people.audit.note('taken-out', { who: account });
      return {
        name: `attune-yours-${await people.settings.today()}.json`,
        mediaType: 'application/json',
        text: [`${JSON.stringify(everything, undefined, 1)}\n`],
      };
    },
    async checkList({ text }, { house }) {
      return checkAnswer(await house.checkList(text), rooms);
    },
    async checkListFile({ text, choices }, { house }) {
      const csv = rooms.checkListCsv(await house.checkList(text), choices);
      return { name: `attune-checked-${await house.people.settings.today()}.csv`, mediaType: 'text/csv', text: [csv] };
    },
  };
}

export function markView({ opinion, why, isSaved, isRead, isHidden, hasNote, labels }: HeldMark): Mark {
  return {
    ...(opinion === undefined ? {} : { opinion }),
    ...(why === undefined ? {} : { why }),
    isSaved,
    isRead,
    isHidden,
    hasNote,
    labels: [...labels],
  };
}

async function historyOf({ house, session }: Call): Promise<HistoryAnswer> {
  const { account } = signedIn({ session });
  const { history } = house.reading;
  const [keepsOpened, opened, exported] = await Promise.all([
    history.wants(account),
    history.listOpened(account, { limit: SHOWN }),
    history.listExported(account, { limit: SHOWN }),
  ]);
  const papers = await house.papers(opened.entries.map(({ paper }) => paper));
  return {
    keepsOpened,
    opened: opened.entries.map(({ paper, openedAt: at }) => {
      const title = papers.get(paper)?.paper.title;
      return { id: paper, at, ...(title === undefined ? {} : { title: plainText(title) }) };
    }),
    exported: exported.entries.map(({ exportedAt: at, format, papers: count, from }) => ({
      at,
      format,
      papers: count,
      from,
    })),
  };
}

function checkAnswer({ rows, notes }: CheckedList, words: ServerRooms): CheckAnswer {
  return {
    rows: rows.map(({ lines, text, state, paper, options, remark, wanted, standing }) => ({
      lines: [...lines],
      text,
      state,
      ...(paper === undefined ? {} : { paper: foundPaper(paper, words) }),
      options: options.map((option) => foundPaper(option, words)),
      ...(remark === undefined ? {} : { remark }),
      ...(wanted === undefined ? {} : { wanted }),
      ...(standing === undefined ? {} : { standing: standingView(standing) }),
    })),
    notes: [...notes],
  };
}

type Standing = NonNullable<CheckedList['rows'][number]['standing']>;

function standingView({ kind, text, date, id, pmid }: Standing): NonNullable<CheckAnswer['rows'][number]['standing']> {
  return {
    kind,
    text,
    ...(date === undefined ? {} : { dateInWords: dateInWords(date) }),
    ...(id === undefined ? {} : { id }),
    ...(pmid === undefined ? {} : { pmid }),
  };
}
