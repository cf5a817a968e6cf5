/** What came back from a request that no client library would send. */
export interface RawAnswer {
  readonly status: number;
  /** The codes of the errors in the answer, where it is GraphQL. */
  readonly codes: readonly string[];
  readonly text: string;
}

export interface RawRequest {
  readonly body?: string | Uint8Array;
  readonly method?: string;
  readonly contentType?: string | null;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends exactly this to the graph. */
export async function sendRaw(
  graph: string,
  { body, method = 'POST', contentType = 'application/json', token, headers = {} }: RawRequest,
): Promise<RawAnswer> {
  const response = await fetch(graph, {
    method,
    headers: {
      ...(contentType !== null && { 'content-type': contentType }),
      ...(token && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? Buffer.from(body) : body }),
  });
  const text = await response.text();
  return { status: response.status, codes: codesIn(text), text };
}

function codesIn(text: string): string[] {
  try {
    const { errors = [] } = JSON.parse(text) as {
      errors?: { extensions?: { code?: string } }[];
    };
    return errors.map(({ extensions }) => extensions?.code ?? 'NO_CODE');
  } catch {
    return [];
  }
}
