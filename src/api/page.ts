/** The reference page of the API, written from the table of routes. */
import { z } from 'zod';
import { ROUTES } from './routes.ts';
import type { Route } from './route.ts';

const WHO: Readonly<Record<Route['permission'], string>> = {
  public: 'Anyone who reaches the house.',
  read: 'Whoever may read here: anyone in the sample, in a house without a person and where `PUBLIC_READING` is on; else people with an account.',
  account: 'Anyone who is signed in.',
  loopback: 'Only at the machine Attune runs on, as long as your house has no accounts.',
  'walk-in': 'Only at the machine Attune runs on, in the sample.',
  bring: 'Librarians and administrators; anyone at the machine Attune runs on as long as there are no accounts.',
  wish: 'Whoever may bring papers; anyone else who is signed in sees and asks for their own wishes, which wait for a librarian.',
  administrator: 'Administrators.',
  auditor: 'Administrators and privacy officers.',
};

const AGAIN = 'Whoever has not entered the password for ten minutes is asked for it first (`confirm_needed`).';
const FILE = 'The answer is a file.';

/** Markdown; `docs/api.md` is exactly this. */
export function apiPage(): string {
  return [
    '# API',
    '',
    'JSON over HTTP, as the page itself uses it. A request that cannot be answered gets `{ "error": { "code", "message", "at"? } }`:',
    'the message is a sentence for a person, `at` the place in the query as sent, in UTF-16 units. Changes need the content type',
    '`application/json` and come from the page’s own address.',
    '',
    ...Object.values(ROUTES).flatMap(section),
    '_This page is written from the table in `src/api/routes.ts` by `npm run docs`._',
    '',
  ].join('\n');
}

function section(route: Route): string[] {
  const rows = fields(route);
  return [
    `## \`${route.method} ${route.path}\``,
    '',
    [
      route.summary,
      WHO[route.permission],
      ...(route.asksAgain ? [AGAIN] : []),
      ...(route.givesFile ? [FILE] : []),
    ].join(' '),
    '',
    ...(rows.length === 0 ? [] : ['| parameter | type | needed |', '| --- | --- | --- |', ...rows, '']),
    '<details><summary>Answer (JSON Schema)</summary>',
    '',
    '```json',
    JSON.stringify(z.toJSONSchema(route.answer, { unrepresentable: 'any' }), undefined, 1),
    '```',
    '',
    '</details>',
    '',
  ];
}

function fields(route: Route): string[] {
  const schema = z.toJSONSchema(route.request, { io: 'input', unrepresentable: 'any' });
  const needed = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const { type, enum: values, const: only } = property as { type?: string; enum?: unknown[]; const?: unknown };
    const shown =
      values?.map((value) => `\`${String(value)}\``).join(', ') ??
      (only === undefined ? (type ?? 'a number') : `\`${String(only)}\``);
    return `| \`${name}\` | ${shown} | ${needed.has(name) ? 'yes' : 'no'} |`;
  });
}
