/** Where a subgraph listens. */
export interface SubgraphAddress {
  /** `http://host:port`; over a unix socket whatever the `host` header is to say. */
  readonly origin: string;
  /** With the query string. */
  readonly path: string;
  /** Of a unix socket. */
  readonly socketPath: string | undefined;
}

/** `unix:<socket>:<path>`, as curl and nginx write it; the socket's own path holds no colon. */
const UNIX = /^unix:(?:\/\/)?(\/[^:]+)(?::(\/.*))?$/;

/**
 * Reads `http(s)://…`, or `unix:/run/shop.sock:/graphql`.
 * @throws TypeError where it is neither
 */
export function addressOf(url: string, socketPath?: string): SubgraphAddress {
  const [, socket, socketUrl = '/'] = UNIX.exec(url) ?? [];
  if (socket !== undefined) {
    return { origin: 'http://localhost', path: socketUrl, socketPath: socket };
  }
  if (!URL.canParse(url) || !/^(?:http|ws)s?:/i.test(url)) {
    throw new TypeError(`A subgraph is reached by http(s): or unix:/socket:/path, not "${url}".`);
  }
  const { origin, pathname, search } = new URL(url);
  return { origin, path: pathname + search, socketPath };
}

/** May `addressOf` be asked for it? */
export function isSubgraphUrl(url: string): boolean {
  return UNIX.test(url) || (/^https?:/i.test(url) && URL.canParse(url));
}
