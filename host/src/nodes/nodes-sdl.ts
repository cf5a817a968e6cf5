import type { BuiltSubgraph } from '@nexus/kit/graph';
import { Kind, parse } from 'graphql';

/** The subgraph that resolves each entity, by type name: the one that defines it with a key and as a Node. */
export function nodeOwners(
  built: readonly Pick<BuiltSubgraph, 'name' | 'sdl'>[],
): Map<string, string> {
  const owners = new Map<string, string>();
  for (const { name, sdl } of built) {
    for (const node of parse(sdl).definitions) {
      if (node.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
      const isNode = node.interfaces?.some((face) => face.name.value === 'Node');
      const isOwned = node.directives?.some(
        ({ name: key, arguments: given = [] }) =>
          key.value === 'key' && !given.some(({ name: { value } }) => value === 'resolvable'),
      );
      if (isNode && isOwned) {
        owners.set(node.name.value, name);
      }
    }
  }
  return owners;
}

/** The generated subgraph behind `node(id)` and `nodes(ids)`. */
export function nodesSdl(built: readonly Pick<BuiltSubgraph, 'name' | 'sdl'>[]): string {
  const types = [...nodeOwners(built).keys()].sort();
  return `
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@authenticated"])

    """Anything with an identity of its own. \`node(id)\` finds it wherever it lives."""
    interface Node {
      """Opaque id, unique in the whole graph."""
      id: ID!
    }

    """What can be read."""
    type Query {
      """Anything by its id; null where it does not exist or is out of the caller's reach."""
      node("The id." id: ID!): Node @authenticated
      """Several at once, in the order of the ids, at most 100."""
      nodes("The ids." ids: [ID!]!): [Node] @authenticated
    }

    ${types.map((type) => `type ${type} implements Node @key(fields: "id") {\n  """Opaque id, unique in the whole graph."""\n  id: ID!\n}`).join('\n\n')}
  `;
}
