import type { Live, LiveHandler, LiveMessage, LiveOptions, Unsubscribe } from './live.types.js';
import { LiveFault } from './live-fault.js';
import { checkTopic, encodeMessage } from './message.js';

/** What brings messages from process to process; each topic is subscribed once per process. */
export interface Carrier {
  publish(topic: string, message: string): Promise<void>;
  /** Resolves once every later message of the topic is passed to `deliver`. */
  subscribe(topic: string): Promise<void>;
  unsubscribe(topic: string): Promise<void>;
  close(): Promise<void>;
}

/** The other end of a carrier. */
export interface Reception {
  deliver(topic: string, message: string): void;
  gap(): void;
}

interface Topic {
  readonly handlers: Set<{ readonly handler: LiveHandler }>;
  /** Whether the carrier brings the topic. */
  carried: boolean;
  /** Changes of the above, one after the other. */
  settled: Promise<void>;
}

/** Live messages over a carrier: the handlers of this process, each heard apart from the others. */
export class LocalLive implements Live, Reception {
  readonly #topics = new Map<string, Topic>();
  readonly #gapHandlers = new Set<() => void>();
  readonly #carrier: Carrier;
  #closing: Promise<void> | undefined;

  constructor(
    connect: (reception: Reception) => Carrier,
    private readonly options: LiveOptions = {},
  ) {
    this.#carrier = connect(this);
  }

  async publish(topic: string, message: LiveMessage): Promise<void> {
    const text = encodeMessage(topic, message);
    this.#assertOpen();
    await this.#carrier.publish(topic, text);
  }

  async subscribe(topic: string, handler: LiveHandler): Promise<Unsubscribe> {
    checkTopic(topic);
    this.#assertOpen();
    const entry = { handler };
    const known = this.#topic(topic);
    known.handlers.add(entry);
    try {
      known.settled = known.settled.then(() => this.#join(topic, known));
      await known.settled;
    } catch (error) {
      known.handlers.delete(entry);
      known.settled = Promise.resolve();
      throw error;
    }
    return async () => {
      if (!known.handlers.delete(entry) || known.handlers.size > 0 || this.#closing) return;
      known.settled = known.settled.then(() => this.#leave(topic, known));
      await known.settled;
    };
  }

  onGap(handler: () => void): () => void {
    this.#gapHandlers.add(handler);
    return () => this.#gapHandlers.delete(handler);
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  deliver(topic: string, message: string): void {
    if (this.#closing) return;
    for (const { handler } of this.#topics.get(topic)?.handlers ?? []) {
      // Parsed for each: nobody sees what another handler did to its message.
      void Promise.resolve()
        .then(() => handler(JSON.parse(message) as LiveMessage))
        .catch((error: unknown) => this.#report(error));
    }
  }

  gap(): void {
    for (const handler of this.#gapHandlers) handler();
  }

  #topic(topic: string): Topic {
    const known = this.#topics.get(topic);
    if (known) return known;
    const fresh = { handlers: new Set<never>(), carried: false, settled: Promise.resolve() };
    this.#topics.set(topic, fresh);
    return fresh;
  }

  async #join(topic: string, known: Topic): Promise<void> {
    if (known.carried) return;
    await this.#carrier.subscribe(topic);
    known.carried = true;
  }

  async #leave(topic: string, known: Topic): Promise<void> {
    if (known.handlers.size > 0) return; // somebody came back meanwhile: the subscription stays
    known.carried = false;
    if (!this.#closing) {
      await this.#carrier.unsubscribe(topic).catch((error: unknown) => this.#report(error));
    }
    if (known.handlers.size === 0) this.#topics.delete(topic);
  }

  async #close(): Promise<void> {
    this.#topics.clear();
    await this.#carrier.close();
  }

  #assertOpen(): void {
    if (this.#closing) throw new LiveFault('LIVE_CLOSED', 'Live messages are closed');
  }

  #report(error: unknown): void {
    this.options.onError?.(error instanceof Error ? error : new Error(String(error)));
  }
}
