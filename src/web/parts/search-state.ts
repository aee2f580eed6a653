/** The state of a search as it stands in the address: everything a link to it must carry, and nothing else. Pure. */

export interface SearchState {
  readonly q?: string;
  readonly from?: number;
  readonly to?: number;
  /** Any of them: `Review|Clinical Trial`. */
  readonly types?: string;
  readonly languages?: string;
  readonly abstract?: 'yes';
  readonly sort?: 'newest';
  /** From 1; absent on the first. */
  readonly page?: number;
}

/** Reads an address, whoever wrote it: what makes no sense is left out instead of failing the page. */
export function readSearchState(raw: Readonly<Record<string, unknown>>): SearchState {
  const q = text(raw['q']);
  const from = whole(raw['from'], 1000, 3000);
  const to = whole(raw['to'], 1000, 3000);
  const types = text(raw['types']);
  const languages = text(raw['languages']);
  const page = whole(raw['page'], 2, 1_000_000);
  return {
    ...(q !== undefined && { q }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(types !== undefined && { types }),
    ...(languages !== undefined && { languages }),
    ...(raw['abstract'] === 'yes' && { abstract: 'yes' as const }),
    ...(raw['sort'] === 'newest' && { sort: 'newest' as const }),
    ...(page !== undefined && { page }),
  };
}

/** The query and its filters, without order and page. */
export function filtersOf({ sort: _sort, page: _page, ...filters }: SearchState): Omit<SearchState, 'sort' | 'page'> {
  return filters;
}

/** The same search with something changed, from its first page; `undefined` takes a part away. */
export function changed(
  state: SearchState,
  change: { readonly [K in keyof SearchState]?: SearchState[K] | undefined },
): SearchState {
  return readSearchState({ ...filtersOf(state), ...(state.sort && { sort: state.sort }), ...change });
}

/** `a|b` as a list; an absent value is an empty one. */
export function listed(value: string | undefined): readonly string[] {
  return value === undefined ? [] : value.split('|');
}

/** Puts a value into a list of the address, or takes it out. */
export function toggled(value: string | undefined, item: string): string | undefined {
  const before = listed(value);
  const after = before.includes(item) ? before.filter((other) => other !== item) : [...before, item];
  return after.length === 0 ? undefined : after.join('|');
}

function text(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const trimmed = String(value).trim();
  return trimmed === '' ? undefined : trimmed;
}

function whole(value: unknown, least: number, most: number): number | undefined {
  const number = typeof value === 'string' || typeof value === 'number' ? Number(value) : NaN;
  return Number.isInteger(number) && number >= least && number <= most ? number : undefined;
}
