import { Kind, visit } from 'graphql';

const TYPENAME = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/**
 * Asks for `__typename` at the end of every selection but an operation's own, where the normalised cache of the
 * portals would put it: so that what is sent is, to the letter, what the manifest lists.
 * @param {import('graphql').DocumentNode} document
 * @returns {import('graphql').DocumentNode}
 */
export function withTypenames(document) {
  return visit(document, {
    SelectionSet(node, _key, parent) {
      if (parent?.kind === Kind.OPERATION_DEFINITION || node.selections.some(isTypename)) return;
      return { ...node, selections: [...node.selections, TYPENAME] };
    },
  });
}

function isTypename({ kind, name, alias }) {
  return kind === Kind.FIELD && name.value === '__typename' && !alias;
}
