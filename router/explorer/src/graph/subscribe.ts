import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createWsClient } from 'graphql-ws';

/** How events come from the router. */
export type EventTransport = 'websocket' | 'sse';

export interface Subscribe {
  query: string;
  operationName?: string;
  variables?: Record<string, unknown>;
  extensions: Record<string, unknown>;
}

/** Opens a connection for one subscription; it closes when the iterator is returned or ends. */
export function subscribe(
  request: Subscribe,
  { url, headers, by }: { url: string; headers: Record<string, string>; by: EventTransport },
): AsyncIterableIterator<unknown> {
  switch (by) {
    case 'websocket': {
      const socket = url.replace(/^http/, 'ws');
      // A browser's WebSocket has no headers: the router reads connection parameters in their place.
      return createWsClient({ url: socket, connectionParams: headers }).iterate(request);
    }
    case 'sse':
      return createSseClient({ url, headers, retryAttempts: 0 }).iterate(request);
    default:
      return by satisfies never;
  }
}
