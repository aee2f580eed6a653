/** A query together with the filters beside it, as one match. */
import type { Filters } from '../port.ts';
import type { Query } from '../query/index.ts';
import { factKey, nameKey } from './keys.ts';
import { matchExpression } from './match.ts';

/** Filter years outside these hold no paper; they bound what an open end is written out to. */
const FIRST_YEAR = 1500;
const LAST_YEAR = 2100;

export function filteredExpression(query: Query, filters: Filters): string {
  const limits = [
    years(filters),
    (filters.types ?? []).map((type) => factKey('pt', nameKey(type))),
    (filters.languages ?? []).map((language) => factKey('la', nameKey(language))),
    filters.withAbstract === true ? [factKey('has', 'abstract')] : [],
  ].filter((keys) => keys.length > 0);
  return [
    matchExpression(query),
    ...limits.map((keys) => `(facts : (${keys.map((key) => `"${key}"`).join(' OR ')}))`),
  ].join(' AND ');
}

function years({ fromYear, toYear }: Filters): string[] {
  if (fromYear === undefined && toYear === undefined) return [];
  const from = Math.max(fromYear ?? FIRST_YEAR, FIRST_YEAR);
  const to = Math.min(toYear ?? LAST_YEAR, LAST_YEAR);
  if (to < from) return [factKey('year', 'none')];
  return Array.from({ length: to - from + 1 }, (_, index) => factKey('year', String(from + index)));
}
