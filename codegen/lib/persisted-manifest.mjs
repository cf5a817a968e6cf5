import { createHash } from 'node:crypto';
import { Kind, print, visit } from 'graphql';

/**
 * The operations as a router trusts them: a persisted query manifest in Apollo's format, version 1. A text is what
 * `print` makes of the typed document, which is what clients send; its id is the SHA-256 of that.
 * @param {ReturnType<typeof import('./operations.mjs').readOperations>} operations
 * @returns {string}
 */
export function persistedManifest(operations) {
  return manifestOf(operations.flatMap(({ document }) => operationsOf(document)));
}

/** @param {readonly ReturnType<typeof persisted>[]} operations */
export function manifestOf(operations) {
  const manifest = { format: 'apollo-persisted-query-manifest', version: 1, operations };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** @param {import('graphql').DocumentNode} document */
function operationsOf({ definitions }) {
  const fragments = definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  return definitions
    .filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)
    .map((operation) => persisted(wholeDocument(operation, fragments)));
}

/**
 * An operation with the fragments that it spreads, directly or through others, each once.
 * @param {import('graphql').OperationDefinitionNode} operation
 * @param {readonly import('graphql').FragmentDefinitionNode[]} fragments
 * @returns {import('graphql').DocumentNode}
 */
export function wholeDocument(operation, fragments) {
  const byName = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  return { kind: Kind.DOCUMENT, definitions: [operation, ...fragmentsOf(operation, byName)] };
}

/**
 * How a manifest lists a document whose first definition is its operation.
 * @param {import('graphql').DocumentNode} document
 */
export function persisted(document) {
  const [operation] = document.definitions;
  const body = print(document);
  const id = createHash('sha256').update(body).digest('hex');
  return { id, name: operation.name?.value ?? '', type: operation.operation, body };
}

/**
 * The fragments that a definition spreads, directly or through others, each once.
 * @param {import('graphql').ASTNode} definition
 * @param {ReadonlyMap<string, import('graphql').FragmentDefinitionNode>} fragments
 */
function fragmentsOf(definition, fragments) {
  const found = new Set();
  const search = (node) =>
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value);
        if (!fragment || found.has(fragment)) return;
        found.add(fragment);
        search(fragment);
      },
    });
  search(definition);
  return found;
}
