import { Kind } from 'graphql';
import { readOperations } from './operations.mjs';
import { InvalidDocuments } from './typed-documents.mjs';
import { withTypenames } from './typenames.mjs';

/**
 * @typedef {object} Source one `.graphql` file: one operation, or fragments
 * @property {string} path absolute
 * @property {string} location as people name it
 * @property {import('graphql').DefinitionNode[]} definitions with `__typename` in every selection
 */

/**
 * The documents in the given folders, each with what the cache will add to them already in it.
 * @param {readonly string[]} folders
 * @returns {Source[]}
 * @throws {InvalidDocuments} where a file holds two operations, or a name is given twice
 */
export function readSources(folders) {
  const sources = folders.flatMap((folder) =>
    readOperations(folder).map(({ path, location, document }) => ({
      path,
      location,
      definitions: withTypenames(document).definitions,
    })),
  );
  const faults = [...crowded(sources), ...ambiguous(sources)];
  if (faults.length > 0) throw new InvalidDocuments(faults.join('\n'));
  return sources;
}

/** @param {readonly Source[]} sources */
export function fragmentsOf(sources) {
  return sources
    .flatMap(({ definitions }) => definitions)
    .filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
}

function crowded(sources) {
  return sources
    .filter(({ definitions }) => {
      const operations = definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
      return operations.length > 1 || operations.some(({ name }) => !name);
    })
    .map(({ location }) => `${location}: one operation, with a name, in one file.`);
}

function ambiguous(sources) {
  const seen = new Map();
  const faults = [];
  for (const { location, definitions } of sources) {
    for (const { name } of definitions) {
      const before = seen.get(name?.value);
      if (before)
        faults.push(`${location}: ${name.value} is the name of one in ${before} already.`);
      seen.set(name?.value, location);
    }
  }
  return faults;
}
