import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../sources.mjs';
import { workspaces } from '../workspaces.mjs';

/**
 * What names the house has already, read from its sources and its schema.
 * @param {string} root
 * @param {ReadonlySet<string>} words identifiers of the templates
 * @returns {import('./names.mjs').Taken}
 */
export function surveyHouse(root, words) {
  const read = (path) =>
    existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '';
  const ids = [...read('subgraphs/kit/src/domain/ids.ts').matchAll(/^ {2}(\w+): '([a-z]{3})',$/gm)];
  const schema = read('schema/api.graphql');
  const types = [...schema.matchAll(/^(?:type|interface|enum|input|scalar|union) (\w+)/gm)];
  const sources = workspaces(root)
    .filter((path) => path.startsWith('subgraphs/'))
    .flatMap((path) => filesBelow(join(root, path, 'src', 'domain')))
    .filter((file) => file.endsWith('.aggregate.ts'))
    .map((file) => readFileSync(file, 'utf8'));
  const streams = sources.flatMap((text) => [...text.matchAll(/^ {2}name: '([a-z-]+)',$/gm)]);
  const packages = workspaces(root).map((path) => JSON.parse(read(`${path}/package.json`)).name);
  return {
    packages: new Set(packages.map((name) => name.replace('@nexus/', ''))),
    types: new Set([...types, ...ids].map(([, type]) => type)),
    prefixes: new Set(ids.map(([, , prefix]) => prefix)),
    streams: new Set(streams.map(([, stream]) => stream)),
    words,
  };
}
