interface MultipartStream {
  readonly status: number;
  readonly headers: Headers;
  /** The JSON of the next part; `undefined` after the last boundary, or when the connection ends without one. */
  next(): Promise<unknown>;
  /** Did the stream end with the boundary that says so? */
  readonly whole: boolean;
  close(): void;
}

const BOUNDARY = '\r\n--graphql';

/** Opens an operation by Apollo's multipart protocol, and reads it byte by byte as RFC 2046 has it. */
export async function openMultipart(
  url: string,
  body: { query: string; variables?: unknown },
  headers: Record<string, string> = {},
): Promise<MultipartStream> {
  const abort = new AbortController();
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      accept: 'multipart/mixed;boundary=graphql;subscriptionSpec=1.0, application/json;q=0.9',
      'content-type': 'application/json',
      ...headers,
    },
    body: JSON.stringify(body),
    signal: abort.signal,
  });
  const state = { whole: false };
  const parts = readParts(response, state);
  return {
    status: response.status,
    headers: response.headers,
    async next() {
      const { value } = await parts.next();
      return value && JSON.parse(value.slice(value.indexOf('\r\n\r\n')));
    },
    get whole() {
      return state.whole;
    },
    close: () => abort.abort(),
  };
}

async function* readParts(
  { body }: Response,
  state: { whole: boolean },
): AsyncGenerator<string, undefined> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    const parts = text.split(BOUNDARY);
    text = parts.pop() ?? '';
    yield* parts.filter((part) => part !== '');
    state.whole = text.startsWith('--');
  }
  return undefined;
}
