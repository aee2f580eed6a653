/** The rooms and what each may open: the table of docs/ARCHITECTURE.md, as rules. */

/** Room → rooms whose doors it may open. `types` are doors open for types alone. */
const ROOMS = {
  model: { opens: [] },
  text: { opens: ['model'] },
  config: { opens: ['model'] },
  storage: { opens: ['model'] },
  outside: { opens: ['model'] },
  people: { opens: ['model', 'text', 'storage'] },
  library: { opens: ['model', 'text', 'storage', 'outside'] },
  ranking: { opens: ['model', 'text'] },
  reading: { opens: ['model', 'storage', 'people'] },
  app: { opens: ['model', 'text', 'storage', 'outside', 'people', 'library', 'ranking', 'reading'] },
  api: { opens: ['model'] },
  server: { opens: ['model', 'api'], types: ['library', 'people', 'ranking', 'reading', 'app', 'storage'] },
  cli: { opens: ['model', 'api'], types: ['library', 'people', 'ranking', 'reading', 'app', 'storage'] },
  bench: {
    opens: [
      'model',
      'text',
      'config',
      'storage',
      'outside',
      'people',
      'library',
      'reading',
      'ranking',
      'app',
      'api',
      'server',
    ],
  },
  main: {
    opens: [
      'model',
      'text',
      'config',
      'storage',
      'outside',
      'people',
      'library',
      'ranking',
      'reading',
      'app',
      'api',
      'server',
      'cli',
      'bench',
    ],
  },
  web: { opens: ['model'], types: ['api'] },
};

const rules = Object.entries(ROOMS).flatMap(([room, { opens, types = [] }]) => {
  const own = `^src/${room}/`;
  return [
    {
      name: `${room}-opens`,
      comment: `${room} opens: ${[...opens, ...types].join(', ') || 'no other room'}.`,
      severity: 'error',
      from: { path: own },
      to: { path: '^src/', pathNot: [own, ...[...opens, ...types].map((other) => `^src/${other}/`)] },
    },
    {
      name: `${room}-types-only`,
      comment: `${room} takes nothing but types from: ${types.join(', ')}.`,
      severity: 'error',
      from: { path: own },
      to: { path: types.map((other) => `^src/${other}/`).join('|') || '^$', dependencyTypesNot: ['type-only'] },
    },
  ];
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycle',
      comment: 'Imports go one way; loops of life close through stored rows.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'by-the-door',
      comment: 'A room is entered by its index.ts alone.',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/', pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$'] },
    },
    {
      name: 'no-orphan-import',
      comment: 'What is imported exists and is a dependency of the package.',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true },
    },
    {
      name: 'no-dev-in-product',
      comment: 'The product needs no development dependency.',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.test\\.tsx?$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
    },
    ...rules,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.test\\.tsx?$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
