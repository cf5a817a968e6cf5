import { type Client, createClient } from 'graphql-ws/client';
import { NexusError } from '../nexus-error.js';

/** Anything with the face of a browser's WebSocket, such as the one of the package `ws`. */
export type WebSocketConstructor = new (url: string, protocols?: string | string[]) => object;

export interface SocketLinkOptions {
  readonly url: string;
  readonly WebSocket: WebSocketConstructor | undefined;
  readonly token: () => Promise<string | undefined>;
  /** A silent line is asked for a sign of life this often. */
  readonly keepAliveMs: number;
}

interface Connection {
  readonly client: Client;
  /** Resolves when the server has let the socket in; at once when it already has. */
  readonly whenUp: () => Promise<void>;
}

/** One socket for all subscriptions of a sign-in, opened by the first and closed by the last. */
export interface SocketLink {
  /** The present connection; its number tells it from its successors. */
  open(): Connection & { readonly number: number };
  /** Leaves connection `number` (its token is no longer good), unless that was done already. */
  leave(number: number): void;
  /** The number of the present connection. */
  readonly number: number;
  /** The token that the server was last shown. */
  readonly token: string | undefined;
}

const ANSWER_MS = 10_000;

export function createSocketLink(options: SocketLinkOptions): SocketLink {
  let connection: Connection | undefined;
  let number = 0;
  let shown: string | undefined;
  const token = async () => {
    shown = await options.token();
    return shown;
  };

  return {
    get token() {
      return shown;
    },
    get number() {
      return number;
    },
    open() {
      connection ??= connect({ ...options, token });
      return { ...connection, number };
    },
    leave(leaving) {
      if (leaving !== number) return;
      const left = connection?.client;
      connection = undefined;
      number += 1;
      // It may never have connected; then there is nothing to close.
      void Promise.resolve(left?.dispose()).catch(() => undefined);
    },
  };
}

function connect({ url, WebSocket, token, keepAliveMs }: SocketLinkOptions): Connection {
  const implementation = WebSocket ?? globalThis.WebSocket;
  if (!implementation) {
    throw new NexusError(
      'NO_WEBSOCKET',
      'This runtime has no WebSocket: pass one, for example `WebSocket` of the package `ws`.',
    );
  }
  let silence: ReturnType<typeof setTimeout> | undefined;
  let up = signal();
  const client = createClient({
    url,
    webSocketImpl: implementation,
    lazy: true,
    // Each subscription connects again by itself, because it resumes from its own last event.
    retryAttempts: 0,
    keepAlive: keepAliveMs,
    connectionAckWaitTimeout: ANSWER_MS,
    connectionParams: async () => {
      const held = await token();
      return held === undefined ? {} : { authorization: `Bearer ${held}` };
    },
    on: {
      ping: (received) => {
        if (received) return;
        clearTimeout(silence);
        silence = setTimeout(() => client.terminate(), ANSWER_MS);
      },
      pong: (received) => {
        if (received) clearTimeout(silence);
      },
      connected: () => up.give(),
      closed: () => {
        clearTimeout(silence);
        up = signal();
      },
    },
  });
  return { client, whenUp: () => up.given };
}

/** A promise, and how to resolve it. `Promise.withResolvers` is not in Node 20. */
function signal() {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}
