import type { Wording } from '../document/unknown-ids.js';
import { type GraphError, NexusError } from '../nexus-error.js';

/** A GraphQL answer as it came: data, errors, or both. */
export interface GraphResult<TData = unknown> {
  readonly data?: TData | null;
  readonly errors?: readonly GraphError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export type SendRequest = Wording & { readonly variables?: object | undefined };

export interface SendOptions {
  readonly token?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

export interface Answer {
  readonly result: GraphResult;
  readonly status: number;
  readonly requestId: string | undefined;
}

export type Send = (request: SendRequest, options: SendOptions) => Promise<Answer>;

/** The server did not take the request: it may be sent again later. */
const TRY_LATER = new Set([429, 502, 503, 504]);

/** How one request goes over the wire: POST, JSON, a time limit, and a typed error otherwise. */
export function createSend(url: string, fetch: typeof globalThis.fetch): Send {
  return async (request, options) => {
    const timeout = AbortSignal.timeout(options.timeoutMs);
    const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout;
    let response: Response;
    let body: string;
    try {
      response = await fetch(url, {
        method: 'POST',
        headers: headersOf(options),
        body: JSON.stringify(request),
        signal,
      });
      body = await response.text();
    } catch (cause) {
      throw lost(cause, options.signal, timeout);
    }
    return read(response, body);
  };
}

function headersOf({ token, headers }: SendOptions): Record<string, string> {
  return {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json;q=0.9',
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...headers,
  };
}

function lost(cause: unknown, asked: AbortSignal | undefined, timeout: AbortSignal): NexusError {
  if (asked?.aborted)
    return new NexusError('ABORTED', 'The caller stopped the request.', { cause });
  if (timeout.aborted) return new NexusError('TIMEOUT', 'No answer came in time.', { cause });
  return new NexusError('NETWORK_ERROR', 'The server could not be reached.', { cause });
}

function read(response: Response, body: string): Answer {
  const { status } = response;
  const requestId = response.headers.get('x-request-id') ?? undefined;
  const result = parseResult(body);
  if (TRY_LATER.has(status)) {
    const details = { status, requestId, retryAfterMs: retryAfter(response.headers) };
    throw result?.errors
      ? NexusError.fromErrors(result.errors, details)
      : new NexusError('NETWORK_ERROR', `The server answers HTTP ${status}.`, details);
  }
  if (!result) {
    throw new NexusError('BAD_RESPONSE', `HTTP ${status}, and no GraphQL in it.`, {
      status,
      requestId,
    });
  }
  return { result, status, requestId };
}

function parseResult(body: string): GraphResult | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return isResult(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isResult(value: unknown): value is GraphResult {
  return (
    typeof value === 'object' &&
    value !== null &&
    ('data' in value || ('errors' in value && Array.isArray(value.errors)))
  );
}

function retryAfter(headers: Headers): number | undefined {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : undefined;
}
