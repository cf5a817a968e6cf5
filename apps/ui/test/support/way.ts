import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { connect } from 'node:net';
import type { PortalHouse } from './nexus.js';

/** A way to a Nexus that can be cut, and on which another version of the portals can be met. */
export interface Way {
  /** The same house, met on this way. */
  readonly portals: PortalHouse;
  /** Nobody answers any more, as when the server is away. */
  cut(): void;
  mend(): void;
  /** The next request with these words in it arrives and is done, and its answer is lost. Resolves once it is. */
  loseAnswer(words: string): Promise<void>;
  /** From now on service workers differ from those before, as after a release. */
  renew(): void;
  close(): Promise<void>;
}

export async function openWay(portals: PortalHouse): Promise<Way> {
  const { hostname, port } = new URL(portals.url);
  const sockets = new Set<Socket>();
  let isCut = false;
  let version = '';
  let losing: { readonly words: string; readonly lost: () => void } | undefined;

  const ahead = ({ method = 'GET', url = '/', headers }: IncomingMessage) => {
    const { 'if-none-match': _etag, 'if-modified-since': _day, ...whole } = headers;
    // What is compressed cannot be added to, and what is not sent neither.
    const isWorker = url.endsWith('/sw.js');
    const sent = isWorker ? { ...whole, 'accept-encoding': 'identity' } : headers;
    return { hostname, port, method, path: url, headers: sent };
  };

  const server = createServer((asked, answer) => {
    const isWorker = asked.url?.endsWith('/sw.js') && asked.method === 'GET';
    let said = '';
    asked.on('data', (part) => {
      said += part;
    });
    const sent = request(ahead(asked), (came) => {
      if (losing && said.includes(losing.words)) {
        const { lost } = losing;
        losing = undefined;
        came.resume().on('end', () => {
          answer.destroy();
          lost();
        });
        return;
      }
      const { 'content-length': length, ...headers } = came.headers;
      answer.writeHead(
        came.statusCode ?? 502,
        isWorker || length === undefined ? headers : came.headers,
      );
      if (isWorker)
        came.on('data', (part) => answer.write(part)).on('end', () => answer.end(version));
      else came.pipe(answer);
    });
    sent.on('error', () => answer.destroy());
    asked.pipe(sent);
  });
  server.on('connection', (socket) => {
    if (isCut) return socket.destroy();
    sockets.add(socket);
    return socket.on('close', () => sockets.delete(socket));
  });
  server.on('upgrade', (asked, socket, head) => {
    const beyond = connect(Number(port), hostname, () => {
      const lines = [`${asked.method} ${asked.url} HTTP/1.1`];
      for (let at = 0; at < asked.rawHeaders.length; at += 2) {
        lines.push(`${asked.rawHeaders[at]}: ${asked.rawHeaders[at + 1]}`);
      }
      beyond.write(`${lines.join('\r\n')}\r\n\r\n`);
      beyond.write(head);
      socket.pipe(beyond).pipe(socket);
    });
    for (const end of [socket, beyond]) {
      end.on('error', () => end.destroy());
      end.on('close', () => {
        socket.destroy();
        beyond.destroy();
      });
    }
  });

  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port: own } = server.address() as AddressInfo;
  return {
    portals: { ...portals, url: `http://localhost:${own}` },
    cut() {
      isCut = true;
      for (const socket of sockets) socket.destroy();
    },
    mend() {
      isCut = false;
    },
    loseAnswer: (words) =>
      new Promise((lost) => {
        losing = { words, lost };
      }),
    renew() {
      version += `\n// released ${version.length}`;
    },
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
