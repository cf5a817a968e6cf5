import { posix } from 'node:path';
import { LAYERS, PACKAGE_FENCES } from './fence-rules.mjs';
import { importsOf } from './imports.mjs';

/** A subgraph's own published event types, at its root. */
const PUBLISHED = /^events(\.d\.ts|\.js)$/;

/**
 * @typedef {object} Violation
 * @property {string} file
 * @property {number} line
 * @property {string} message
 */

/**
 * Which imports of a source file run against the arrows of the architecture.
 * @param {string} file path relative to the root, with forward slashes
 * @param {string} source
 * @returns {Violation[]}
 */
export function violationsOf(file, source) {
  return importsOf(source).flatMap((statement) => {
    const reason = packageFence(file, statement) ?? subgraphFence(file, statement);
    return reason
      ? [{ file, line: statement.line, message: `"${statement.from}": ${reason}` }]
      : [];
  });
}

function packageFence(file, { from }) {
  return PACKAGE_FENCES.find(
    ({ folder, forbidden }) => file.startsWith(folder) && forbidden.test(from),
  )?.why;
}

function subgraphFence(file, statement) {
  const [, subgraph, path] = /^subgraphs\/([^/]+)\/src\/(.+)$/.exec(file) ?? [];
  if (!subgraph || !path) return undefined;
  if (subgraph === 'kit') return kitFence(path, statement);
  const own = `subgraphs/${subgraph}/`;
  return statement.from.startsWith('.')
    ? relativeFence(own, file, path, statement)
    : importedPackageFence(subgraph, path, statement);
}

/** The kit's domain is as pure as every other. */
function kitFence(path, { from }) {
  if (!path.startsWith('domain/')) return undefined;
  if (from.startsWith('node:')) return 'the domain reads no clock, file or network';
  const target = posix.join(posix.dirname(path), from);
  return from.startsWith('.') && !target.startsWith('domain/')
    ? 'the domain imports nothing of the rest of the kit'
    : undefined;
}

function relativeFence(own, file, path, { from, typeOnly }) {
  const target = posix.join(posix.dirname(file), from);
  if (PUBLISHED.test(target.slice(own.length)) && typeOnly) return undefined;
  if (!target.startsWith(`${own}src/`)) return 'it leaves the subgraph';
  const layer = layerOf(path);
  const targetLayer = layerOf(target.slice(`${own}src/`.length));
  if (!layer || layer === targetLayer) return undefined;
  const { folders } = LAYERS[layer];
  if (targetLayer && folders.includes(targetLayer)) return undefined;
  const allowed = folders.length > 0 ? `${layer} and ${folders.join(', ')}` : `${layer} alone`;
  return `${layer} imports from ${allowed}`;
}

function importedPackageFence(subgraph, path, { from, typeOnly }) {
  const [, neighbour, face] = /^@nexus\/([^/]+)(?:\/(.+))?$/.exec(from) ?? [];
  if (neighbour && neighbour !== 'kit') {
    const eventTypes = face === 'events' && typeOnly;
    return eventTypes && neighbour !== subgraph
      ? undefined
      : 'of another subgraph only the types of its events may be imported (import type … from "@nexus/<name>/events")';
  }
  const layer = layerOf(path);
  const packages = layer ? LAYERS[layer].packages : undefined;
  if (!packages || packages.some((pattern) => matches(from, pattern))) return undefined;
  return `${layer} uses ${packages.join(', ')} and no other package`;
}

function layerOf(path) {
  const [folder = ''] = path.split('/');
  return path.includes('/') && Object.hasOwn(LAYERS, folder) ? folder : undefined;
}

function matches(name, pattern) {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}
