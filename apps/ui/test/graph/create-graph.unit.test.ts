import { describe, expect, it } from '@jest/globals';
import { NexusError } from '@nexus/sdk';
import { gql } from '@urql/core';
import { mutate, query } from '../../src/graph/ask.js';
import { type CacheRules, mergeRules, relayPagination } from '../../src/graph/cache-rules.js';
import { createGraph } from '../../src/graph/create-graph.js';
import { createLiveLine } from '../../src/graph/live-line.js';
import { asked, eventStream, surroundings } from '../support/graph.js';

const PROJECT = gql('query P($id: ID!) { project(id: $id) { id name budget { percent } } }');
const LIST = gql(`query L($after: String) {
  projects(first: 1, after: $after) { nodes { id name } pageInfo { hasNextPage endCursor } }
}`);
const RENAME = gql(`mutation R($input: ProjectUpdateInput!) {
  projectUpdate(input: $input) { project { id name } errors { message } }
}`);
const CHANGED = gql('subscription C { projectChanged { sequence node { id name } } }');

const project = (id: string, name: string, percent = 1) => ({
  __typename: 'Project',
  id,
  name,
  budget: { __typename: 'ProjectBudget', percent },
});
const page = (id: string, next: string | null) => ({
  projects: {
    __typename: 'ProjectConnection',
    nodes: [{ __typename: 'Project', id, name: id }],
    pageInfo: { __typename: 'PageInfo', hasNextPage: next !== null, endCursor: next ?? id },
  },
});
const graphOn = (nexus: ReturnType<typeof asked>['nexus'], rules?: CacheRules) =>
  createGraph(nexus, createLiveLine(Date.now, surroundings()), rules);

describe('the graph of a portal', () => {
  it('answers from what it knows, and says what each screen shows of one thing alike', async () => {
    const { nexus, sent } = asked({ data: { project: project('prj_1', 'Crane') } });
    const graph = graphOn(nexus);
    await query(graph, PROJECT, { id: 'prj_1' });
    expect(await query(graph, PROJECT, { id: 'prj_1' })).toMatchObject({
      project: { name: 'Crane' },
    });
    expect(sent).toHaveLength(1);
  });

  it('keeps what has no id with what holds it', async () => {
    const { nexus } = asked(
      { data: { project: project('prj_1', 'Crane', 40) } },
      { data: { project: project('prj_2', 'Ferry', 90) } },
    );
    const graph = graphOn(nexus);
    await query(graph, PROJECT, { id: 'prj_1' });
    await query(graph, PROJECT, { id: 'prj_2' });
    expect(await query(graph, PROJECT, { id: 'prj_1' })).toMatchObject({
      project: { budget: { percent: 40 } },
    });
  });

  it('shows every screen what an event has changed', async () => {
    const { nexus } = asked({ data: { project: project('prj_1', 'Crane') } });
    const events = eventStream();
    const graph = graphOn({ ...nexus, subscribe: events.subscribe });
    const names: string[] = [];
    const watching = graph.query(PROJECT, { id: 'prj_1' }).subscribe(({ data }) => {
      if (data) names.push(data.project.name);
    });
    await events.turn();
    const following = graph.subscription(CHANGED, {}).subscribe(() => undefined);
    const node = { __typename: 'Project', id: 'prj_1', name: 'Crane II' };
    await events.send({ projectChanged: { __typename: 'ProjectEvent', sequence: '1', node } });
    expect(names).toEqual(['Crane', 'Crane II']);
    following.unsubscribe();
    watching.unsubscribe();
    await events.turn();
    expect(events.isEnded()).toBe(true);
  });

  it('does not let an answer undo an event that it was too early for', async () => {
    let arrive: (answer: unknown) => void = () => undefined;
    const execute = () =>
      new Promise((resolve) => {
        arrive = resolve;
      });
    const events = eventStream();
    const graph = graphOn({ execute, subscribe: events.subscribe } as never);
    const names: string[] = [];
    graph.subscription(CHANGED, {}).subscribe(() => undefined);
    graph.query(PROJECT, { id: 'prj_1' }).subscribe(({ data }) => names.push(data.project.name));
    const event = (sequence: string, name: string) => {
      const node = { __typename: 'Project', id: 'prj_1', name };
      return { projectChanged: { __typename: 'ProjectEvent', sequence, node } };
    };
    await events.send(event('05', 'Crane II'));
    arrive({ data: { project: project('prj_1', 'Crane') }, extensions: { sequence: '04' } });
    await events.turn();
    expect(names.at(-1)).toBe('Crane II');

    void graph.query(PROJECT, { id: 'prj_1' }, { requestPolicy: 'network-only' }).toPromise();
    await events.send(event('06', 'Crane III'));
    arrive({ data: { project: project('prj_1', 'Crane IV') }, extensions: { sequence: '07' } });
    await events.turn();
    expect(names.at(-1)).toBe('Crane IV');
  });

  it('puts pages together as one list', async () => {
    const { nexus } = asked({ data: page('a', 'a') }, { data: page('b', null) });
    const graph = graphOn(nexus, { resolvers: { Query: { projects: relayPagination() } } });
    await query(graph, LIST, {});
    const both = await query(graph, LIST, { after: 'a' });
    expect(both.projects.nodes.map(({ id }: { id: string }) => id)).toEqual(['a', 'b']);
  });

  it('takes an optimistic answer back when the server says no', async () => {
    const { nexus } = asked(
      { data: { project: project('prj_1', 'Crane') } },
      new NexusError('FORBIDDEN', 'No.'),
    );
    const graph = graphOn(nexus, {
      optimistic: {
        projectUpdate: ({ input }) => ({
          __typename: 'ProjectPayload',
          project: { __typename: 'Project', ...(input as object) },
          errors: [],
        }),
      },
    });
    const names: string[] = [];
    graph.query(PROJECT, { id: 'prj_1' }).subscribe(({ data }) => names.push(data?.project.name));
    await new Promise((resolve) => setTimeout(resolve, 1));
    const input = { id: 'prj_1', name: 'Never' };
    await expect(mutate(graph, RENAME, { input })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(names).toEqual(['Crane', 'Never', 'Crane']);
  });

  it('gives broken rules back as data, and faults with the id they are logged under', async () => {
    const errors = [{ __typename: 'RuleViolation', message: 'Too long.' }];
    const refused = { projectUpdate: { __typename: 'ProjectPayload', project: null, errors } };
    const fault = { message: 'Oh.', extensions: { code: 'INTERNAL', requestId: 'req-7' } };
    const { nexus } = asked({ data: refused }, { data: null, errors: [fault] });
    const graph = graphOn(nexus);
    expect(await mutate(graph, RENAME, { input: {} })).toMatchObject({
      projectUpdate: { errors: [{ message: 'Too long.' }] },
    });
    await expect(mutate(graph, RENAME, { input: {} })).rejects.toMatchObject({
      ...{ name: 'GraphFault', code: 'INTERNAL', requestId: 'req-7' },
    });
  });
});

describe('mergeRules', () => {
  it('lets several features hear of one event', () => {
    const heard: string[] = [];
    const rule = (name: string): CacheRules => ({
      updates: { Subscription: { taskChanged: () => heard.push(name) as never } },
    });
    const merged = mergeRules([rule('board'), rule('home'), {}]);
    const update = merged.updates?.Subscription?.taskChanged as unknown as () => void;
    update();
    expect(heard).toEqual(['board', 'home']);
  });

  it('refuses two answers to one question', () => {
    const rules = { resolvers: { Query: { projects: relayPagination() } } };
    expect(() => mergeRules([rules, rules])).toThrow('projects');
  });
});
