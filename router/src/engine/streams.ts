import type { RouterMetrics } from '../observability/metrics.js';
import type { ClientTransport } from '../plugin.js';
import { sessionExpired } from './last-words.js';
import type { SubscriptionStream } from './subscription-stream.js';

interface OpenStream {
  readonly principal: unknown;
  readonly stream: SubscriptionStream;
  readonly transport: ClientTransport;
}

/** The subscriptions open now, so that a revocation or a drain can end them. */
export class OpenStreams {
  readonly #open = new Set<OpenStream>();

  constructor(private readonly metrics: RouterMetrics) {}

  get size(): number {
    return this.#open.size;
  }

  /** Returns how to forget the stream; to be called once, when it has ended. */
  add(stream: SubscriptionStream, principal: unknown, transport: ClientTransport): () => void {
    const entry = { principal, stream, transport };
    this.#open.add(entry);
    this.metrics.openSubscriptions.inc({ transport });
    return () => {
      if (this.#open.delete(entry)) this.metrics.openSubscriptions.dec({ transport });
    };
  }

  /** Ends with `SESSION_EXPIRED` the streams of whom a revocation concerns. */
  revoke(concerns: (principal: unknown) => boolean): void {
    for (const { principal, stream } of this.#open) {
      if (principal !== null && concerns(principal)) stream.end(sessionExpired());
    }
  }

  /** Ends all without a word, but those of WebSockets, which end with their socket. */
  endAll(): void {
    for (const { stream, transport } of this.#open) {
      if (transport !== 'websocket') stream.end();
    }
  }
}
