/** Searching the library and looking at its papers. */
import { AppError } from '#model/index.ts';
import type { Filters } from '#library/index.ts';
import type { PaperAnswer, SearchRequest } from '#api/index.ts';
import type { Handlers } from './handler.ts';
import type { ServerHouse, ServerRooms } from './house.ts';
import { facets, foundPaper, paperView, searchAnswer } from './present.ts';

const PAGE_SIZE = 20;

type SearchFilters = Omit<SearchRequest, 'sort' | 'page'>;

export function libraryHandlersOf(words: ServerRooms): Pick<Handlers, 'search' | 'facets' | 'paper'> {
  return {
    async search(request, { house }) {
      const started = performance.now();
      const { q: text, page, sort } = request;
      const found = await house.find({ text, filters: filtersOf(request), sort, page, pageSize: PAGE_SIZE });
      const ms = Math.round((performance.now() - started) * 10) / 10;
      return searchAnswer(text, page, ms, found, await house.state(), words);
    },
    facets: async (request, { house }) => facets(await house.counts(request.q, filtersOf(request))),
    async paper({ id }, { house, session }) {
      const answer = await paper(house, words, id);
      if (session !== undefined && 'paper' in answer)
        await house.reading.history.opened(session.account, answer.paper.paper.id);
      return answer;
    },
  };
}

async function paper(house: ServerHouse, words: ServerRooms, id: string): Promise<PaperAnswer> {
  const found = await house.lookUp(id);
  switch (found.kind) {
    case 'paper':
      return { paper: paperView(found.described, words) };
    case 'several':
      return { several: found.papers.map((each) => foundPaper(each, words)) };
    case 'withdrawn': {
      const { id: withdrawn, deletedAt } = found.tombstone;
      return {
        withdrawn: {
          id: withdrawn,
          on: deletedAt.slice(0, 10),
          message: 'PubMed has withdrawn this record, so it is no longer in the library.',
        },
      };
    }
    case 'unknown':
      throw new AppError(
        'not_found',
        `No paper in this library is ${id}. Check the identifier, or search for words of its title.`,
      );
  }
}

export function filtersOf({ from, to, types, languages, abstract }: SearchFilters): Filters {
  return {
    fromYear: from,
    toYear: to,
    types: anyOf(types),
    languages: anyOf(languages),
    withAbstract: abstract === 'yes',
  };
}

function anyOf(joined: string | undefined): string[] | undefined {
  const values = (joined ?? '').split('|').filter((value) => value !== '');
  return values.length === 0 ? undefined : values;
}
