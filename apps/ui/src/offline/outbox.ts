import { NexusError } from '@nexus/sdk';
import {
  type Client,
  type Exchange,
  makeErrorResult,
  type Operation,
  type OperationResult,
} from '@urql/core';
import { isUnanswered, refusalsIn } from './answer.js';
import type { OutboxItem, OutboxStore } from './outbox.types.js';
import { outboxExchange } from './outbox-exchange.js';
import { createOutboxList, type OutboxEntry, type OutboxLine } from './outbox-list.js';
import { answeredId, namesPending, withRealId } from './pending-id.js';
import { keyOf, nameOf, type Queueable } from './queueable.js';

export interface OutboxOptions {
  readonly store: OutboxStore;
  /** What may wait for the network; everything else fails without it. */
  readonly documents: readonly Queueable[];
  readonly now: () => number;
  /** `navigator.locks`: of all windows one sends at a time. */
  readonly locks: Pick<LockManager, 'request'> | undefined;
  /** `window`: where the coming of the network is told. */
  readonly surroundings: Pick<Window, 'addEventListener'> & {
    readonly navigator: { onLine: boolean };
  };
  readonly later: (act: () => void, ms: number) => void;
}

/** What its person has made and the graph has not answered: kept, sent in order, each with one effect. */
export interface Outbox {
  readonly items: readonly OutboxItem[];
  /** Returns how to stop listening. */
  listen(listener: () => void): () => void;
  /** Sends again what an earlier page left behind. */
  resume(graph: Client): Promise<void>;
  /** Sends what was refused, or what may have arrived, once more. */
  retry(key: string): void;
  discard(key: string): void;
  /** Stands between the cache and the network of the graph. */
  readonly exchange: Exchange;
}

type Refusals = NonNullable<OutboxItem['errors']>;

const LOCK = 'nexus:outbox';
/** The server remembers a key for 24 hours. */
const REMEMBERED_MS = 23 * 3_600_000;
/** Until the screens show what the cache was just told. */
const LINGER_MS = 100;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

export function createOutbox(options: OutboxOptions): Outbox {
  const { store, documents, now, locks, surroundings, later } = options;
  const list = createOutboxList(store);
  const byName = new Map(documents.map((document) => [nameOf(document), document]));
  let graph: Client | undefined;
  let isSending = false;
  let pauseMs = FIRST_PAUSE_MS;

  function dispatch({ name, variables }: OutboxItem): void {
    const document = byName.get(name);
    if (document) void graph?.mutation(document, variables as never).toPromise();
  }

  async function pump(): Promise<void> {
    if (isSending) return;
    isSending = true;
    try {
      for (let entry = list.next(); entry && surroundings.navigator.onLine; entry = list.next()) {
        const next = entry;
        const send = () => sendOne(next);
        const isAnswered = await (locks ? locks.request(LOCK, send) : send());
        if (isAnswered) pauseMs = FIRST_PAUSE_MS;
        else return again();
      }
    } finally {
      isSending = false;
    }
  }

  function again(): void {
    later(() => void pump(), pauseMs);
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
  }

  /** False where nothing answered: the same has to be sent again, and nothing before it. */
  async function sendOne(entry: OutboxEntry): Promise<boolean> {
    const { key } = entry.item;
    if (list.get(key) !== entry || !entry.operation || !entry.line) return true;
    if (now() - (entry.item.sentAt ?? now()) > REMEMBERED_MS) {
      await list.change(entry, { state: 'uncertain' });
      return true;
    }
    if (entry.isResumed && !(await isKept(key))) {
      // Another window that held the same has sent it meanwhile, and told its person.
      close(entry);
      return true;
    }
    await list.change(entry, { state: 'sending', sentAt: entry.item.sentAt ?? now() });
    const result = await entry.line.send(entry.operation);
    if (isUnanswered(result)) {
      if (list.get(key) === entry) await list.change(entry, { state: 'waiting' });
      return false;
    }
    settle(entry, result);
    return true;
  }

  const isKept = async (key: string) => (await store.all()).some((item) => item.key === key);

  function settle(entry: OutboxEntry, result: OperationResult): void {
    const { key } = entry.item;
    const refusals = refusalsIn(result);
    entry.line?.answer(result);
    if (refusals.length > 0) {
      refuse(entry, refusals);
      return;
    }
    const id = answeredId(result.data);
    if (id !== undefined) {
      for (const other of list.all()) {
        const variables = withRealId(other.item.variables, key, id);
        if (variables === other.item.variables) continue;
        if (other.operation) other.operation = { ...other.operation, variables };
        void list.change(other, { variables });
      }
    }
    void list.change(entry, { state: 'sent', answeredId: id }, { isKept: false });
    later(() => list.remove(entry), LINGER_MS);
  }

  /** What nobody waits for any more is kept, to be told; and what builds upon it cannot be done either. */
  function refuse(entry: OutboxEntry, errors: Refusals): void {
    if (entry.isResumed) void list.change(entry, { state: 'refused', errors });
    else list.remove(entry);
    for (const other of list.all()) {
      if (namesPending(other.item.variables, entry.item.key)) close(other, errors);
    }
  }

  /** Ends one that was not sent, as `errors` say; without any it is forgotten. */
  function close(entry: OutboxEntry, errors: Refusals = []): void {
    const fault = new NexusError('ABORTED', errors.map(({ message }) => message).join(' '));
    if (entry.operation) entry.line?.answer(makeErrorResult(entry.operation, fault));
    if (errors.length > 0) refuse(entry, errors);
    else list.remove(entry);
  }

  function takes({ kind, query, variables }: Operation): boolean {
    return kind === 'mutation' && byName.has(nameOf(query)) && keyOf(variables) !== undefined;
  }

  function enter(operation: Operation, line: OutboxLine): void {
    const key = keyOf(operation.variables) ?? '';
    const known = list.get(key);
    if (known) Object.assign(known, { operation, line });
    else {
      const variables = operation.variables as unknown as OutboxItem['variables'];
      const item = { key, name: nameOf(operation.query), variables, madeAt: now() };
      list.add({ item: { ...item, state: 'waiting' }, operation, line, isResumed: false });
    }
    void list.saved().then(pump);
  }

  surroundings.addEventListener('online', () => void pump());
  return {
    get items() {
      return list.items;
    },
    listen: list.listen,
    async resume(client) {
      graph = client;
      for (const item of await store.all()) {
        if (list.get(item.key)) continue;
        const isOpen = item.state === 'waiting' || item.state === 'sending';
        list.add({ item: isOpen ? { ...item, state: 'waiting' } : item, isResumed: true });
        if (isOpen) dispatch(item);
      }
    },
    retry(key) {
      const entry = list.get(key);
      if (!entry) return;
      void list.change(entry, { state: 'waiting', sentAt: undefined, errors: undefined });
      dispatch(entry.item);
    },
    discard(key) {
      const entry = list.get(key);
      if (!entry || entry.item.state === 'sending') return;
      for (const other of [entry, ...list.all()]) {
        if (other === entry || namesPending(other.item.variables, key)) close(other);
      }
    },
    exchange: outboxExchange({ takes, enter }),
  };
}
