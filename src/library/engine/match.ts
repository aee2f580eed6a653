/**
 * A query as one match expression of FTS5. Chains of one operator are written flat, since its parser nests no deeper than some
 * thirty brackets; deeper ones are refused with a sentence.
 */
import { AppError } from '#model/index.ts';
import { stem } from '#text/index.ts';
import type { Named, Query, Scope, Term, Words } from '../query/index.ts';
import { EVERY_PAPER, factKey, idKey, rangeKeys } from './keys.ts';
import type { FactKind } from './keys.ts';

const EXACT_COLUMNS: Readonly<Record<Scope, string>> = {
  everywhere: 'title abstract terms names',
  title: 'title',
  'title-abstract': 'title abstract',
  text: 'title abstract terms',
};

const DEEPEST = 30;
const LONGEST = 3_000;

/** Years outside these are no publication's; they bound what an open end such as `3000` is written out to. */
const FIRST_DAY = '1500-01-01';
const LAST_DAY = '2100-12-31';

/** @throws AppError `bad_query` where the query is nested too deeply or has too many terms. */
export function matchExpression(query: Query): string {
  return write(query, 0, { terms: 0 });
}

interface State {
  terms: number;
}

function write(query: Query, depth: number, state: State): string {
  if (depth > DEEPEST)
    throw new AppError(
      'bad_query',
      'The search changes between AND, OR and NOT too often or nests its brackets too deeply. Split it into two searches.',
    );
  if (!('join' in query)) {
    state.terms += 1;
    if (state.terms > LONGEST)
      throw new AppError(
        'bad_query',
        `The search has more than ${LONGEST.toLocaleString('en')} terms. Split it into two searches.`,
      );
    return term(query);
  }
  const rights: Query[] = [];
  let left: Query = query;
  while ('join' in left && left.join === query.join) {
    rights.unshift(left.right);
    left = left.left;
  }
  const first = write(left, depth + 1, state);
  const others = rights.map((right) => write(right, depth + 1, state));
  if (query.join === 'not') return `(${first} NOT (${others.join(' OR ')}))`;
  return `(${[first, ...others].join(query.join === 'and' ? ' AND ' : ' OR ')})`;
}

function term(query: Term): string {
  switch (query.kind) {
    case 'everything':
      return facts([quoted(EVERY_PAPER)]);
    case 'words':
      return words(query);
    case 'days': {
      const from = query.from < FIRST_DAY ? FIRST_DAY : query.from;
      const to = query.to > LAST_DAY ? LAST_DAY : query.to;
      const keys = rangeKeys(from, to);
      return facts((keys.length === 0 ? [factKey('day', 'none')] : keys).map(quoted));
    }
    case 'records':
      return facts((query.ids.length === 0 ? ['none'] : query.ids).map((id) => quoted(idKey(id))));
    default:
      return facts(nameKeys(query));
  }
}

function words({ scope, forms, exact, prefix }: Words): string {
  const written = quoted(forms.join(' ')) + (prefix ? ' *' : '');
  if (exact) return `({${EXACT_COLUMNS[scope]}} : ${written})`;
  const stems = quoted(forms.map(stem).join(' '));
  return `({title_stem abstract_stem terms_stem} : ${stems} OR names : ${written})`;
}

/** The facts, any of which a name can mean. */
function nameKeys({ kind, forms, exact, prefix }: Named): string[] {
  const star = prefix ? ' *' : '';
  const whole = forms.join('_');
  if (kind === 'pmid') return forms.map((form) => quoted(idKey(`pm${form}`)));
  if (kind === 'author') return authorKeys(forms, exact, prefix);
  const prefixes: Readonly<Record<Exclude<Named['kind'], 'author' | 'pmid'>, FactKind>> = {
    heading: 'mh',
    journal: 'ta',
    type: 'pt',
    language: 'la',
  };
  return [quoted(factKey(prefixes[kind], whole)) + star];
}

const SUFFIXES: ReadonlySet<string> = new Set(['jr', 'sr', '2nd', '3rd', '4th', 'ii', 'iii', 'iv']);

/**
 * `Varga` is every Varga, `Varga J` those whose initials begin with J, `"Varga J"` J alone, `Varga Jana` the fore name in either order.
 * The last name is always whole, so that nobody is found by an initial or by half a double name.
 */
function authorKeys(forms: readonly string[], exact: boolean, prefix: boolean): string[] {
  const whole = forms.join('_');
  const everybody = quoted(factKey('au', prefix ? whole : `${whole},`)) + ' *';
  // A suffix stands in no key: `Varga J Jr` is looked for as `Varga J`, too; `Varga JR` has initials and is not every Varga.
  const bare = SUFFIXES.has(forms.at(-1) ?? '') ? forms.slice(0, -1) : [];
  return [everybody, ...personKeys(forms, exact, prefix), ...personKeys(bare, exact, prefix)];
}

/** The keys of a last name with initials or fore names behind it, wherever the one ends and the others begin. */
function personKeys(forms: readonly string[], exact: boolean, prefix: boolean): string[] {
  const keys: string[] = [];
  for (let cut = 1; cut < forms.length; cut += 1) {
    const before = forms.slice(0, cut);
    const after = forms.slice(cut);
    const initials = after.join('');
    if (initials.length <= 4) keys.push(quoted(factKey('au', `${before.join('_')},${initials}`)) + (exact ? '' : ' *'));
    const star = prefix ? ' *' : '';
    keys.push(quoted(factKey('fau', `${before.join('_')},${after.join('_')}`)) + star);
    keys.push(quoted(factKey('fau', `${after.join('_')},${before.join('_')}`)));
  }
  return keys;
}

function facts(keys: readonly string[]): string {
  return `(facts : (${keys.join(' OR ')}))`;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
