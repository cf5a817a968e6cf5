import type { DocumentNode } from 'graphql';
import { type Operation, readOperation } from './document/operation.js';
import { UnknownIds } from './document/unknown-ids.js';
import { createRequester } from './http/requester.js';
import { type RetryPolicy, retryRuntime } from './http/retry.js';
import { createSend, type GraphResult, type SendOptions } from './http/send.js';
import { createSocketLink } from './live/socket-link.js';
import { Subscription } from './live/subscription.js';
import type { Nexus, NexusOptions, RequestOptions, SubscribeOptions } from './nexus.types.js';
import { NexusError } from './nexus-error.js';
import { sessionOperations } from './session/session.operations.js';
import { createSessionKeeper } from './session/session-keeper.js';

const RETRY: RetryPolicy = { attempts: 4, baseMs: 200, maxMs: 10_000 };

/** A client of the graph. Make one per signed-in person. */
export function createNexus(options: NexusOptions): Nexus {
  const policy = { ...RETRY, ...options.retry };
  const send = createSend(options.url, options.fetch ?? globalThis.fetch.bind(globalThis));
  const defaults: SendOptions = {
    timeoutMs: options.timeoutMs ?? 30_000,
    headers: options.headers,
  };
  const unknown = new UnknownIds();
  const open = new Set<{ end(error?: NexusError): void }>();

  const keeper = createSessionKeeper({
    operations: sessionOperations(send, defaults),
    now: Date.now,
    initial: options.session ?? null,
    renewal: options.renewal,
    onChange: (session, change) => {
      // The socket belongs to whoever opened it.
      if (change !== 'renewed') endSubscriptions(change === 'ended' ? sessionEnded() : undefined);
      options.onSession?.(session, change);
    },
  });
  const request = createRequester(send, keeper, policy, defaults, unknown);
  const link = createSocketLink({
    url: options.webSocketUrl ?? options.url.replace(/^http/, 'ws'),
    WebSocket: options.WebSocket,
    token: keeper.token,
    keepAliveMs: options.keepAliveMs ?? 12_000,
  });

  function endSubscriptions(error?: NexusError): void {
    for (const subscription of [...open]) subscription.end(error);
    link.leave(link.number);
  }

  async function complete<T>(
    kind: Operation['kind'],
    document: DocumentNode | string,
    variables: object | undefined,
    how: RequestOptions = {},
  ): Promise<T> {
    const operation = expect(kind, readOperation(document, how.operationName));
    const { result, status, requestId } = await request(operation, variables, how);
    if (!result.errors?.length) return result.data as T;
    throw NexusError.fromErrors(result.errors, { status, requestId, data: result.data });
  }

  return {
    query: (document, variables?: object, how?: RequestOptions) =>
      complete('query', document, variables, how),
    mutate: (document, variables?: object, how?: RequestOptions) =>
      complete('mutation', document, variables, how),
    async execute<T>(document: DocumentNode | string, variables?: object, how?: RequestOptions) {
      const operation = readOperation(document, how?.operationName);
      if (operation.kind === 'subscription') expect('query', operation);
      const { result } = await request(operation, variables, how ?? {});
      return result as GraphResult<T>;
    },
    subscribe<T>(document: DocumentNode | string, variables?: object, how: SubscribeOptions = {}) {
      const stop = () => subscription.end();
      const subscription = new Subscription<T>({
        operation: expect('subscription', readOperation(document, how.operationName)),
        variables,
        after: how.after,
        onState: how.onState,
        link,
        policy,
        unknown,
        runtime: retryRuntime,
        renew: async (refusal) => {
          if (!keeper.current()) throw refusal;
          await keeper.renew(link.token ?? '');
        },
        onEnd: (ended) => {
          open.delete(ended);
          how.signal?.removeEventListener('abort', stop);
        },
      });
      open.add(subscription);
      how.signal?.addEventListener('abort', stop);
      if (how.signal?.aborted) stop();
      return subscription;
    },
    signIn: keeper.signIn,
    signOut: keeper.signOut,
    get session() {
      return keeper.current();
    },
    close: () => endSubscriptions(),
  };
}

function expect(kind: Operation['kind'], operation: Operation): Operation {
  if (operation.kind === kind) return operation;
  throw new NexusError('BAD_DOCUMENT', `The document is a ${operation.kind}, not a ${kind}.`);
}

function sessionEnded(): NexusError {
  return new NexusError('UNAUTHENTICATED', 'The session has ended: sign in again.');
}
