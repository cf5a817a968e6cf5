import { beforeEach, expect, it } from '@jest/globals';
import { createGraph } from '@nexus/ui/graph/create-graph';
import { createLiveLine } from '@nexus/ui/graph/live-line';
import type { Client } from '@urql/core';
import { eventStream, surroundings } from '../../../ui/test/support/graph.js';
import { cacheRules } from '../../src/cache-rules.js';
import { ShellTimerDocument } from '../../src/features/time/shell-timer.generated.js';
import { TimerChangedDocument } from '../../src/features/time/timer-changed.generated.js';

const OWN = { __typename: 'User', id: 'usr_1' };
const entry = (id: string, running: boolean) => ({
  ...{ __typename: 'TimeEntry', id, running, startedAt: '2026-11-21T08:00:00Z', minutes: 0 },
  ...{ note: '', project: null, task: null, user: OWN },
});
const changed = (node: object) => ({
  timerChanged: { __typename: 'TimeEntryEvent', id: 'e', sequence: '1', kind: 'Timer', node },
});

let graph: Client;
let events: ReturnType<typeof eventStream>;
const runningNow = () =>
  graph.readQuery(ShellTimerDocument, {})?.data?.viewer?.user?.runningTimer?.id;

beforeEach(async () => {
  events = eventStream();
  const viewer = { __typename: 'Viewer', user: { ...OWN, runningTimer: entry('one', true) } };
  const nexus = { execute: async () => ({ data: { viewer } }), subscribe: events.subscribe };
  const line = createLiveLine(Date.now, surroundings());
  graph = createGraph(nexus as never, line, cacheRules);
  await graph.query(ShellTimerDocument, {}).toPromise();
  graph.subscription(TimerChangedDocument, {}).subscribe(() => {});
});

it('shows the timer that was started elsewhere, on every page that shows one', async () => {
  await events.send(changed(entry('two', true)));
  expect(runningNow()).toBe('two');
});

it('shows none once the one that is shown was stopped', async () => {
  await events.send(changed(entry('one', false)));
  expect(runningNow()).toBeUndefined();
});

it('leaves a newer one where the news of the former’s end come late', async () => {
  await events.send(changed(entry('two', true)));
  await events.send(changed(entry('one', false)));
  expect(runningNow()).toBe('two');
});

it('leaves the viewer’s where somebody else’s starts', async () => {
  const user = { __typename: 'User', id: 'usr_2' };
  await events.send(changed({ ...entry('two', true), user }));
  expect(runningNow()).toBe('one');
});
