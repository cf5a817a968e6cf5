import { describe, expect, it } from '@jest/globals';
import { buildSchema, type GraphQLObjectType, print } from 'graphql';
import { sizeConnections } from '../../src/graph/size-connections.js';

const schema = buildSchema(`
  directive @tag(name: String!) on FIELD_DEFINITION
  type Query {
    clients(first: Int, after: String, last: Int, before: String): ClientConnection! @tag(name: "public")
    lastly(last: Int): ClientConnection
    tags(first: Int, last: Int): [String!]!
  }
  type ClientConnection { edges: [Edge!]!  nodes: [String!]! }
  type Edge { node: String }
`);
sizeConnections(schema);

const directivesOf = (field: string): string[] => {
  const query = schema.getQueryType() as GraphQLObjectType;
  return (query.getFields()[field]?.astNode?.directives ?? []).map((node) => print(node));
};

describe('a field that answers a connection', () => {
  it('says how long its page is, by its arguments or by the kit’s default, beside what it said', () => {
    expect(directivesOf('clients')).toEqual([
      '@tag(name: "public")',
      '@listSize(assumedSize: 25, slicingArguments: ["first", "last"], sizedFields: ["edges", "nodes"], requireOneSlicingArgument: false)',
    ]);
  });

  it.each(['lastly', 'tags'])('is none without its arguments, or of another type: %s', (field) => {
    expect(directivesOf(field)).toEqual([]);
  });
});
