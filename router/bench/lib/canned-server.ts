import { createServer, type Socket } from 'node:net';

const HEAD_END = Buffer.from('\r\n\r\n');

/**
 * The least HTTP/1.1 that a gateway's client can speak to: POST with `content-length` or chunks, kept alive, answered in
 * order. Answers its port.
 */
export async function cannedServer(answer: (body: string) => Promise<string>): Promise<number> {
  const server = createServer((socket) => serve(socket, answer));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('no port');
  return address.port;
}

function serve(socket: Socket, answer: (body: string) => Promise<string>): void {
  let pending: Buffer = Buffer.alloc(0);
  let replies = Promise.resolve();
  socket.setNoDelay(true);
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk: Buffer) => {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    for (let request = take(pending); request; request = take(pending)) {
      pending = pending.subarray(request.end);
      const answered = answer(request.body);
      replies = replies.then(async () => reply(socket, await answered));
    }
  });
}

function reply(socket: Socket, text: string): void {
  const head = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n`;
  socket.write(head + text);
}

/** The first whole request in `bytes`. */
function take(bytes: Buffer): { body: string; end: number } | undefined {
  const headEnd = bytes.indexOf(HEAD_END);
  if (headEnd === -1) return undefined;
  const start = headEnd + HEAD_END.length;
  const head = bytes.toString('latin1', 0, headEnd).toLowerCase();
  const length = /content-length: *(\d+)/.exec(head)?.[1];
  if (length === undefined) return head.includes('chunked') ? takeChunks(bytes, start) : undefined;
  const end = start + Number(length);
  return bytes.length < end ? undefined : { body: bytes.toString('utf8', start, end), end };
}

function takeChunks(bytes: Buffer, from: number): { body: string; end: number } | undefined {
  const parts: Buffer[] = [];
  for (let at = from; ; ) {
    const line = bytes.indexOf('\r\n', at);
    if (line === -1) return undefined;
    const size = Number.parseInt(bytes.toString('latin1', at, line), 16);
    const end = line + 2 + size + 2;
    if (bytes.length < end) return undefined;
    if (size === 0) return { body: Buffer.concat(parts).toString('utf8'), end };
    parts.push(bytes.subarray(line + 2, line + 2 + size));
    at = end;
  }
}
