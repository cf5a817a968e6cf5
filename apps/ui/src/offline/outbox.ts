import { NexusError } from '@nexus/sdk';
import { type Client, makeErrorResult, type Operation, type OperationResult } from '@urql/core';
import { isUnanswered, refusalsIn } from './answer.js';
import type { Outbox, OutboxItem, OutboxOptions } from './outbox.types.js';
import { outboxExchange } from './outbox-exchange.js';
import { createOutboxList, type OutboxEntry, type OutboxLine } from './outbox-list.js';
import { answeredId, namesPending, withRealId } from './pending-id.js';
import { keyOf, nameOf, type Queueable } from './queueable.js';

type Variables = OutboxItem['variables'];
type Refusals = NonNullable<OutboxItem['errors']>;

const LEFT_BEHIND = { isResumed: true, isAwaited: false };
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
    if (entry.isAwaited) list.remove(entry);
    else void list.change(entry, { state: 'refused', errors });
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
      const item = itemOf(operation.query, operation.variables as unknown as Variables);
      list.add({ item, operation, line, isResumed: false, isAwaited: true });
    }
    void list.saved().then(pump);
  }

  function itemOf(document: Pick<Queueable, 'definitions'>, variables: Variables): OutboxItem {
    const key = keyOf(variables) ?? '';
    return { key, name: nameOf(document), variables, madeAt: now(), state: 'waiting' };
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
        list.add({ item: isOpen ? { ...item, state: 'waiting' } : item, ...LEFT_BEHIND });
        if (isOpen) dispatch(item);
      }
    },
    post(document, variables) {
      const item = itemOf(document, variables);
      list.add({ item, isResumed: false, isAwaited: false });
      dispatch(item);
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
