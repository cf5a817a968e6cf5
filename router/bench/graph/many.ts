import type { SubgraphText } from '../lib/world.ts';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])`;
const ENTITIES_OF_ONE = 26;

/** Subgraphs that nobody asks: `count` of them, with some 52 types each. */
export function bystanders(count: number): SubgraphText[] {
  return Array.from({ length: count }, (_, index) => {
    const types = Array.from({ length: ENTITIES_OF_ONE }, (_unused, number) => {
      const name = `T${index}x${number}`;
      return `
        type ${name} @key(fields: "id") { id: ID! title: String count: Int detail: ${name}Detail next: T${index}x${(number + 1) % ENTITIES_OF_ONE} }
        type ${name}Detail { text: String at: String amount: Float tags: [String!]! }`;
    });
    const typeDefs = `${LINK} type Query { t${index}: [T${index}x0] } ${types.join('')}`;
    return { name: `bystander-${index}`, typeDefs, url: 'http://127.0.0.1:9/graphql' };
  });
}
