import type { UserError } from '@nexus/sdk';
import type { Client, Exchange } from '@urql/core';
import type { TypedDocumentNode } from '../graph/document.js';
import type { Queueable } from './queueable.js';

/**
 * Where something to be sent is: `waiting` for its turn or for the network, `sending`, `refused` by a rule or a fault
 * of the server, `sent` for the moment until every screen shows the answer, or `uncertain`: it was sent so long ago, without an answer, that the server no longer remembers
 * whether it came. Only its person can say whether to send that again.
 */
export type OutboxState = 'waiting' | 'sending' | 'sent' | 'refused' | 'uncertain';

/** A change that its person has made and that the graph has not answered yet. */
export interface OutboxItem {
  /** The `idempotencyKey` of its input: however often it is sent, it has one effect. */
  readonly key: string;
  /** Name of the operation: `TimeEntryLog`. */
  readonly name: string;
  readonly variables: { readonly input: Readonly<Record<string, unknown>> };
  /** When it was made, in milliseconds of the clock. */
  readonly madeAt: number;
  /** When it was first sent; undefined where it certainly never arrived. */
  readonly sentAt?: number | undefined;
  readonly state: OutboxState;
  /** Once it is sent: the id of what it made or changed. */
  readonly answeredId?: string | undefined;
  /** Why it was refused. */
  readonly errors?: readonly Pick<UserError, 'message'>[] | undefined;
}

/** Where the items of one person outlive the page. */
export interface OutboxStore {
  /** In the order in which they were made. */
  all(): Promise<readonly OutboxItem[]>;
  put(item: OutboxItem): Promise<void>;
  remove(key: string): Promise<void>;
}

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
  /** Makes a change that nobody waits for: screens show what waits, and keep what is refused for its person. */
  post<Variables extends OutboxItem['variables']>(
    document: TypedDocumentNode<unknown, Variables>,
    variables: NoInfer<Variables>,
  ): void;
  /** Sends what was refused, or what may have arrived, once more. */
  retry(key: string): void;
  discard(key: string): void;
  /** Stands between the cache and the network of the graph. */
  readonly exchange: Exchange;
}
