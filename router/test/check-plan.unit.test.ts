import { describe, expect, it } from '@jest/globals';
import { OperationTypeNode, parse } from 'graphql';
import { apolloPlanner } from '../src/planner/apollo/apollo-planner.js';
import { checkPlan } from '../src/planner/check-plan.js';
import { hivePlanner } from '../src/planner/hive-planner.js';
import type { FetchNode, PlanNode, QueryPlan, RequiredSelection } from '../src/planner/plan.js';
import { PlanningFailed } from '../src/planner/planner.js';
import { planningDocument } from '../src/planner/planning-document.js';
import { readJoinFacts } from '../src/planner/verify/join-facts.js';
import { compose } from './support/compose.js';

const prices = compose({
  catalogue: `
    type Query { product: Product }
    type Product @key(fields: "id") { id: ID! price(currency: String!): Int }`,
  labels: `
    type Product @key(fields: "id") {
      id: ID! price(currency: String!): Int @external
      dollars: Int @requires(fields: "price(currency: \\"USD\\")")
      euros: Int @requires(fields: "price(currency: \\"EUR\\")")
    }`,
});

const people = compose({
  people: `
    type Query { users: [User!]! }
    type User @key(fields: "id") { id: ID! org: Org @shareable }
    type Org @shareable { id: ID! region: String! }`,
  scores: `
    type User @key(fields: "id org { id region }") { id: ID! org: Org @shareable score: Int }
    type Org @shareable { id: ID! region: String! }`,
});

const field = (from: string, selections?: RequiredSelection[]): RequiredSelection => ({
  kind: 'field',
  from,
  to: from,
  selections,
});

function fetch(subgraph: string, query: string, requires?: RequiredSelection[]): FetchNode {
  return {
    kind: 'Fetch',
    subgraph,
    operationKind: OperationTypeNode.QUERY,
    operationName: undefined,
    query,
    document: parse(query),
    variableUsages: [],
    rootKeys: [],
    entity: requires && {
      requires: [
        {
          kind: 'fragment',
          types: new Set(['User']),
          selections: requires,
          skipIf: undefined,
          includeIf: undefined,
        },
      ],
      inputRewrites: [],
    },
    outputRewrites: [],
  };
}

const scores = (requires: RequiredSelection[]): PlanNode => ({
  kind: 'Flatten',
  path: [{ kind: 'field', key: 'users' }, { kind: 'items' }],
  node: fetch('scores', '{ _entities(representations: []) { ... on User { score } } }', requires),
});

const check = (query: string, ...nodes: PlanNode[]): QueryPlan =>
  checkPlan(
    { subscription: undefined, node: { kind: 'Sequence', nodes } },
    parse(query),
    readJoinFacts(parse(people)),
  );

const wholeKey = [field('__typename'), field('id'), field('org', [field('id'), field('region')])];

describe('a plan is followed before it runs', () => {
  const first = fetch('people', '{ users { __typename id org { id region } } }');

  it('and accepted when everything is fetched in time', () => {
    expect(() => check('{ users { id score } }', first, scores(wholeKey))).not.toThrow();
  });

  it('refused where a subfield of a composite key is never fetched', () => {
    const forgetful = fetch('people', '{ users { __typename id org { id } } }');
    expect(() => check('{ users { score } }', forgetful, scores(wholeKey))).toThrow(PlanningFailed);
  });

  it('refused where a representation leaves out a part of the key', () => {
    const part = [field('__typename'), field('id'), field('org', [field('id')])];
    expect(() => check('{ users { score } }', first, scores(part))).toThrow('a part of a key');
  });

  it('refused where the fetch runs beside the one that it needs', () => {
    const nodes = [first, scores(wholeKey)];
    expect(() => check('{ users { score } }', { kind: 'Parallel', nodes })).toThrow(
      'No fetch serves Query.users.score.',
    );
  });

  it('refused when it is empty', () => {
    expect(() => check('{ users { id } }')).toThrow('No fetch serves Query.users.');
  });

  it('refused when it leaves a field out, or only under one value of a condition', () => {
    expect(() => check('{ users { id score } }', first)).toThrow('Query.users.score');
    const ifTrue = scores(wholeKey);
    const condition: PlanNode = { kind: 'Condition', variable: 'a', ifTrue, ifFalse: undefined };
    const query = (on: string) => `query ($a: Boolean!) { users { id score ${on} } }`;
    expect(() => check(query('@include(if: $a)'), first, condition)).not.toThrow();
    expect(() => check(query('@skip(if: $a)'), first, condition)).toThrow('Query.users.score');
  });

  it('refused when it runs a field of the root that is left out', () => {
    const both = fetch('people', '{ users { id } others: users { id } }');
    const query =
      'query ($a: Boolean!) { users { id } ... on Query @skip(if: $a) { others: users { id } } }';
    expect(() => check(query, both)).toThrow('Query.others is fetched where nobody asks for it.');
  });

  it('refused where another field stands under the key', () => {
    const other = fetch('people', '{ users { __typename id: region } }');
    expect(() => check('{ users { id } }', other)).toThrow('region is fetched where');
  });
});

