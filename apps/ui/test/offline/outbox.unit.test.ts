import { describe, expect, it } from '@jest/globals';
import { NexusError } from '@nexus/sdk';
import { gql } from '@urql/core';
import { mutate } from '../../src/graph/ask.js';
import { createGraph } from '../../src/graph/create-graph.js';
import { createLiveLine } from '../../src/graph/live-line.js';
import { createOutbox } from '../../src/offline/outbox.js';
import type { OutboxItem } from '../../src/offline/outbox.types.js';
import { memoryOutboxStore } from '../../src/offline/outbox-store.js';
import { pendingId } from '../../src/offline/pending-id.js';
import type { Queueable } from '../../src/offline/queueable.js';
import { asked, surroundings } from '../support/graph.js';

const LOG = gql(`mutation TimeEntryLog($input: TimeEntryLogInput!) {
  timeEntryLog(input: $input) { timeEntry { id minutes } errors { message } }
}`) as unknown as Queueable;
const EDIT = gql(`mutation TimeEntryEdit($input: TimeEntryEditInput!) {
  timeEntryEdit(input: $input) { timeEntry { id minutes } errors { message } }
}`) as unknown as Queueable;
const OTHER = gql(`mutation InvoicePay($input: InvoicePayInput!) {
  invoicePay(input: $input) { invoice { id } errors { message } }
}`) as unknown as Queueable;

const HOUR = 3_600_000;
const offline = () => new NexusError('NETWORK_ERROR', 'The server could not be reached.');

const done = (field: string, id: string, minutes = 60) => ({
  data: {
    [field]: {
      __typename: 'TimeEntryPayload',
      timeEntry: { __typename: 'TimeEntry', id, minutes },
      errors: [],
    },
  },
});
const refused = (field: string, message: string) => ({
  data: {
    [field]: {
      __typename: 'TimeEntryPayload',
      timeEntry: null,
      errors: [{ __typename: 'RuleViolation', message }],
    },
  },
});

type Answers = Parameters<typeof asked>;

/** A page with an outbox, and the world around it. */
function page(
  answers: Answers,
  store = memoryOutboxStore(),
  around: { readonly isOnline?: boolean; readonly time?: () => number } = {},
) {
  const { nexus, sent } = asked(...answers);
  const network = surroundings();
  network.navigator.onLine = around.isOnline ?? true;
  const later: (() => void)[] = [];
  const outbox = createOutbox({
    store,
    documents: [LOG, EDIT],
    now: around.time ?? (() => 0),
    locks: undefined,
    surroundings: network,
    later: (act) => void later.push(act),
  });
  const graph = createGraph(nexus, createLiveLine(Date.now, surroundings()), {}, [outbox.exchange]);
  const send = (document: Queueable, input: object) =>
    mutate(graph, document, { input } as never) as Promise<Record<string, { errors: unknown[] }>>;
  return {
    ...{ outbox, graph, network, sent, store, send },
    /** What was put off happens now. */
    turn: async () => {
      for (const act of later.splice(0)) act();
      await quiet();
    },
    states: () => outbox.items.map(({ key, state }) => `${key} ${state}`),
  };
}

