import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { digestText } from '../support/digest.js';
import { EventConnection } from './event-connection.js';
import { Heartbeat } from './heartbeat.js';

const RESERVED_MS = 10_000;

/** The event streams that are reserved or open, by the digest of their token: no comparison tells of a secret. */
export class EventConnections {
  readonly #connections = new Map<string, EventConnection>();
  readonly #expiries = new Map<string, NodeJS.Timeout>();
  readonly #heartbeat = new Heartbeat(':\n\n');

  /** `capacity`: reservations that wait for their connection at once. */
  constructor(private readonly capacity: number) {}

  /** A token for whoever `owner` is, good for ten seconds; absent when too many wait already. */
  reserve(owner: unknown): string | undefined {
    if (this.#expiries.size >= this.capacity) return undefined;
    const token = randomBytes(32).toString('base64url');
    const key = digestText(token);
    this.#connections.set(key, new EventConnection(owner));
    this.#expiries.set(
      key,
      setTimeout(() => this.#drop(key), RESERVED_MS),
    );
    return token;
  }

  find(token: string): EventConnection | undefined {
    return this.#connections.get(digestText(token));
  }

  /** Fulfils a reservation; it ends with its connection. */
  connect(token: string, raw: ServerResponse): void {
    const key = digestText(token);
    const connection = this.#connections.get(key);
    clearTimeout(this.#expiries.get(key));
    this.#expiries.delete(key);
    raw.write(':\n\n');
    this.#heartbeat.add(raw);
    raw.once('close', () => {
      this.#heartbeat.remove(raw);
      this.#drop(key);
    });
    connection?.connect(raw);
  }

  /** Lets go of all; those that are connected once the answers on their way have left. */
  leaveAll(): void {
    for (const [key, connection] of [...this.#connections]) {
      if (connection.isConnected) connection.leave();
      else this.#drop(key);
    }
  }

  #drop(key: string): void {
    clearTimeout(this.#expiries.get(key));
    this.#expiries.delete(key);
    this.#connections.get(key)?.close();
    this.#connections.delete(key);
  }
}
