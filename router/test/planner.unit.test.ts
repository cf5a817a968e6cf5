import { describe, expect, it } from '@jest/globals';
import { parse, print } from 'graphql';
import { cachingPlanner } from '../src/planner/caching-planner.js';
import { hivePlanner } from '../src/planner/hive-planner.js';
import { clientKey } from '../src/planner/plan-keys.js';
import { PlanningFailed } from '../src/planner/planner.js';
import { planningDocument } from '../src/planner/planning-document.js';
import { readTypeNames } from '../src/planner/type-names.js';
import { composeShop } from './support/shop.js';

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe('planningDocument', () => {
  it.each([
    ['{ me { id } }', '{ me { id } }'],
    ['{ __schema { types { name } } me { id } }', '{ me { id } }'],
    ['{ __type(name: "A") { name } }', '{ __typename }'],
    ['{ a: me { n: id t: __typename id: id } }', '{ _qa_a: me { _qa_n: id __typename id } }'],
    ['{ me { stars(scale: 1) s: stars } }', '{ me { _qa_stars: stars(scale: 1) _qa_s: stars } }'],
    ['{ a @skip(if: true) b @include(if: true) c @skip(if: false) }', '{ b c }'],
    ['{ me { id @include(if: false) } }', '{ me { __typename } }'],
    [
      '{ ... @skip(if: true) { a } ...F @include(if: false) b @skip(if: $x) }',
      '{ b @skip(if: $x) }',
    ],
  ])('%s', (query, expected) => {
    expect(flat(print(planningDocument(parse(query))))).toBe(expected);
  });

  it('knows the client’s key of a plan’s key', () => {
    expect(['_qa_a', 'plain', 3].map(clientKey)).toEqual(['a', 'plain', 3]);
  });
});

describe('hivePlanner', () => {
  const planner = hivePlanner(composeShop().supergraphSdl);

  it('plans a join as a sequence, in the router’s own terms', () => {
    const { node, subscription } = planner.plan(parse('{ me { id badge } }'), undefined);
    expect(subscription).toBeUndefined();
    expect(node).toMatchObject({
      kind: 'Sequence',
      nodes: [
        { kind: 'Fetch', subgraph: 'accounts', rootKeys: ['me'], document: { kind: 'Document' } },
        {
          kind: 'Flatten',
          path: [{ kind: 'field', key: 'me' }],
          node: {
            subgraph: 'reviews',
            entity: { requires: [{ kind: 'fragment', types: new Set(['User']) }] },
          },
        },
      ],
    });
  });

  it('plans a subscription as a source and what each event needs', () => {
    const query = 'subscription { reviewAdded(upc: "p1") { node { author { email } } } }';
    const { node, subscription } = planner.plan(parse(query), undefined);
    expect(subscription).toMatchObject({ subgraph: 'reviews', operationKind: 'subscription' });
    expect(node).toMatchObject({ kind: 'Sequence', nodes: [{ kind: 'Flatten' }] });
  });

  it('refuses what it cannot plan', () => {
    expect(() => planner.plan(parse('{ nope }'), undefined)).toThrow(PlanningFailed);
  });
});

describe('cachingPlanner', () => {
  it('shares a plan among documents that differ in white space and comments', () => {
    let planned = 0;
    const counting = cachingPlanner(
      {
        plan: () => {
          planned++;
          return { subscription: undefined, node: undefined };
        },
      },
      10,
    );
    for (const query of ['{ a }', '{\n  a # comment\n}', 'query { a }'])
      counting.plan(parse(query), undefined);
    counting.plan(parse('{ b }'), undefined);
    expect(planned).toBe(2);
  });

  it('remembers that an operation cannot be planned, but no fault', () => {
    let planned = 0;
    const failing = (error: Error) =>
      cachingPlanner(
        {
          plan: () => {
            planned++;
            throw error;
          },
        },
        10,
      );
    const hopeless = failing(new PlanningFailed('no'));
    for (const _ of [1, 2]) expect(() => hopeless.plan(parse('{ a }'), undefined)).toThrow('no');
    expect(planned).toBe(1);
    const faulty = failing(new TypeError('fault'));
    for (const _ of [1, 2]) expect(() => faulty.plan(parse('{ a }'), undefined)).toThrow('fault');
    expect(planned).toBe(3);
  });
});

describe('readTypeNames', () => {
  it('knows members of interfaces and unions, and takes every other name for itself', () => {
    const names = readTypeNames(
      parse('interface I type A implements I { a: I } union U = A | B type B { b: I }'),
    );
    expect([...names.satisfying('I')]).toEqual(['I', 'A']);
    expect([...names.satisfying('U')]).toEqual(['U', 'A', 'B']);
    expect([...names.satisfying('B')]).toEqual(['B']);
  });
});
