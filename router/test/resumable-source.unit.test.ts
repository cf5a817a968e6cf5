import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, print } from 'graphql';
import { resumableSource } from '../src/engine/resumable-source.js';
import type { FetchNode } from '../src/planner/plan.js';

const schema = buildSchema(`
  type Query { a: Int }
  type Subscription { added(upc: ID!, after: String, first: Int): Added!  count: Int }
  type Added { id: ID!  sequence: String }
`);
const rules = { added: { argument: 'after', field: 'sequence' } };

const source = (query: string) =>
  ({
    subgraph: 'reviews',
    query,
    document: parse(query),
    variableUsages: [],
  }) as unknown as FetchNode;
const text = (query: string) => print(parse(query));

describe('a resumable source', () => {
  it('tells positions, and begins after one in place of what the client said', () => {
    const query =
      'subscription S($upc: ID!, $from: String) { a1: added(upc: $upc, after: $from) { id } }';
    const resumable = resumableSource(source(query), schema, rules);
    expect(resumable?.first.query).toBe(
      text(`subscription S($upc: ID!, $from: String) {
        a1: added(upc: $upc, after: $from) { id router_position: sequence }
      }`),
    );
    // A variable that nothing uses any more would make the document invalid.
    expect(resumable?.again.query).toBe(
      text(`subscription S($upc: ID!, $router_after: String) {
        a1: added(upc: $upc, after: $router_after) { id router_position: sequence }
      }`),
    );
    expect(print(resumable?.again.document ?? parse('{ a }'))).toBe(resumable?.again.query);
    expect(resumable?.positionOf({ data: { a1: { id: '1', router_position: '7' } } })).toBe('7');
  });

  it('keeps a variable that stands elsewhere, too', () => {
    const query = 'subscription ($v: String!) { added(upc: $v, after: $v) { id } }';
    expect(resumableSource(source(query), schema, rules)?.again.query).toContain('$v: String!');
  });

  it.each([
    ['a field without a rule', 'subscription { count }', rules],
    ['a name of every object', 'subscription { toString { id } }', rules],
    [
      'an argument that the schema does not know',
      'subscription { added(upc: "1") { id } }',
      { added: { argument: 'since', field: 'sequence' } },
    ],
  ])('is not made of %s', (_, query, given) => {
    expect(resumableSource(source(query), schema, given)).toBeUndefined();
  });

  it('knows no position of an event that failed', () => {
    const query = 'subscription { added(upc: "1") { id } }';
    const resumable = resumableSource(source(query), schema, rules);
    expect(resumable?.positionOf({ errors: [] })).toBeUndefined();
    expect(resumable?.positionOf({ data: { added: null } })).toBeUndefined();
  });
});
