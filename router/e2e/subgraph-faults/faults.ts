import type { ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';

/** What a subgraph does in place of answering `right`. */
export type Fault = (response: ServerResponse, right: Answer) => void | Promise<void>;

export interface Answer {
  data?: Record<string, unknown> | null;
  errors?: unknown[];
}

/** What a subgraph does with a subscription: before its WebSocket is open, or after. */
export interface SourceFault {
  refuse?(socket: Duplex): void;
  accept?(webSocket: WebSocket): void;
}

const HUGE = 100 * 1024 * 1024;

/** Ways to fail so that nothing of an answer can be used. */
export const outages: Readonly<Record<string, Fault>> = {
  'no answer in time': () => undefined,
  'HTTP 500': (response) => {
    response.writeHead(500, { 'content-type': 'text/plain' }).end('out of order');
  },
  'HTML instead of JSON': (response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome to the proxy</h1>');
  },
  'HTML that calls itself JSON': json('<h1>Welcome to the proxy</h1>'),
  'truncated JSON': (response, right) => {
    const whole = JSON.stringify(right);
    json(whole.slice(0, whole.length / 2))(response, right);
  },
  'no body': json(''),
  'a list': json('[1, 2]'),
  'an object that is no answer': json('{"hello": "world"}'),
  'a text as data': json('{"data": "everything"}'),
  'null as data, with errors': (response, right) => {
    const errors = [{ message: 'no luck', extensions: { code: 'NO_LUCK' } }];
    json(JSON.stringify({ data: null, errors }))(response, right);
  },
  'null as data, without errors': json('{"data": null}'),
  'an answer of 100 MB': async (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('{"data": {"me": "');
    const chunk = Buffer.alloc(1024 * 1024, 'x');
    for (let sent = 0; sent < HUGE && !response.destroyed; sent += chunk.length) {
      if (!response.write(chunk)) await drained(response);
    }
    response.end('"}}');
  },
  'a slow drip': (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const drip = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(drip));
  },
  'a reset before the answer': (response) => {
    response.socket?.resetAndDestroy();
  },
  'a reset within the answer': (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('{"data": {');
    setTimeout(() => response.socket?.resetAndDestroy(), 20);
  },
};

/** Answers that are GraphQL, and yet not what was asked for. */
export const lies: Readonly<Record<string, Fault>> = {
  'numbers for objects': (response, right) => {
    const data = Object.fromEntries(Object.keys(right.data ?? {}).map((key) => [key, 5]));
    json(JSON.stringify({ data }))(response, right);
  },
  'objects for scalars': rewritten((key, value) =>
    typeof value === 'string' && key !== '__typename' ? { of: value } : value,
  ),
  'a type that does not exist': rewritten((key, value) =>
    key === '__typename' ? 'Nonsense' : value,
  ),
  'a type that stands elsewhere': rewritten((key, value) =>
    key === '__typename' ? 'Review' : value,
  ),
  'too few entities': rewritten((key, value) =>
    key.startsWith('_e') && Array.isArray(value) ? value.slice(0, -1) : value,
  ),
  'no entities': rewritten((key, value) =>
    key.startsWith('_e') && Array.isArray(value) ? [] : value,
  ),
  'text for entities': rewritten((key, value) =>
    key.startsWith('_e') && Array.isArray(value) ? value.map(() => 'entity') : value,
  ),
};

/** Ways for events to fail at their source. */
export const sourceOutages: Readonly<Record<string, SourceFault>> = {
  'refuses the upgrade': {
    refuse: (socket) => void socket.end('HTTP/1.1 500 Internal Server Error\r\n\r\n'),
  },
  'resets the connection': { refuse: (socket) => void socket.destroy() },
  'accepts and says nothing': { accept: () => undefined },
  'speaks something else': { accept: (webSocket) => webSocket.send('<h1>Welcome</h1>') },
  'closes at once': { accept: (webSocket) => webSocket.close(4500, 'out of order') },
  'goes away after the acknowledgement': {
    accept: (webSocket) => {
      webSocket.send('{"type": "connection_ack"}');
      webSocket.on('message', () => webSocket.terminate());
    },
  },
};

function json(body: string): Fault {
  return (response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(body);
  };
}

function rewritten(rewrite: (key: string, value: unknown) => unknown): Fault {
  return (response, right) => json(JSON.stringify(right, rewrite))(response, right);
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const settle = (): void => {
      response.off('drain', settle).off('close', settle);
      resolve();
    };
    response.on('drain', settle).on('close', settle);
  });
}
