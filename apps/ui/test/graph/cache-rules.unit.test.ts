import { describe, expect, it } from '@jest/globals';
import { gql } from '@urql/core';
import type { UpdateResolver } from '@urql/exchange-graphcache';
import { type CacheRules, forget, mergeRules, viewerKey } from '../../src/graph/cache-rules.js';
import { createGraph } from '../../src/graph/create-graph.js';
import { createLiveLine } from '../../src/graph/live-line.js';
import { asked, surroundings } from '../support/graph.js';

const LIST = gql('query L($search: String) { projects(search: $search) { nodes { id } } }');
const MINE = gql('query M { viewer { user { id tasks { nodes { id } } } } }');
const TOUCH = gql('mutation T { touch { done } }');
const list = { data: { projects: { __typename: 'Projects', nodes: [] } } };
const mine = {
  data: {
    viewer: {
      __typename: 'Viewer',
      user: { __typename: 'User', id: '1', tasks: { __typename: 'Tasks', nodes: [] } },
    },
  },
};
const touched = { data: { touch: { __typename: 'Touch', done: true } } };

function graphWith(rules: CacheRules, ...answers: Parameters<typeof asked>) {
  const outside = asked(...answers);
  return {
    ...outside,
    graph: createGraph(outside.nexus, createLiveLine(Date.now, surroundings()), rules),
  };
}
const onTouch = (touch: UpdateResolver): CacheRules => ({
  updates: { Mutation: { touch } },
});

describe('forget', () => {
  it('makes a list be asked for anew, whatever was searched, and nothing else', async () => {
    const rules = onTouch((_result, _args, cache) => forget(cache, 'projects'));
    const { graph } = graphWith(rules, list, list, mine, touched);
    await graph.query(LIST, { search: 'a' }).toPromise();
    await graph.query(LIST, { search: 'b' }).toPromise();
    await graph.query(MINE, {}).toPromise();
    await graph.mutation(TOUCH, {}).toPromise();
    expect(graph.readQuery(LIST, { search: 'a' })?.data).toBeUndefined();
    expect(graph.readQuery(LIST, { search: 'b' })?.data).toBeUndefined();
    expect(graph.readQuery(MINE, {})?.data).toBeDefined();
  });

  it('forgets a list of one thing alone where it is told of which', async () => {
    const rules = onTouch((_result, _args, cache) =>
      forget(cache, 'tasks', viewerKey(cache) ?? ''),
    );
    const { graph } = graphWith(rules, list, mine, touched);
    await graph.query(LIST, {}).toPromise();
    await graph.query(MINE, {}).toPromise();
    await graph.mutation(TOUCH, {}).toPromise();
    expect(graph.readQuery(MINE, {})?.data).toBeUndefined();
    expect(graph.readQuery(LIST, {})?.data).toBeDefined();
  });
});

it('knows nobody before anything has asked who looks', async () => {
  const keys: (string | null)[] = [];
  const rules = onTouch((_result, _args, cache) => {
    keys.push(viewerKey(cache));
  });
  const { graph } = graphWith(rules, touched, mine, touched);
  await graph.mutation(TOUCH, {}).toPromise();
  await graph.query(MINE, {}).toPromise();
  await graph.mutation(TOUCH, {}).toPromise();
  expect(keys).toEqual([null, 'User:1']);
});

describe('rules of several features', () => {
  it('both update at the same mutation', async () => {
    const heard: string[] = [];
    const rules = mergeRules(
      ['one', 'two'].map((name) =>
        onTouch(() => {
          heard.push(name);
        }),
      ),
    );
    const { graph } = graphWith(rules, touched);
    await graph.mutation(TOUCH, {}).toPromise();
    expect(heard).toEqual(['one', 'two']);
  });

  it('may not both say how a field is read, nor what is shown before an answer', () => {
    const resolving: CacheRules = { resolvers: { Query: { projects: () => null } } };
    const guessing: CacheRules = { optimistic: { touch: () => ({ __typename: 'Touch' }) } };
    expect(() => mergeRules([resolving, resolving])).toThrow('projects');
    expect(() => mergeRules([guessing, guessing])).toThrow('touch');
    expect(mergeRules([resolving, guessing])).toMatchObject({ ...resolving, ...guessing });
  });
});
