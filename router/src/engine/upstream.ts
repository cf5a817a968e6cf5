import { setTimeout as sleep } from 'node:timers/promises';
import type { JsonObject } from '../execution/json.js';
import type { FetchNode } from '../planner/plan.js';
import type { OperationContext, SubgraphResult } from '../transport/transport.js';
import { RESUME_VARIABLE, type ResumableSource } from './resumable-source.js';
import type { ReconnectPolicy } from './subscription-policy.js';

/** Opens the stream of events that a subscription's plan starts with. */
export type OpenEvents = (
  node: FetchNode,
  variables: JsonObject,
  context: OperationContext,
) => Promise<AsyncIterable<SubgraphResult>>;

export interface UpstreamOptions {
  readonly source: FetchNode;
  /** Those that the source uses. */
  readonly variables: JsonObject;
  readonly context: OperationContext;
  readonly open: OpenEvents;
  readonly reconnect?: ReconnectPolicy | undefined;
  readonly resumable?: ResumableSource | undefined;
}

export interface UpstreamEvent {
  readonly result: SubgraphResult;
  /** The connection broke before it, and what happened meanwhile is lost. */
  readonly gap: boolean;
}

/**
 * The events of a subgraph, over as many connections as it takes. Ends when the subgraph ends it, or the context's
 * signal is aborted.
 * @throws what the last attempt to connect threw
 */
export async function* upstream(
  options: UpstreamOptions,
): AsyncGenerator<UpstreamEvent, undefined> {
  const { reconnect, resumable, context } = options;
  const { signal } = context;
  let position: unknown;
  let gap = false;
  for (let attempt = 0; !signal.aborted; attempt++) {
    try {
      for await (const result of connect(options, position)) {
        attempt = 0;
        position = resumable?.positionOf(result) ?? position;
        yield { result, gap };
        gap = false;
      }
      return undefined;
    } catch (failure) {
      if (!reconnect || attempt >= reconnect.attempts) throw failure;
      gap = position === undefined;
      await sleep(delay(reconnect, attempt), undefined, { signal }).catch(() => undefined);
    }
  }
  return undefined;
}

async function* connect(
  { source, resumable, variables, context, open }: UpstreamOptions,
  position: unknown,
): AsyncGenerator<SubgraphResult, undefined> {
  const { signal } = context;
  const stream =
    position === undefined
      ? await open(resumable?.first ?? source, variables, context)
      : await open(
          resumable?.again ?? source,
          { ...variables, [RESUME_VARIABLE]: position },
          context,
        );
  const events = stream[Symbol.asyncIterator]();
  // A generator that waits for its next event answers `return` only afterwards: nobody waits.
  const leave = (): void => void settle(events.return?.());
  signal.addEventListener('abort', leave, { once: true });
  if (signal.aborted) leave();
  try {
    for (let event = await events.next(); !event.done; event = await events.next()) {
      if (signal.aborted) return undefined;
      yield event.value;
    }
    return undefined;
  } finally {
    signal.removeEventListener('abort', leave);
  }
}

function delay(
  { firstDelayMs = 250, longestDelayMs = 10_000 }: ReconnectPolicy,
  attempt: number,
): number {
  const full = Math.min(longestDelayMs, firstDelayMs * 2 ** attempt);
  return full * (0.5 + Math.random() / 2);
}

async function settle(pending: Promise<unknown> | undefined): Promise<void> {
  // The clients are gone; how the source takes its leave concerns nobody.
  await pending?.catch(() => undefined);
}
