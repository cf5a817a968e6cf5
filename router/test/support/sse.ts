export interface EventStream {
  readonly headers: Headers;
  /** The next event that is no comment; `raw` is its text. Empty at the end of the stream. */
  next(): Promise<{ raw: string; data: unknown }>;
  close(): void;
}

interface Options {
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
}

/** Opens an operation as a stream of server-sent events, as a browser would. */
export async function openEvents(
  url: string,
  body: { query?: string; documentId?: string; variables?: unknown },
  { method = 'POST', headers = {} }: Options = {},
): Promise<EventStream> {
  const abort = new AbortController();
  const search = new URLSearchParams({
    query: body.query ?? '',
    variables: JSON.stringify(body.variables ?? {}),
  });
  const response = await fetch(method === 'GET' ? `${url}?${search}` : url, {
    method,
    headers: { accept: 'text/event-stream', 'content-type': 'application/json', ...headers },
    ...(method === 'POST' && { body: JSON.stringify(body) }),
    signal: abort.signal,
  });
  const events = readEvents(response);
  return {
    headers: response.headers,
    async next() {
      const { value = '' } = await events.next();
      const line = value.split('\n').find((text) => text.startsWith('data: '));
      return { raw: value, data: line && JSON.parse(line.slice(6)) };
    },
    close: () => abort.abort(),
  };
}

async function* readEvents({ body }: Response): AsyncGenerator<string, undefined> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    const parts = text.split('\n\n');
    text = parts.pop() ?? '';
    yield* parts.filter((part) => part !== '' && !part.startsWith(':'));
  }
  return undefined;
}
