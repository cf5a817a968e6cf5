import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { buildSchema, Kind, parse, validate } from 'graphql';
import { manifestOf, persisted, wholeDocument } from './persisted-manifest.mjs';
import { portalFile } from './portal-file.mjs';
import { fragmentsOf, readSources } from './portal-sources.mjs';
import { InvalidDocuments } from './typed-documents.mjs';

/**
 * Brings up to date what a portal's `.graphql` files amount to: `x.generated.ts` beside each, and the manifest of
 * all that the portal may ask, its own operations and the design system's.
 * @param {object} options
 * @param {string} options.sdl the API schema
 * @param {readonly string[]} options.own folders whose files get their TypeScript
 * @param {readonly string[]} [options.shared] folders whose operations and fragments the portal uses
 * @param {string} [options.manifest] file of the persisted operations
 * @param {boolean} [options.check] write nothing, only tell whether the manifest is out of date
 * @returns {Promise<'fresh' | 'written' | 'stale'>}
 * @throws {InvalidDocuments} naming each fault with its file
 */
export async function generatePortal({ sdl, own, shared = [], manifest, check = false }) {
  const graph = { schema: parse(sdl), schemaAst: buildSchema(sdl) };
  const mine = readSources(own);
  const sources = readSources([...own, ...shared]);
  const fragments = fragmentsOf(sources);
  const listed = wholeDocuments(sources, fragments);
  assertValid(graph.schemaAst, listed, fragments);
  const operations = listed.map(({ document }) => persisted(document));
  const stale = [
    ...(manifest ? [{ path: manifest, text: manifestOf(operations) }] : []),
    ...(check ? [] : await texts(mine, sources, graph)),
  ].filter(({ path, text }) => !existsSync(path) || readFileSync(path, 'utf8') !== text);
  if (stale.length === 0) return 'fresh';
  if (check) return 'stale';
  for (const { path, text } of stale) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return 'written';
}

/** The TypeScript of a `.graphql` file stands beside it. */
export function generatedPath(path) {
  return path.replace(/\.graphql$/, '.generated.ts');
}

function texts(mine, sources, graph) {
  const fragments = fragmentsOf(sources);
  const known = new Map(sources.map((source) => [source.path, source]));
  return Promise.all(
    mine.map(async ({ path }) => ({
      path: generatedPath(path),
      text: await portalFile(known.get(path), fragments, graph),
    })),
  );
}

function wholeDocuments(sources, fragments) {
  return sources.flatMap(({ location, definitions }) =>
    definitions
      .filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)
      .map((operation) => ({ location, document: wholeDocument(operation, fragments) })),
  );
}

function assertValid(schema, listed, fragments) {
  const known = new Set(fragments.map(({ name }) => name.value));
  const faults = listed.flatMap(({ location, document }) =>
    validate(schema, document).map(({ message }) => `${location}: ${message}`),
  );
  const spread = new Set(
    listed.flatMap(({ document }) => document.definitions.map(({ name }) => name.value)),
  );
  const idle = [...known].filter((name) => !spread.has(name));
  for (const name of idle) faults.push(`The fragment ${name} is spread nowhere.`);
  if (faults.length > 0) throw new InvalidDocuments(faults.join('\n'));
}
