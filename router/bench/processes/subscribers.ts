// Clients of a topic: subscribers.ts <ws url> <how many> <how many users>. Says over IPC when all are subscribed; asked
// for it, answers the latencies in milliseconds since it was last asked.

import WebSocket from 'ws';
import { SUBSCRIPTION } from '../graph/ticker.ts';

const [url = '', many = '0', users = '1'] = process.argv.slice(2);
const AT = '"at":';
const SETTLE_MS = 1_000;
let latencies: number[] = [];

function subscribe(user: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, 'graphql-transport-ws', { perMessageDeflate: false });
    socket.on('error', reject);
    socket.on('open', () =>
      socket.send(JSON.stringify({ type: 'connection_init', payload: { user: `user ${user}` } })),
    );
    socket.on('message', (data) => {
      const text = data.toString();
      const at = text.indexOf(AT);
      if (at >= 0) {
        const sent = Number.parseFloat(text.slice(at + AT.length, at + AT.length + 20));
        latencies.push(performance.timeOrigin + performance.now() - sent);
      } else if (text.includes('connection_ack')) {
        const payload = { query: SUBSCRIPTION };
        socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload }), () => resolve());
      } else if (text.includes('error')) reject(new Error(text));
    });
  });
}

const BATCH = 100;
for (let from = 0; from < Number(many); from += BATCH) {
  const batch = Array.from({ length: Math.min(BATCH, Number(many) - from) }, (_, index) =>
    subscribe((from + index) % Number(users)),
  );
  await Promise.all(batch);
}
await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
process.on('message', () => {
  process.send?.({ latencies });
  latencies = [];
});
process.on('disconnect', () => process.exit());
process.send?.({ subscribed: Number(many) });