describe('a plan that defers is followed, too', () => {
  const first = { ...fetch('people', '{ users { __typename id org { id region } } }'), id: '0' };
  const later = (depends: string[], node: PlanNode | undefined): PlanNode => ({
    ...{ kind: 'Defer', primary: first },
    deferred: [{ label: '0', depends, node }],
  });
  const query = '{ users { id ... @defer(label: "0") { score } } }';

  it('and accepted when each part has all that it shows', () => {
    expect(() => check(query, later(['0'], scores(wholeKey)))).not.toThrow();
    const nothingMore = '{ users { id ... @defer(label: "0") { org { id } } } }';
    expect(() => check(nothingMore, later(['0'], undefined))).not.toThrow();
  });

  it('refused where a part begins before what it builds on is there', () => {
    expect(() => check(query, later([], scores(wholeKey)))).toThrow('Query.users.score');
  });

  it('refused where a part lacks a field, or the answer has to wait for a part', () => {
    expect(() => check(query, later(['0'], undefined))).toThrow('Query.users.score');
    const eager = '{ users { id score ... @defer(label: "0") { score } } }';
    expect(() => check(eager, later(['0'], scores(wholeKey)))).toThrow('Query.users.score');
  });

  it('and accepted where a part waits for all around it, as what it waits for is left out', () => {
    const ifTrue = { ...scores(wholeKey), id: '1' } as PlanNode;
    const primary: PlanNode = {
      ...{ kind: 'Sequence' },
      nodes: [first, { kind: 'Condition', variable: 'v', ifTrue, ifFalse: undefined }],
    } as PlanNode;
    const deferred = [{ label: '0', depends: ['9'], node: scores(wholeKey) }];
    const asked =
      'query ($v: Boolean!) { users { id score @include(if: $v) ... @defer(label: "0") { score } } }';
    expect(() => check(asked, { kind: 'Defer', primary, deferred })).not.toThrow();
  });

  it('refused where nobody could tell in time to which objects a part belongs', () => {
    const animals = compose({
      zoo: `
        type Query { animal: Animal }
        interface Animal { id: ID! }
        type Cat implements Animal @key(fields: "id") { id: ID! lives: Int }
        type Dog implements Animal @key(fields: "id") { id: ID! tail: Int }`,
    });
    const plan = (primary: string): QueryPlan => ({
      subscription: undefined,
      node: {
        kind: 'Defer',
        primary: fetch('zoo', primary),
        deferred: [
          {
            label: '0',
            depends: [],
            node: fetch('zoo', '{ animal { __typename ... on Cat { lives } } }'),
          },
        ],
      },
    });
    const facts = readJoinFacts(parse(animals));
    const asked = parse('{ animal { id ... on Cat @defer(label: "0") { lives } } }');
    expect(() => checkPlan(plan('{ animal { __typename id } }'), asked, facts)).not.toThrow();
    expect(() => checkPlan(plan('{ animal { id } }'), asked, facts)).toThrow('No fetch tells');
  });
});

describe('known errors of planners', () => {
  const plan = (planner: ReturnType<typeof hivePlanner>, query: string) =>
    planner.plan(planningDocument(parse(query)), undefined);

  it('Apollo’s: one field required with two arguments is fetched once', () => {
    const apollo = apolloPlanner(prices);
    expect(() => plan(apollo, '{ product { dollars euros } }')).toThrow(PlanningFailed);
    expect(plan(apollo, '{ product { dollars } p: product { euros } }').node).toBeDefined();
    expect(plan(hivePlanner(prices), '{ product { dollars euros } }').node).toBeDefined();
  });

  it('Apollo’s: a requirement is fetched under the condition of who asked first', () => {
    const supergraph = compose({
      a: `type Query { item: Item } type Item @key(fields: "id") { id: ID! weight: Int }`,
      b: `type Item @key(fields: "id") {
        id: ID! weight: Int @external stock: Int shipping: Int @requires(fields: "weight")
      }`,
    });
    const query = 'query ($a: Boolean!) { item { stock shipping @include(if: $a) } }';
    expect(() => plan(apolloPlanner(supergraph), query)).toThrow('Query.item.stock');
    expect(plan(hivePlanner(supergraph), query).node).toBeDefined();
  });

  it('the native one’s: beside a condition on an entity, a root field loses its own', () => {
    const supergraph = compose({
      a: `type Query { item: Item count: Int! } type Item @key(fields: "id") { id: ID! }`,
      b: `type Item @key(fields: "id") { id: ID! stock: Int }`,
    });
    const query = 'query ($a: Boolean!) { item { stock @skip(if: $a) } count @skip(if: $a) }';
    expect(() => plan(hivePlanner(supergraph), query)).toThrow('Query.count is fetched where');
    expect(plan(apolloPlanner(supergraph), query).node).toBeDefined();
  });

  it('a variable by the name that representations need', () => {
    const supergraph = compose({
      a: `type Query { item: Item } type Item @key(fields: "id") { id: ID! }`,
      b: `type Item @key(fields: "id") { id: ID! text(of: String): String }`,
    });
    const query = 'query ($representations: String) { item { text(of: $representations) } }';
    expect(() => plan(apolloPlanner(supergraph), query)).toThrow(PlanningFailed);
  });
});
