export type LiveValue =
  | string
  | number
  | boolean
  | null
  | readonly LiveValue[]
  | { readonly [key: string]: LiveValue };

export type LiveMessage = { readonly [key: string]: LiveValue };

export type LiveHandler = (message: LiveMessage) => void | Promise<void>;

export type Unsubscribe = () => Promise<void>;

/** The most that one message may weigh, as JSON in UTF-8. */
export const MAX_MESSAGE_BYTES = 8 * 1024;

/**
 * Carries between processes what is not an event: wakes, revocations, presence. Every subscriber of a topic
 * hears a message, the publisher's own process included; nobody hears it later. A message may be lost when
 * the carrier is away, so what must not be missed is read from the database (see `onGap`).
 */
export interface Live {
  /**
   * Resolves once the carrier has the message. `topic` is words of letters, digits, `-`, `_` with dots between.
   * Throws LiveFault for a malformed topic and for a message above 8 KiB.
   */
  publish(topic: string, message: LiveMessage): Promise<void>;
  /** Resolves once every later message will be heard. A handler that throws is reported and stays subscribed. */
  subscribe(topic: string, handler: LiveHandler): Promise<Unsubscribe>;
  /** Calls `handler` whenever messages may have been missed, until the returned function is called. */
  onGap(handler: () => void): () => void;
  close(): Promise<void>;
}

export interface LiveOptions {
  /** Told of lost connections and of handlers that threw. Never throws. */
  readonly onError?: (error: Error) => void;
}
