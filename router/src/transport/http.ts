import { UploadFailed } from '../upload/upload.js';
import type { HttpTransportOptions } from './http.types.js';
import { readAnswer } from './http-answer.js';
import { HttpRequests } from './http-requests.js';
import { requestBody } from './request-body.js';
import { addressOf } from './subgraph-address.js';
import type {
  OperationContext,
  SubgraphRequest,
  SubgraphResult,
  SubgraphTransport,
} from './transport.js';
import { uploadForm } from './upload-form.js';
import { webSocketSubscriptions } from './web-socket-subscriptions.js';

const ASKED_FOR = {
  'content-type': 'application/json',
  accept: 'application/graphql-response+json, application/json;q=0.9',
};

/**
 * A subgraph in another process: operations over a pool of kept-alive connections, subscriptions
 * over `graphql-transport-ws`, or as `subscriptions` says.
 *
 * @example
 * http({
 *   url: 'http://127.0.0.1:4001/graphql',
 *   headers: async ({ principal }) => ({ authorization: `Bearer ${await signer.token(principal)}` }),
 * })
 * @throws TypeError for a URL by which nothing can be reached
 */
export function http<P = unknown>(options: HttpTransportOptions<P>): SubgraphTransport<P> {
  const address = addressOf(options.url, options.socketPath);
  const requests = new HttpRequests<P>(address, options);
  const protocol = options.subscriptions ?? webSocketSubscriptions;
  const subscriptions = protocol.connect({ address, options, requests });

  return {
    heedsSignal: true,
    async execute(request: SubgraphRequest, context: OperationContext<P>): Promise<SubgraphResult> {
      const { subgraph } = request;
      const form = uploadForm(request, context);
      const headers = form ? { ...ASKED_FOR, ...form.headers } : ASKED_FOR;
      const body = form?.body ?? requestBody(request);
      try {
        return readAnswer(subgraph, await requests.post(request, context, headers, body));
      } catch (error) {
        if (error instanceof UploadFailed) return { errors: [error] };
        throw error;
      }
    },
    subscribe: (request, context) => subscriptions.subscribe(request, context),
    async close() {
      await Promise.allSettled([requests.close(), subscriptions.close()]);
    },
  };
}
