import type { UserError } from '@nexus/sdk';

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
