import type { Readable } from 'node:stream';
import { Pool } from 'undici';
import { messageOf } from '../support/message-of.js';
import { UploadFailed } from '../upload/upload.js';
import { type CallDeadline, CallDeadlines } from './call-deadlines.js';
import { hopHeaders } from './hop-headers.js';
import type { HopHeaders, HttpTransportOptions } from './http.types.js';
import { type HttpAnswer, HttpExchange } from './http-exchange.js';
import { givenUp } from './or-aborted.js';
import type { SubgraphAddress } from './subgraph-address.js';
import { type OperationContext, type SubgraphRequest, SubgraphUnavailable } from './transport.js';

export const DEFAULT_CONNECT_TIMEOUT_MS = 2_000;
export const DEFAULT_MAX_RESPONSE_BYTES = 32 * 1024 * 1024;

/** Requests to one subgraph over a pool of kept-alive connections. */
export class HttpRequests<P> {
  readonly #pool: Pool;
  readonly #deadlines: CallDeadlines;
  readonly #timeoutMs: number;
  readonly #limit: number;

  constructor(
    private readonly address: SubgraphAddress,
    private readonly options: HttpTransportOptions<P>,
  ) {
    const { timeoutMs = 30_000, maxResponseBytes = DEFAULT_MAX_RESPONSE_BYTES } = options;
    this.#pool = openPool(address, options, options.connections ?? 64);
    this.#timeoutMs = timeoutMs;
    this.#deadlines = new CallDeadlines(timeoutMs);
    this.#limit = maxResponseBytes;
  }

  /** What every request to the subgraph carries, whatever its kind. */
  async headersFor(context: OperationContext<P>): Promise<HopHeaders | undefined> {
    const { headers } = this.options;
    return hopHeaders(context, headers && (await headers.call(this.options, context)));
  }

  /**
   * The whole answer to one request.
   * @throws SubgraphUnavailable where none comes in time, UploadFailed where a file breaks off
   */
  async post(
    { subgraph, traffic }: Pick<SubgraphRequest, 'subgraph' | 'traffic'>,
    context: OperationContext<P>,
    headers: HopHeaders,
    body: string | Readable,
  ): Promise<HttpAnswer> {
    const { signal, requestId } = context;
    const own = await this.headersFor(context);
    const exchange = new HttpExchange(subgraph, this.#limit);
    const late = (): void => exchange.abandon(tooLate(subgraph, this.#timeoutMs));
    const aborted = (): void => exchange.abandon(givenUp(subgraph));
    let deadline: CallDeadline | undefined;
    try {
      if (signal.aborted) throw givenUp(subgraph);
      signal.addEventListener('abort', aborted);
      deadline = this.#deadlines.add(late);
      // The files of an upload pass by, and are counted by nobody.
      if (traffic && typeof body === 'string') traffic.sentBytes += Buffer.byteLength(body);
      this.#pool.dispatch(
        {
          method: 'POST',
          path: this.address.path,
          headers: { ...headers, 'x-request-id': requestId, ...own },
          body,
        },
        exchange,
      );
      await exchange.whole;
      const answer = exchange.take();
      if (traffic) {
        traffic.receivedBytes += answer.bytes;
        traffic.status = answer.statusCode;
      }
      return answer;
    } catch (error) {
      if (error instanceof SubgraphUnavailable || error instanceof UploadFailed) throw error;
      throw new SubgraphUnavailable(subgraph, messageOf(error), { cause: error });
    } finally {
      signal.removeEventListener('abort', aborted);
      if (deadline) this.#deadlines.delete(deadline);
    }
  }

  async close(): Promise<void> {
    this.#deadlines.close();
    await this.#pool.destroy();
  }
}

/** Connections to a subgraph; at most so many, or as many as it takes. */
export function openPool<P>(
  { origin, socketPath }: SubgraphAddress,
  { connectTimeoutMs = DEFAULT_CONNECT_TIMEOUT_MS }: HttpTransportOptions<P>,
  connections: number | null,
): Pool {
  return new Pool(origin, {
    connections,
    connect: { timeout: connectTimeoutMs, ...(socketPath !== undefined && { socketPath }) },
    // The whole answer has one deadline; undici's own timers would be two more per call.
    headersTimeout: 0,
    bodyTimeout: 0,
    keepAliveTimeout: 30_000,
  });
}

function tooLate(subgraph: string, timeout: number): SubgraphUnavailable {
  return new SubgraphUnavailable(subgraph, `no whole answer within ${timeout} ms`);
}
