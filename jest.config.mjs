// One configuration for the whole tree: `unit` needs nothing, `int` gets a real PostgreSQL for each worker.
// Run: NODE_OPTIONS=--experimental-vm-modules node node_modules/jest/bin/jest.js [path]

const swc = {
  jsc: {
    target: 'es2023',
    experimental: { keepImportAttributes: true },
    parser: { syntax: 'typescript', decorators: true, tsx: false },
    transform: {
      legacyDecorator: true,
      decoratorMetadata: false,
      useDefineForClassFields: false,
    },
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};

const common = {
  testEnvironment: 'node',
  roots: ['subgraphs', 'router', 'host', 'codegen', 'apps', 'scripts'].map(
    (folder) => `<rootDir>/${folder}`,
  ),
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  // TypeScript sources name their imports `./x.js`; on disk it is `./x.ts`.
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    // Consumed as source: in whichever of .ts and .tsx a module is.
    '^@nexus/ui/(.*)$': '<rootDir>/apps/ui/src/$1',
    // One file instead of one for each of its 1700 icons.
    '^lucide-react$': '<rootDir>/node_modules/lucide-react/dist/cjs/lucide-react.js',
  },
  moduleFileExtensions: ['js', 'mjs', 'cjs', 'ts', 'tsx', 'json', 'node'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', swc],
    '^.+\\.tsx$': [
      '@swc/jest',
      {
        ...swc,
        jsc: {
          ...swc.jsc,
          parser: { ...swc.jsc.parser, tsx: true },
          transform: { ...swc.jsc.transform, react: { runtime: 'automatic' } },
        },
      },
    ],
  },
};

// What of the router's tests reaches its planner. `e2e/planners` chooses its planners itself, and is not run twice.
const plannedTests = [
  ...[
    'apollo-server',
    'authorization',
    'cache-hints',
    'contracts',
    // What is deferred is planned by the second planner anyway.
    'differential-fuzzing/!(deferred)',
    'entity-cache/reuse',
    'file-upload',
    'hot-reload',
    'progressive-override',
    'query-plans',
    'shared-subscriptions',
    'subgraph-faults',
  ].map((name) => `<rootDir>/router/e2e/${name.includes('/') ? name : `${name}/*`}.e2e.test.ts`),
  ...['bad-input', 'distributed', 'plugins', 'subscriptions', 'authorization-leaks'].map(
    (name) => `<rootDir>/router/test/${name}.int.test.ts`,
  ),
  '<rootDir>/router/test/router.unit.test.ts',
];

/** @type {import('jest').Config} */
export default {
  // Tests of servers and browsers wait about as long as they work: three keep two cores busy.
  maxWorkers: 3,
  // Jest heeds it at the root alone; what really hangs is cut off by the run's own limit.
  testTimeout: 60_000,
  collectCoverage: false,
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/**/*.unit.test.{ts,tsx}'],
    },
    {
      ...common,
      displayName: 'int',
      testMatch: ['<rootDir>/**/*.int.test.ts', '<rootDir>/**/*.e2e.test.ts'],
      setupFiles: ['<rootDir>/host/test/support/postgres-of-worker.mjs'],
      globalSetup: '<rootDir>/host/test/support/postgres-setup.mjs',
      globalTeardown: '<rootDir>/host/test/support/postgres-teardown.mjs',
    },
    {
      ...common,
      displayName: 'second planner',
      testMatch: plannedTests,
      setupFiles: ['<rootDir>/router/test/support/second-planner.mjs'],
    },
  ],
};
