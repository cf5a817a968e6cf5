/** An event stream, read by hand: as any program without a library would. */
export interface EventStream {
  readonly status: number;
  readonly contentType: string;
  /** The raw lines that came so far. */
  readonly lines: readonly string[];
  /** The `data` of the next event that was not taken yet; undefined when the stream has ended. */
  next(): Promise<unknown>;
  /** Whether the server ended it (or the connection did). */
  readonly ended: Promise<void>;
  close(): void;
}

export interface StreamRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly token?: string;
}

/** Follows a subscription over server-sent events. */
export async function openEventStream(
  graph: string,
  { query, variables = {}, token }: StreamRequest,
): Promise<EventStream> {
  const stop = new AbortController();
  const response = await fetch(graph, {
    method: 'POST',
    signal: stop.signal,
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  const lines: string[] = [];
  const events: unknown[] = [];
  const waiting: ((event: unknown) => void)[] = [];
  const read = async () => {
    let rest = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      rest += decoder.decode(chunk as Uint8Array, { stream: true });
      const complete = rest.split('\n');
      rest = complete.pop() ?? '';
      for (const line of complete) {
        lines.push(line);
        if (!line.startsWith('data: {')) continue;
        const event: unknown = JSON.parse(line.slice('data: '.length));
        const taker = waiting.shift();
        if (taker) taker(event);
        else events.push(event);
      }
    }
  };
  const ended = read()
    .catch(() => undefined)
    .then(() => {
      for (const taker of waiting.splice(0)) taker(undefined);
    });
  let over = false;
  void ended.then(() => {
    over = true;
  });
  return {
    status: response.status,
    contentType: response.headers.get('content-type') ?? '',
    lines,
    next: () => {
      if (events.length > 0 || over) return Promise.resolve(events.shift());
      return new Promise((resolve) => waiting.push(resolve));
    },
    ended,
    close: () => stop.abort(),
  };
}
