/** What each route of the contract does. The request comes checked, the answer goes out in the contract's shape. */
import { AppError } from '#model/index.ts';
import type { Filters } from '#library/index.ts';
import type { Facets, HouseState, PaperAnswer, RouteName, SearchAnswer, SearchRequest } from '#api/index.ts';
import { bringHandlersOf } from './bring-handlers.ts';
import type { BringHandlers } from './bring-handlers.ts';
import type { ServerRooms } from './house.ts';
import { facets, foundPaper, libraryState, paperView, searchAnswer } from './present.ts';

const PAGE_SIZE = 20;

type SearchFilters = Omit<SearchRequest, 'sort' | 'page'>;

/** By route; the parameter types are those of the route's request schema, which the dispatcher has applied. */
export interface Handlers extends BringHandlers {
  house(): Promise<HouseState>;
  switchHouse(request: { kind: HouseState['kind'] }): Promise<HouseState>;
  search(request: SearchRequest): Promise<SearchAnswer>;
  facets(request: SearchFilters): Promise<Facets>;
  paper(request: { id: string }): Promise<PaperAnswer>;
}

export function handlersOf(rooms: ServerRooms): Handlers & Record<RouteName, unknown> {
  return {
    house: () => houseState(rooms),
    async switchHouse({ kind }) {
      if (kind !== rooms.house().kind) await rooms.switchTo(kind);
      return houseState(rooms);
    },
    async search(request) {
      const house = rooms.house();
      const started = performance.now();
      const { q: text, page, sort } = request;
      const found = await house.find({ text, filters: filtersOf(request), sort, page, pageSize: PAGE_SIZE });
      const ms = Math.round((performance.now() - started) * 10) / 10;
      return searchAnswer(text, page, ms, found, await house.state(), rooms);
    },
    facets: async (request) => facets(await rooms.house().counts(request.q, filtersOf(request))),
    paper: ({ id }) => paper(rooms, id),
    ...bringHandlersOf(rooms),
  };
}

async function houseState(rooms: ServerRooms): Promise<HouseState> {
  const { kind, folder, state } = rooms.house();
  const other = await rooms.other();
  return { kind, folder, library: libraryState(await state()), ...(other === undefined ? {} : { other }) };
}

async function paper(rooms: ServerRooms, id: string): Promise<PaperAnswer> {
  const found = await rooms.house().lookUp(id);
  switch (found.kind) {
    case 'paper':
      return { paper: paperView(found.described, rooms) };
    case 'several':
      return { several: found.papers.map((each) => foundPaper(each, rooms)) };
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

function filtersOf({ from, to, types, languages, abstract }: SearchFilters): Filters {
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
