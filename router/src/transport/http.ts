import { Pool } from 'undici';
import { messageOf } from '../support/message-of.js';
import { UploadFailed } from '../upload/upload.js';
import { type CallDeadline, CallDeadlines } from './call-deadlines.js';
import { hopHeaders } from './hop-headers.js';
import type { HttpTransportOptions } from './http.types.js';
import { readAnswer } from './http-answer.js';
import { HttpExchange } from './http-exchange.js';
import { givenUp } from './or-aborted.js';
import { requestBody } from './request-body.js';
import {
  type OperationContext,
  type SubgraphRequest,
  type SubgraphResult,
  type SubgraphTransport,
  SubgraphUnavailable,
} from './transport.js';
import { uploadForm } from './upload-form.js';
import { webSocketSubscriptions } from './web-socket-subscriptions.js';

const ASKED_FOR = {
  'content-type': 'application/json',
  accept: 'application/graphql-response+json, application/json;q=0.9',
};

/**
 * A subgraph in another process: operations over a pool of kept-alive connections, subscriptions
 * over `graphql-transport-ws`.
 *
 * @example
 * http({
 *   url: 'http://127.0.0.1:4001/graphql',
 *   headers: async ({ principal }) => ({ authorization: `Bearer ${await signer.token(principal)}` }),
 * })
 */
export function http<P = unknown>(options: HttpTransportOptions<P>): SubgraphTransport<P> {
  const { origin, pathname, search } = new URL(options.url);
  const timeout = options.timeoutMs ?? 30_000;
  const pool = new Pool(origin, {
    connections: options.connections ?? 64,
    connect: { timeout: options.connectTimeoutMs ?? 2_000 },
    // The whole answer has one deadline; undici's own timers would be two more per call.
    headersTimeout: 0,
    bodyTimeout: 0,
    keepAliveTimeout: 30_000,
  });
  const subscriptions = webSocketSubscriptions(options);
  const deadlines = new CallDeadlines(timeout);
  const limit = options.maxResponseBytes ?? 32 * 1024 * 1024;
  const { headers } = options;

  return {
    heedsSignal: true,
    async execute(request: SubgraphRequest, context: OperationContext<P>): Promise<SubgraphResult> {
      const { subgraph, traffic } = request;
      const { signal, requestId } = context;
      const own = hopHeaders(context, headers && (await headers.call(options, context)));
      const form = uploadForm(request, context);
      const exchange = new HttpExchange(subgraph, limit);
      const late = (): void => exchange.abandon(tooLate(subgraph, timeout));
      const aborted = (): void => exchange.abandon(givenUp(subgraph));
      let deadline: CallDeadline | undefined;
      try {
        if (signal.aborted) throw givenUp(subgraph);
        signal.addEventListener('abort', aborted);
        deadline = deadlines.add(late);
        const body = form?.body ?? requestBody(request);
        // The files of an upload pass by, and are counted by nobody.
        if (traffic && typeof body === 'string') traffic.sentBytes += Buffer.byteLength(body);
        pool.dispatch(
          {
            method: 'POST',
            path: pathname + search,
            headers: { ...ASKED_FOR, 'x-request-id': requestId, ...form?.headers, ...own },
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
        return readAnswer(subgraph, answer);
      } catch (error) {
        if (error instanceof SubgraphUnavailable) throw error;
        if (error instanceof UploadFailed) return { errors: [error] };
        const reason = messageOf(error);
        throw new SubgraphUnavailable(subgraph, reason, { cause: error });
      } finally {
        signal.removeEventListener('abort', aborted);
        if (deadline) deadlines.delete(deadline);
      }
    },
    subscribe: (request, context) => subscriptions.subscribe(request, context),
    async close() {
      deadlines.close();
      await Promise.allSettled([pool.destroy(), subscriptions.close()]);
    },
  };
}

function tooLate(subgraph: string, timeout: number): SubgraphUnavailable {
  return new SubgraphUnavailable(subgraph, `no whole answer within ${timeout} ms`);
}
