import { Failure } from '../failure.mjs';
import { composeFile, dockerfile } from './containers.mjs';
import { capital } from './words.mjs';

const LINK = '@nexus/';

/**
 * Where the house must hear of a new subgraph, and how each file reads afterwards. Nothing is written here:
 * either every place is found, or Failure is thrown and nothing has changed.
 * @param {(path: string) => string} read a file of the house
 * @returns {Map<string, string>} new texts by path
 */
export function registrations(read, names) {
  const { name, pascal, prefix, snake } = names;
  const edits = {
    'tsconfig.json': (text) =>
      before(text, '    { "path": "router" }', `    { "path": "subgraphs/${name}" },\n`),
    'host/tsconfig.json': (text) =>
      before(text, '    { "path": "../router" }', `    { "path": "../subgraphs/${name}" },\n`),
    'host/package.json': (text) => withDependency(text, name),
    'host/src/subgraphs.ts': (text) => inList(imported(text, name), name),
    'package-lock.json': (text) => withWorkspace(text, name, read),
    'subgraphs/kit/src/domain/ids.ts': (text) =>
      before(text, '} as const;\nexport type EntityName', `  ${pascal}: '${prefix}',\n`),
    'subgraphs/kit/src/domain/rule-table/index.ts': (text) => withRules(text, name),
    'subgraphs/identity/src/domain/scope-catalogue.ts': (text) =>
      before(text, '] as const;\nexport type Scope', scopes(name)),
    'subgraphs/identity/src/domain/roles.ts': (text) =>
      after(text, "...allow('crm:admin'),\n", `      ...allow('${name}:admin'),\n`),
    'docker-compose.yml': (text) => composeFile(text, name),
    'deploy/Dockerfile': (text) => dockerfile(text, name),
  };
  const written = Object.entries(edits).map(([path, edit]) => [
    path,
    attempt(path, read(path), edit),
  ]);
  return new Map([
    ...written,
    [`subgraphs/kit/src/domain/rule-table/${name}.ts`, ruleTable(name, snake.toUpperCase())],
  ]);
}

function attempt(path, text, edit) {
  try {
    return edit(text);
  } catch (error) {
    if (error instanceof Failure) throw new Failure(`${path} is not as expected: ${error.message}`);
    throw error;
  }
}

/** Puts a text before the only place that reads like this. */
export function before(text, anchor, addition) {
  return text.replace(the(text, anchor), (found) => addition + found);
}

/** Puts a text after the first place that reads like this. */
export function after(text, anchor, addition) {
  if (!text.includes(anchor)) the(text, anchor);
  return text.replace(anchor, (found) => found + addition);
}

function the(text, anchor) {
  if (text.split(anchor).length !== 2)
    throw new Failure(`"${anchor.trim().split('\n')[0]}" should stand there once.`);
  return anchor;
}

function withDependency(text, name) {
  const manifest = JSON.parse(text);
  manifest.dependencies = sorted({ ...manifest.dependencies, [`${LINK}${name}`]: '0.1.0' });
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function sorted(record) {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => a.localeCompare(b, 'en')));
}

function imported(text, name) {
  const line = `import { ${name} } from '${LINK}${name}';\n`;
  const lines = [...text.matchAll(/^import .*\n/gm)].map(([found]) => found);
  const next = lines.find(
    (found) => found.slice(found.indexOf("'")) > line.slice(line.indexOf("'")),
  );
  if (next) return before(text, next, line);
  if (lines.length === 0) throw new Failure('it imports nothing.');
  return after(text, lines.at(-1) ?? '', line);
}

function inList(text, name) {
  const list = /(export const domains: readonly SubgraphDefinition\[\] = \[)([^\]]*)\]/;
  if (!list.test(text)) throw new Failure('the list of domains should stand there.');
  return text.replace(list, (_, start, items) => {
    const known = items
      .split(',')
      .map((item) => item.trim())
      .filter(Boolean);
    return `${start}${[...known, name].join(', ')}]`;
  });
}

/** npm's own record: without it the next installation would ask the network for what lies here. */
function withWorkspace(text, name, read) {
  const lock = JSON.parse(text);
  const { packages } = lock;
  if (!packages?.host) throw new Failure('its "packages" should name the workspaces.');
  packages[`node_modules/${LINK}${name}`] = { resolved: `subgraphs/${name}`, link: true };
  packages[`subgraphs/${name}`] = {
    name: `${LINK}${name}`,
    version: '0.1.0',
    license: 'MIT',
    dependencies: dependenciesOf(read),
  };
  packages.host.dependencies = sorted({
    ...packages.host.dependencies,
    [`${LINK}${name}`]: '0.1.0',
  });
  lock.packages = sorted(packages);
  return `${JSON.stringify(lock, null, 2)}\n`;
}

/** What a subgraph needs, in the versions that the kit stands on. */
export function dependenciesOf(read) {
  const { version, dependencies } = JSON.parse(read('subgraphs/kit/package.json'));
  const needed = ['graphql', 'reflect-metadata', 'type-graphql', 'typeorm'];
  return {
    [`${LINK}kit`]: version,
    ...Object.fromEntries(needed.map((wanted) => [wanted, dependencies[wanted]])),
  };
}

function withRules(text, name) {
  const table = `${name.toUpperCase()}_RULES`;
  const listed = before(text, '} as const satisfies', `  ...${table},\n`);
  return after(
    listed,
    "import { KIT_RULES } from './kit.js';\n",
    `import { ${table} } from './${name}.js';\n`,
  );
}

function ruleTable(name, entity) {
  return `/** Rules of ${name}. */
export const ${name.toUpperCase()}_RULES = {
  ${entity}_NAME_TAKEN: ['TAKEN', 'error'],
  ${entity}_STATE_INVALID: ['INVALID_STATE', 'error'],
} as const;
`;
}

function scopes(name) {
  return ['read', 'write', 'admin'].map((verb) => `  '${name}:${verb}',\n`).join('');
}

/** The first line that a person reads of what was made. */
export function summary({ name, pascal }) {
  return `subgraphs/${name} stands: ${capital(name)} with ${pascal} (create, rename, archive, list).`;
}
