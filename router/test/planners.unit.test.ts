import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { apolloPlanner } from '../src/planner/apollo/apollo-planner.js';
import { convertApolloPlan } from '../src/planner/apollo/convert-apollo-plan.js';
import { fallbackPlanner } from '../src/planner/fallback-planner.js';
import { openPlanner } from '../src/planner/open-planner.js';
import type { QueryPlan } from '../src/planner/plan.js';
import { type Planner, PlanningFailed } from '../src/planner/planner.js';
import { readPlannerChoice } from '../src/planner/planner-choice.js';
import { planningDocument } from '../src/planner/planning-document.js';
import { readTypeNames } from '../src/planner/type-names.js';
import { compose } from './support/compose.js';
import { composeShop } from './support/shop.js';

const EMPTY: QueryPlan = { subscription: undefined, node: undefined };
const fails = (message: string): Planner => ({
  plan: () => {
    throw new PlanningFailed(message);
  },
});
const document = parse('{ a }');

describe('apolloPlanner', () => {
  it('takes supergraphs with directives that Apollo’s own gateway refuses', () => {
    const supergraph = compose({
      a: `
        type Query {
          open: Int @tag(name: "public") @cost(weight: 3)
          members: [Int] @authenticated @listSize(assumedSize: 10)
          scoped: Int @requiresScopes(scopes: [["read"]])
          ruled: Int @policy(policies: [["owner"]])
        }`,
    });
    const query = parse('{ open members scoped ruled }');
    expect(apolloPlanner(supergraph).plan(query, undefined).node).toMatchObject({
      kind: 'Fetch',
      subgraph: 'a',
      rootKeys: ['open', 'members', 'scoped', 'ruled'],
    });
  });

  it('may write identifiers that look like numbers without quotes', () => {
    const a = 'type Query { found(ids: [ID!]!, by: In, text: String): Int } input In { id: ID }';
    const planner = apolloPlanner(compose({ a }));
    const query = '{ found(ids: ["1", "-2", "007", "x"], by: { id: "3" }, text: "4") }';
    expect(planner.plan(parse(query), undefined).node).toMatchObject({
      query: '{found(ids:[1 -2 "007" "x"]by:{id:3}text:"4")}',
    });
  });

  it('refuses what is no supergraph', () => {
    expect(() => apolloPlanner('type Query { a: Int }')).toThrow('must be a core schema');
  });

  it('plans a subscription as a source and what each event needs', () => {
    const planner = apolloPlanner(composeShop().supergraphSdl);
    const query = 'subscription { reviewAdded(upc: "p1") { node { author { email } } } }';
    const { node, subscription } = planner.plan(planningDocument(parse(query)), undefined);
    expect(subscription).toMatchObject({ subgraph: 'reviews', operationKind: 'subscription' });
    expect(node).toMatchObject({ kind: 'Sequence', nodes: [{ kind: 'Flatten' }] });
  });

  it('refuses nodes that the executor does not know', () => {
    const types = readTypeNames(parse('type A { a: Int }'));
    const fetch = {
      kind: 'Fetch',
      serviceName: 'a',
      operation: '{ a }',
      operationName: undefined,
      operationKind: 'query',
    } as const;
    const convert = (node: object) => () => convertApolloPlan(node as never, types);
    const unlabelled = { depends: [], queryPath: [] };
    expect(convert({ kind: 'Defer', primary: {}, deferred: [unlabelled] })).toThrow('label');
    expect(convert({ kind: 'Flatten', path: ['a'], node: fetch })).toThrow('root fields');
    expect(
      convert({
        ...fetch,
        contextRewrites: [{ kind: 'KeyRenamer', path: ['..'], renameKeyTo: 'a' }],
      }),
    ).toThrow('@fromContext');
  });
});

describe('fallbackPlanner', () => {
  it('asks the second planner for what the first cannot plan, and makes it but once', () => {
    let made = 0;
    const planner = fallbackPlanner(fails('first'), () => {
      made++;
      return { plan: () => EMPTY };
    });
    expect([planner.plan(document, undefined), planner.plan(document, undefined)]).toEqual([
      EMPTY,
      EMPTY,
    ]);
    expect(made).toBe(1);
  });

  it('fails when both fail, and says what both said', () => {
    const planner = fallbackPlanner(fails('first'), () => fails('second'));
    expect(() => planner.plan(document, undefined)).toThrow('first second');
  });

  it('leaves the first one’s word where there is no second', () => {
    let tried = 0;
    const planner = fallbackPlanner(fails('first'), () => {
      tried++;
      throw new TypeError('not installed');
    });
    for (const _ of [1, 2]) expect(() => planner.plan(document, undefined)).toThrow('first');
    expect(tried).toBe(1);
  });

  it('lets faults through', () => {
    const faulty: Planner = {
      plan: () => {
        throw new TypeError('a fault');
      },
    };
    const planner = fallbackPlanner(faulty, () => ({ plan: () => EMPTY }));
    expect(() => planner.plan(document, undefined)).toThrow(TypeError);
  });
});

describe('openPlanner', () => {
  const { supergraphSdl } = composeShop();
  const nativeCannot = parse('{ me { reviews { author { badge } } } }');

  it('serves with `auto` what the native planner cannot plan', async () => {
    const native = await openPlanner(supergraphSdl, 'native');
    expect(() => native.plan(nativeCannot, undefined)).toThrow(PlanningFailed);
    const auto = await openPlanner(supergraphSdl, 'auto');
    expect(auto.plan(nativeCannot, undefined).node).toMatchObject({ kind: 'Sequence' });
  });

  it('plans once per value of a condition that a planner cannot cope with', async () => {
    const planner = await openPlanner(supergraphSdl, 'apollo');
    const query = `query ($a: Boolean!) {
      products { ... on Book { inStock shipping @include(if: $a) } }
    }`;
    expect(planner.plan(planningDocument(parse(query)), undefined).node).toMatchObject({
      kind: 'Condition',
      variable: 'a',
      ifTrue: { kind: 'Sequence' },
      ifFalse: { kind: 'Sequence' },
    });
  });

  it('refuses a supergraph that no planner takes', async () => {
    for (const choice of ['auto', 'native', 'apollo'] as const) {
      await expect(openPlanner('type Query {', choice)).rejects.toThrow();
    }
    await expect(openPlanner('type Query { a: Int }', 'apollo')).rejects.toThrow('core schema');
  });
});

describe('readPlannerChoice', () => {
  it('prefers the configuration to the environment, and knows its words', () => {
    expect(readPlannerChoice('apollo', 'native')).toBe('apollo');
    expect(readPlannerChoice(undefined, 'native')).toBe('native');
    expect([readPlannerChoice(undefined, undefined), readPlannerChoice(undefined, '')]).toEqual([
      'auto',
      'auto',
    ]);
    expect(() => readPlannerChoice(undefined, 'rust')).toThrow('it is "rust"');
  });
});
