import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { diskFull, Failure } from './failure.mjs';
import { childEnvironment, MODULES, ROOT } from './paths.mjs';
import { withProgress } from './progress.mjs';
import { capture } from './run.mjs';
import { filesBelow, hashOf } from './sources.mjs';

const SHARED = ['package-lock.json', 'tsconfig.base.json'];

/** What every portal is made of beside its own sources. */
const PORTAL = ['apps/ui', 'schema/api.graphql', 'codegen/lib', 'codegen/sdk/src', ...SHARED];
const PORTALS = ['sign-in', 'employee', 'client', 'admin'];

/** What is built: from which sources, into which files, by which program. */
const TARGETS = [
  {
    name: 'server',
    says: 'Compiling',
    sources: ['subgraphs', 'router', 'host', 'codegen/sdk', 'tsconfig.json', ...SHARED],
    outputs: [
      'host/dist/cli.js',
      ...projectReferences().map((path) => `${path}/dist/.tsbuildinfo`),
    ],
    cwd: '.',
    program: ['typescript/bin/tsc', '-b'],
  },
  {
    name: 'explorer',
    says: 'Building the explorer',
    sources: ['apps/explorer', 'codegen/documents', 'codegen/sdk/src', ...SHARED],
    outputs: ['apps/explorer/dist/index.html'],
    cwd: 'apps/explorer',
    program: ['vite/bin/vite.js', 'build', '--logLevel', 'warn'],
  },
  {
    name: 'documents',
    says: 'Typing what the portals ask',
    sources: ['schema/api.graphql', 'codegen/lib', 'codegen/generate.mjs', ...documents()],
    outputs: documents().map((path) => path.replace(/\.graphql$/, '.generated.ts')),
    cwd: 'codegen',
    program: ['generate.mjs'],
  },
  ...PORTALS.filter((name) => existsSync(join(ROOT, 'apps', name, 'index.html'))).map((name) => ({
    name: `portal-${name}`,
    says: `Building the portal /${name}`,
    sources: [`apps/${name}`, ...PORTAL],
    outputs: [`apps/${name}/dist/index.html`],
    cwd: `apps/${name}`,
    program: ['vite/bin/vite.js', 'build', '--logLevel', 'warn'],
  })),
  {
    name: 'router-explorer',
    says: "Building the router's explorer",
    sources: ['router/explorer', ...SHARED],
    outputs: ['router/dist/explorer/index.html'],
    cwd: 'router',
    program: ['vite/bin/vite.js', 'build', 'explorer', '--logLevel', 'warn'],
  },
];

/**
 * Builds what changed since the last build; when nothing did it only reads the sources.
 * @param {string} node the Node to build on
 */
export async function ensureBuilt(node) {
  const stale = TARGETS.filter((target) => existsSync(join(ROOT, target.cwd, 'package.json')))
    .map((target) => ({ ...target, hash: hashOf(ROOT, target.sources) }))
    .filter((target) => !isFresh(target));
  for (const target of stale) {
    await withProgress(target.says, () => build(node, target));
  }
}

async function build(node, { name, hash, cwd, program, outputs }) {
  const [script, ...args] = program;
  const directory = join(ROOT, cwd);
  const result = await capture(node, [locate(directory, script), ...args], {
    cwd: directory,
    env: childEnvironment(node),
  });
  if (/ENOSPC|no space left/i.test(result.output)) throw diskFull(result.output);
  if (result.code !== 0) {
    throw new Failure(`The ${name} does not compile; what is wrong stands above.`, result.output);
  }
  const absent = outputs.find((output) => !existsSync(join(ROOT, output)));
  if (absent) {
    throw new Failure(
      `The ${name} was compiled, yet ${absent} is missing. Delete every dist folder and try again.`,
      result.output,
    );
  }
  mkdirSync(dirname(stampFile(name)), { recursive: true });
  writeFileSync(stampFile(name), hash);
}

function isFresh({ name, hash, outputs }) {
  const stamp = stampFile(name);
  return (
    outputs.every((output) => existsSync(join(ROOT, output))) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === hash
  );
}

function projectReferences() {
  const { references } = JSON.parse(readFileSync(join(ROOT, 'tsconfig.json'), 'utf8'));
  return references.map(({ path }) => path);
}

/** The portals' `.graphql` files, relative to the root. */
function documents() {
  return filesBelow(join(ROOT, 'apps'))
    .filter((path) => path.endsWith('.graphql'))
    .map((path) => relative(ROOT, path))
    .sort();
}

/** A program of the workspace, of a package that it has in a version of its own, or of the root's. */
function locate(directory, script) {
  const candidates = [join(directory, script), join(directory, 'node_modules', script)];
  return candidates.find((path) => existsSync(path)) ?? join(MODULES, script);
}

function stampFile(name) {
  return join(MODULES, '.cache', 'nexus', `${name}.built`);
}