/** Until everything that can happen has happened. */
const quiet = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('the outbox', () => {
  it('sends what it takes, and tells whoever waits', async () => {
    const { send, sent, store, outbox, turn } = page([done('timeEntryLog', 'ten_1')]);
    const answer = await send(LOG, { minutes: 60, idempotencyKey: 'k1' });
    expect(answer.timeEntryLog).toMatchObject({ timeEntry: { id: 'ten_1' }, errors: [] });
    expect(sent).toEqual([{ input: { minutes: 60, idempotencyKey: 'k1' } }]);
    expect(outbox.items).toMatchObject([{ state: 'sent', answeredId: 'ten_1' }]);
    await turn();
    expect(outbox.items).toEqual([]);
    expect(await store.all()).toEqual([]);
  });

  it('keeps it before it is sent, so that a page that goes away loses nothing', async () => {
    const first = page([new Promise(() => undefined) as never]);
    void first.send(LOG, { minutes: 60, idempotencyKey: 'k1' });
    await quiet();
    expect(await first.store.all()).toMatchObject([{ key: 'k1', state: 'sending', sentAt: 0 }]);
    const second = page([done('timeEntryLog', 'ten_1')], first.store);
    await second.outbox.resume(second.graph);
    await quiet();
    expect(second.sent).toEqual([{ input: { minutes: 60, idempotencyKey: 'k1' } }]);
    expect(await first.store.all()).toEqual([]);
  });

  it('waits without a network, and sends everything in order when it comes', async () => {
    const answers = [done('timeEntryLog', 'ten_1'), done('timeEntryLog', 'ten_2')];
    const { send, sent, network, states } = page(answers, undefined, { isOnline: false });
    const both = [1, 2].map((number) =>
      send(LOG, { minutes: number, idempotencyKey: `k${number}` }),
    );
    await quiet();
    expect([sent, states()]).toEqual([[], ['k1 waiting', 'k2 waiting']]);
    network.turn(true);
    await Promise.all(both);
    expect(sent).toMatchObject([{ input: { minutes: 1 } }, { input: { minutes: 2 } }]);
  });

  it('sends the same again, with the same key, when no answer came', async () => {
    const { send, sent, turn, states } = page([
      offline(),
      offline(),
      done('timeEntryLog', 'ten_1'),
    ]);
    const answered = send(LOG, { minutes: 60, idempotencyKey: 'k1' });
    await quiet();
    expect(states()).toEqual(['k1 waiting']);
    await turn();
    await turn();
    await answered;
    expect(sent).toEqual(Array(3).fill({ input: { minutes: 60, idempotencyKey: 'k1' } }));
  });

  it('names by its real id what an earlier change has made, online as offline', async () => {
    const answers = [done('timeEntryLog', 'ten_1'), done('timeEntryEdit', 'ten_1', 30)];
    const { send, sent, network } = page(answers, undefined, { isOnline: false });
    const made = send(LOG, { minutes: 60, idempotencyKey: 'k1' });
    const changed = send(EDIT, { id: pendingId('k1'), minutes: 30, idempotencyKey: 'k2' });
    network.turn(true);
    await Promise.all([made, changed]);
    expect(sent[1]).toEqual({ input: { id: 'ten_1', minutes: 30, idempotencyKey: 'k2' } });
  });

  it('tells a refusal to whoever waits, and gives up what builds upon it', async () => {
    const { send, sent, outbox, turn } = page([refused('timeEntryLog', 'The day is full.')]);
    const made = send(LOG, { minutes: 60, idempotencyKey: 'k1' });
    const changed = send(EDIT, { id: pendingId('k1'), minutes: 30, idempotencyKey: 'k2' });
    expect((await made).timeEntryLog?.errors).toMatchObject([{ message: 'The day is full.' }]);
    await expect(changed).rejects.toThrow('The day is full.');
    await turn();
    expect([sent.length, outbox.items]).toEqual([1, []]);
  });

  it('keeps a refusal that nobody waits for any more, to be sent again or given up', async () => {
    const store = memoryOutboxStore();
    await store.put(kept('k1'));
    await store.put(kept('k2'));
    const answers = [
      ...[refused('timeEntryLog', 'Too old.'), refused('timeEntryLog', 'Too old.')],
      done('timeEntryLog', 'ten_1'),
    ];
    const { outbox, graph, states, turn } = page(answers, store);
    await outbox.resume(graph);
    await quiet();
    expect(states()).toEqual(['k1 refused', 'k2 refused']);
    expect(outbox.items[0]?.errors).toMatchObject([{ message: 'Too old.' }]);
    expect(await store.all()).toHaveLength(2);
    outbox.discard('k2');
    outbox.retry('k1');
    await quiet();
    expect(states()).toEqual(['k1 sent']);
    await turn();
    expect(await store.all()).toEqual([]);
  });

  it('keeps what is refused of what nobody waited for, and it outlives the page', async () => {
    const answers = [refused('timeEntryLog', 'The day is full.'), done('timeEntryLog', 'ten_1')];
    const { outbox, graph, store, states } = page(answers);
    await outbox.resume(graph);
    outbox.post(LOG as never, { input: { minutes: 60, idempotencyKey: 'k1' } } as never);
    expect(states()).toEqual(['k1 waiting']);
    await quiet();
    expect(states()).toEqual(['k1 refused']);
    expect(await store.all()).toMatchObject([{ key: 'k1', variables: { input: { minutes: 60 } } }]);
    outbox.retry('k1');
    await quiet();
    expect(states()).toEqual(['k1 sent']);
  });

  it('asks its person about what was sent too long ago for the server to remember', async () => {
    const store = memoryOutboxStore();
    await store.put({ ...kept('k1'), sentAt: 0, state: 'sending' });
    const { outbox, graph, sent, states } = page([done('timeEntryLog', 'ten_1')], store, {
      time: () => 24 * HOUR,
    });
    await outbox.resume(graph);
    await quiet();
    expect([sent, states()]).toEqual([[], ['k1 uncertain']]);
    outbox.retry('k1');
    await quiet();
    expect(sent).toHaveLength(1);
  });

  it('leaves alone what another window has sent meanwhile', async () => {
    const store = memoryOutboxStore();
    await store.put(kept('k1'));
    const { outbox, graph, network, sent } = page([], store, { isOnline: false });
    await outbox.resume(graph);
    expect(outbox.items).toHaveLength(1);
    await store.remove('k1');
    network.turn(true);
    await quiet();
    expect([sent, outbox.items]).toEqual([[], []]);
  });

  it('fails without a network what may not wait, and what has no key', async () => {
    const { send, outbox } = page([offline(), offline()]);
    await expect(send(OTHER, { idempotencyKey: 'k1' })).rejects.toThrow('could not be reached');
    await expect(send(LOG, { minutes: 1 })).rejects.toThrow('could not be reached');
    expect(outbox.items).toEqual([]);
  });

  it('is told of by those who listen, for as long as they do', async () => {
    const { send, outbox } = page([done('timeEntryLog', 'ten_1'), done('timeEntryLog', 'ten_2')]);
    const seen: number[] = [];
    const stop = outbox.listen(() => seen.push(outbox.items.length));
    await send(LOG, { idempotencyKey: 'k1' });
    const heard = seen.length;
    expect(seen[0]).toBe(1);
    stop();
    await send(LOG, { idempotencyKey: 'k2' });
    expect(seen).toHaveLength(heard);
  });
});

function kept(key: string): OutboxItem {
  return {
    ...{ key, name: 'TimeEntryLog', madeAt: 0, state: 'waiting' },
    variables: { input: { minutes: 60, idempotencyKey: key } },
  };
}
