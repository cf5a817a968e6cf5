import WebSocket from 'ws';

/** One client on a socket of its own with one subscription, as a browser tab holds it. */
export interface Subscriber {
  close(): void;
}

/** Resolves once the connection is acknowledged and the subscription sent. `onEvent` gets the message's text. */
export function subscribe(
  url: string,
  { token, query, variables }: { token: string; query: string; variables: object },
  onEvent: (text: string) => void,
): Promise<Subscriber> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url.replace('http', 'ws'), 'graphql-transport-ws', {
      perMessageDeflate: false,
    });
    socket.once('error', reject);
    socket.once('open', () => {
      const payload = { authorization: `Bearer ${token}` };
      socket.send(JSON.stringify({ type: 'connection_init', payload }));
    });
    socket.on('message', (data) => {
      const text = String(data);
      if (text.includes('"connection_ack"')) {
        socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query, variables } }));
        resolve({ close: () => socket.close() });
      } else if (text.includes('"ping"')) socket.send(JSON.stringify({ type: 'pong' }));
      else if (text.includes('"next"')) onEvent(text);
      else if (text.includes('"error"')) reject(new Error(text));
    });
  });
}
