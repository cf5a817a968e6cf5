import { readAnswer } from '../http-answer.js';
import type { HttpAnswer } from '../http-exchange.js';
import { requestBody } from '../request-body.js';
import type {
  HttpSubgraph,
  SubgraphSubscriptions,
  SubscriptionProtocol,
} from '../subscription-protocol.js';
import { type SubgraphRequest, type SubgraphResult, SubgraphUnavailable } from '../transport.js';
import { readMessage } from './callback-message.js';
import { CallbackStream } from './callback-stream.js';

export interface CallbackOptions {
  /** Where subgraphs reach this very router, without a path: `http://router-1.internal:4000`. */
  publicUrl: string | (() => string);
  /** Of the route on the router; default `/callback`. */
  path?: string;
  /**
   * How often a subgraph shows that it is still there; a stream ends after three times as long without a word. Default
   * 5,000; 0: never, and a subgraph that goes away without a word is never missed.
   */
  heartbeatIntervalMs?: number;
  /** Bytes of one event at most; default 1 MiB. */
  maxEventBytes?: number;
}

/** How a callback is answered: 404 and 400 end the subscription on the subgraph's side. */
export type CallbackStatus = 200 | 202 | 204 | 400 | 404;

const ASKED_FOR = {
  'content-type': 'application/json',
  accept: 'application/json;callbackSpec=1.0',
};
const MISSED_HEARTBEATS = 3;

/**
 * Subscriptions without an open connection: the subgraph brings each event by a request of its own
 * (https://www.apollographql.com/docs/graphos/routing/operations/subscriptions/callback-protocol).
 * Give the same object to the transports and, as `callbacks`, to the router.
 *
 * @example
 * const callbacks = callback({ publicUrl: 'http://router.internal:4000' });
 * createRouter({ supergraph, callbacks, subgraphs: { reviews: http({ url, subscriptions: callbacks }) } })
 * @throws TypeError for options that make no sense
 */
export function callback(options: CallbackOptions): Callbacks {
  return new Callbacks(options);
}

/** The subscriptions for which callbacks are expected. */
export class Callbacks implements SubscriptionProtocol {
  readonly path: string;
  readonly maxEventBytes: number;
  /** Does a router listen for them? Without one no subgraph is asked to call. */
  isServed = false;
  readonly #streams = new Map<string, CallbackStream>();
  readonly #heartbeatIntervalMs: number;

  constructor(private readonly options: CallbackOptions) {
    const {
      path = '/callback',
      heartbeatIntervalMs = 5_000,
      maxEventBytes = 1024 * 1024,
    } = options;
    if (!/^\/[\w./~-]*[\w.~-]$/.test(path)) throw new TypeError(`"${path}" is no path of a route.`);
    if (!(heartbeatIntervalMs >= 0)) throw new TypeError('heartbeatIntervalMs is 0 or more.');
    if (typeof options.publicUrl === 'string') readPublicUrl(options.publicUrl);
    this.path = path;
    this.maxEventBytes = maxEventBytes;
    this.#heartbeatIntervalMs = heartbeatIntervalMs;
  }

  /** Is a subscription of that id open? Asked before the body of a request is read. */
  expects(id: string): boolean {
    return this.#streams.has(id);
  }

  /** Takes a message in; `id` stood in the address of the request. */
  receive(id: string, body: unknown): CallbackStatus {
    const stream = this.#streams.get(id);
    if (!stream) return 404;
    const message = readMessage(body);
    if (message?.id !== id || !stream.verifies(message.verifier)) return 400;
    switch (message.action) {
      case 'check':
        stream.check();
        return 204;
      case 'next':
        stream.hear(message.payload);
        return this.#streams.has(id) ? 200 : 404;
      case 'complete':
        stream.complete(message.errors);
        return 202;
      case 'unreadable':
        stream.fail('a callback that is none');
        return 400;
      default:
        return message satisfies never;
    }
  }

  connect<P>({ requests }: HttpSubgraph<P>): SubgraphSubscriptions<P> {
    const own = new Set<CallbackStream>();
    return {
      subscribe: async (request, context) => {
        const { signal } = context;
        const leave = (): void => void stream.return();
        const stream = this.#open(request.subgraph, () => {
          own.delete(stream);
          signal.removeEventListener('abort', leave);
        });
        own.add(stream);
        signal.addEventListener('abort', leave, { once: true });
        try {
          const body = this.#body(request, stream);
          const answer = await requests.post(request, context, ASKED_FOR, body);
          const refusal = refusalIn(request.subgraph, answer);
          if (refusal) stream.complete(refusal);
          else if (!stream.isChecked) stream.fail('it did not check the callback');
        } catch (error) {
          leave();
          throw error;
        }
        return stream;
      },
      async close() {
        for (const stream of [...own]) await stream.return();
      },
    };
  }

  #open(subgraph: string, onEnd: () => void): CallbackStream {
    if (!this.isServed) {
      throw new SubgraphUnavailable(subgraph, 'no router was given its `callbacks`');
    }
    const silenceMs = this.#heartbeatIntervalMs * MISSED_HEARTBEATS;
    const stream = new CallbackStream(subgraph, silenceMs, () => {
      this.#streams.delete(stream.id);
      onEnd();
    });
    this.#streams.set(stream.id, stream);
    return stream;
  }

  #body(request: SubgraphRequest, { id, verifier }: CallbackStream): string {
    const { publicUrl } = this.options;
    const base = readPublicUrl(typeof publicUrl === 'string' ? publicUrl : publicUrl());
    const subscription = {
      callbackUrl: `${base}${this.path}/${id}`,
      subscriptionId: id,
      verifier,
      heartbeatIntervalMs: this.#heartbeatIntervalMs,
    };
    return `${requestBody(request).slice(0, -1)},"extensions":${JSON.stringify({ subscription })}}`;
  }
}

/** What the subgraph has against the operation; that it cannot call back is no answer. */
function refusalIn(subgraph: string, answer: HttpAnswer): SubgraphResult['errors'] {
  const { statusCode, text } = answer;
  const isSuccess = statusCode >= 200 && statusCode < 300;
  if (isSuccess && text === '') return undefined;
  const { errors = [] } = readAnswer(subgraph, answer);
  const said = errors.map(({ message }) => message).join(' ');
  if (isSuccess && errors.length === 0) return undefined;
  if (statusCode >= 500 || errors.length === 0) {
    throw new SubgraphUnavailable(subgraph, `HTTP ${statusCode} ${said}`);
  }
  return errors;
}

function readPublicUrl(url: string): string {
  const isUrl = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
  if (!isUrl) throw new TypeError(`publicUrl is an http(s) URL, not "${url}".`);
  return url.replace(/\/+$/, '');
}
