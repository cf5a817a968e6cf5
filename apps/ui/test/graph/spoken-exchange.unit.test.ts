import { describe, expect, it } from '@jest/globals';
import { NexusError } from '@nexus/sdk';
import { gql } from '@urql/core';
import { mutate, query } from '../../src/graph/ask.js';
import { createGraph } from '../../src/graph/create-graph.js';
import type { GraphFault } from '../../src/graph/graph-fault.js';
import { createLiveLine } from '../../src/graph/live-line.js';
import { spokenExchange } from '../../src/graph/spoken-exchange.js';
import { asked, surroundings } from '../support/graph.js';

const RENAME = gql(`mutation R($input: ProjectUpdateInput!) {
  projectUpdate(input: $input) {
    project { id name }
    errors { code message path rule }
    warnings { code message path rule }
  }
}`);
const PROJECT = gql('query P($id: ID!) { project(id: $id) { id name } }');

const graphOn = (nexus: ReturnType<typeof asked>['nexus']) =>
  createGraph(nexus, createLiveLine(Date.now, surroundings()), {}, [
    spokenExchange(({ rule, code }) => `Gesagt: ${rule ?? code}`),
  ]);

describe('what the graph refuses', () => {
  it('is said in the reader’s words, at its place, and what was done stays', async () => {
    const finding = (rule: string) => ({
      __typename: 'RuleViolation',
      ...{ code: 'TAKEN', message: 'The name is taken.', path: ['input', 'name'], rule },
    });
    const project = { __typename: 'Project', id: 'prj_1', name: 'Crane' };
    const payload = { errors: [finding('A')], warnings: [finding('B')], project };
    const { nexus } = asked({
      data: { projectUpdate: { __typename: 'ProjectPayload', ...payload } },
    });
    const answer = await mutate(graphOn(nexus), RENAME, { input: {} });
    expect(answer.projectUpdate).toMatchObject({
      project: { name: 'Crane' },
      errors: [{ message: 'Gesagt: A', code: 'TAKEN', path: ['input', 'name'] }],
      warnings: [{ message: 'Gesagt: B' }],
    });
  });

  it('is told of a fault with its id and its code', async () => {
    const extensions = { code: 'FORBIDDEN', requestId: 'req_1' };
    const { nexus } = asked({ errors: [{ message: 'Not you.', extensions }] });
    const fault = (await query(graphOn(nexus), PROJECT, { id: 'prj_1' }).catch(
      (error: unknown) => error,
    )) as GraphFault;
    expect(fault).toMatchObject({
      code: 'FORBIDDEN',
      message: 'Gesagt: FORBIDDEN',
      requestId: 'req_1',
    });
  });

  it('is told of a network that is not there', async () => {
    const nexus = {
      ...asked().nexus,
      execute: async () => {
        throw new NexusError('NETWORK_ERROR', 'No way.', { status: 502, requestId: 'req_2' });
      },
    };
    const fault = await query(graphOn(nexus), PROJECT, { id: 'prj_1' }).catch(
      (error: unknown) => error,
    );
    expect(fault).toMatchObject({ message: 'Gesagt: NETWORK_ERROR', requestId: 'req_2' });
  });
});
