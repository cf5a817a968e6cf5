import { messageOf } from '../support/message-of.js';
import { readEventStream } from './event-stream.js';
import { isAnswer, readAnswer } from './http-answer.js';
import { DEFAULT_MAX_RESPONSE_BYTES, openPool } from './http-requests.js';
import { requestBody } from './request-body.js';
import type { SubscriptionProtocol } from './subscription-protocol.js';
import { type SubgraphResult, SubgraphUnavailable } from './transport.js';

export interface ServerSentEventsOptions {
  /**
   * The longest time in milliseconds in which nothing comes, not even a comment; then the stream has broken off. Default
   * 0: any, for servers that send nothing while nothing happens.
   */
  silenceMs?: number;
}

const ASKED_FOR = { 'content-type': 'application/json', accept: 'text/event-stream' };
const HEADERS_TIMEOUT_MS = 30_000;
/** Of an answer that is no event stream; errors are short. */
const REFUSAL_BYTES = 1024 * 1024;

/**
 * Events of a subgraph as an event stream, one connection for each subscription: the distinct connections mode of
 * https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md.
 *
 * @example
 * http({ url, subscriptions: serverSentEvents({ silenceMs: 30_000 }) })
 */
export function serverSentEvents({
  silenceMs = 0,
}: ServerSentEventsOptions = {}): SubscriptionProtocol {
  return {
    connect({ address, options, requests }) {
      // Streams stay open: in the pool of queries they would leave none for them.
      const pool = openPool(address, options, null);
      const limit = options.maxResponseBytes ?? DEFAULT_MAX_RESPONSE_BYTES;
      const headersTimeout = options.timeoutMs ?? HEADERS_TIMEOUT_MS;
      return {
        async *subscribe(request, context) {
          const { subgraph } = request;
          const { signal, requestId } = context;
          const own = await requests.headersFor(context);
          try {
            const { statusCode, headers, body } = await pool.request({
              method: 'POST',
              path: address.path,
              headers: { ...ASKED_FOR, 'x-request-id': requestId, ...own },
              body: requestBody(request),
              signal,
              headersTimeout,
              bodyTimeout: silenceMs,
            });
            const contentType = String(headers['content-type'] ?? '');
            if (statusCode !== 200 || !contentType.startsWith('text/event-stream')) {
              const text = await readText(body);
              const bytes = Buffer.byteLength(text);
              const answer = { statusCode, contentType, text, bytes, headers: undefined };
              yield onlyErrors(subgraph, readAnswer(subgraph, answer));
              return;
            }
            for await (const { event, data } of readEventStream(body, limit)) {
              if (event === 'complete') return;
              if (event === 'next') yield readResult(subgraph, data);
            }
            throw new SubgraphUnavailable(subgraph, 'the event stream broke off');
          } catch (error) {
            if (error instanceof SubgraphUnavailable) throw error;
            throw new SubgraphUnavailable(subgraph, messageOf(error), { cause: error });
          }
        },
        close: () => pool.destroy(),
      };
    },
  };
}

function readResult(subgraph: string, data: string): SubgraphResult {
  const result: unknown = JSON.parse(data);
  if (!isAnswer(result)) throw new SubgraphUnavailable(subgraph, 'an event that is no result');
  return result;
}

/** An answer that is no stream can only say why there is none. */
function onlyErrors(subgraph: string, result: SubgraphResult): SubgraphResult {
  if (result.errors?.length) return { errors: result.errors };
  throw new SubgraphUnavailable(subgraph, 'an answer instead of an event stream');
}

async function readText(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > REFUSAL_BYTES) throw new RangeError(`more than ${REFUSAL_BYTES} bytes of a refusal`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
