import type { ServerResponse } from 'node:http';
import { write } from './stream-writer.js';

/**
 * One event stream that carries the results of several operations: reserved first, connected later, once. What is sent
 * meanwhile waits with its sender, so that nothing piles up here.
 */
export class EventConnection {
  readonly #connected = Promise.withResolvers<ServerResponse | undefined>();
  readonly #operations = new Map<string, AbortController>();
  /** Those of them that are subscriptions. */
  readonly #streams = new Set<string>();
  #raw: ServerResponse | undefined;
  #closed = false;
  #leaving = false;
  /** Messages of several operations leave one after the other. */
  #last: Promise<boolean> = Promise.resolve(true);

  /** `owner` says who reserved it. */
  constructor(readonly owner: unknown) {}

  get isConnected(): boolean {
    return this.#raw !== undefined;
  }

  get operationCount(): number {
    return this.#operations.size;
  }

  connect(raw: ServerResponse): void {
    this.#raw = raw;
    this.#connected.resolve(raw);
  }

  /** Takes an id into use until `finish`; the signal is aborted by `stop`. Absent where the id is in use. */
  begin(id: string): AbortSignal | undefined {
    if (this.#closed || this.#leaving || this.#operations.has(id)) return undefined;
    const controller = new AbortController();
    this.#operations.set(id, controller);
    return controller.signal;
  }

  /** The operation is a subscription. */
  streams(id: string): void {
    this.#streams.add(id);
    if (this.#leaving) this.stop(id);
  }

  finish(id: string): void {
    this.#operations.delete(id);
    this.#streams.delete(id);
    if (this.#leaving) this.#closeWhenAnswered();
  }

  /** Ends the subscriptions, and itself once the answers that others wait for have left. */
  leave(): void {
    this.#leaving = true;
    for (const id of this.#streams) this.stop(id);
    this.#closeWhenAnswered();
  }

  #closeWhenAnswered(): void {
    if (this.#operations.size > this.#streams.size) return;
    void this.#last.then(() => this.close());
  }

  stop(id: string): void {
    this.#operations.get(id)?.abort();
  }

  /** Waits for the client to connect and to read; `false` when it has gone. */
  send(event: 'next' | 'complete', data: unknown): Promise<boolean> {
    const text = `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
    this.#last = this.#last.then(async () => {
      const raw = await this.#connected.promise;
      return raw ? write(raw, text) : false;
    });
    return this.#last;
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#connected.resolve(undefined);
    for (const operation of this.#operations.values()) operation.abort();
    this.#raw?.end();
  }
}
