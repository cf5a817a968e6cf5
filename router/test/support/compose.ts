import { composeSubgraphs } from '../../src/compose/index.js';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@external", "@requires", "@provides", "@shareable", "@interfaceObject", "@inaccessible", "@override",
  "@tag", "@authenticated", "@requiresScopes", "@policy", "@cost", "@listSize"
])`;

/** The supergraph of some subgraphs, given as type definitions by name. */
export function compose(subgraphs: Readonly<Record<string, string>>): string {
  const composed = composeSubgraphs(
    Object.entries(subgraphs).map(([name, typeDefs]) => ({
      name,
      typeDefs: `${LINK}\n${typeDefs}`,
    })),
  );
  if (!composed.ok) throw new TypeError(JSON.stringify(composed.errors));
  return composed.supergraphSdl;
}
