import { type FieldNode, type GraphQLSchema, getArgumentValues, Kind } from 'graphql';
import type { RouterLimits } from '../config.js';
import type { JsonObject } from '../execution/json.js';
import type { Operation } from '../execution/operation.js';
import type { Graph } from './graph.js';
import type { Hooks } from './hooks.js';
import { lastWord, schemaChanged } from './last-words.js';
import type { Prepared, Ready } from './prepared.js';
import { SharedEvents, type SharedEventsOptions } from './shared-events.js';
import type { SubgraphCaller } from './subgraph-caller.js';
import type { SubscriptionPolicy } from './subscription-policy.js';
import { SubscriptionStream } from './subscription-stream.js';

/** Plans the subscription anew, in another graph. */
export type Replan = (graph: Graph) => Promise<Prepared>;

interface Open {
  readonly events: SharedEvents;
  /** By what equal subscriptions find it; absent where it is shared with nobody. */
  readonly key: string | undefined;
  readonly replan: Replan;
  operation: Operation;
}

export interface SubscriptionsOptions {
  readonly caller: SubgraphCaller;
  readonly hooks: Pick<Hooks, 'onSourceEvent'>;
  readonly limits: RouterLimits;
  readonly subscriptions: SubscriptionPolicy;
  readonly stillAllowed: (principal: unknown) => boolean | Promise<boolean>;
  /** See `AuthenticationPort.audience`. */
  readonly audience: (principal: unknown) => string | undefined;
}

/** The streams from subgraphs that are open now: equal subscriptions of one audience share one. */
export class Subscriptions {
  readonly #shared = new WeakMap<Operation, Map<string, Open>>();
  readonly #open = new Set<Open>();

  constructor(private readonly options: SubscriptionsOptions) {}

  /** A stream for one client; it starts at once. */
  subscribe(ready: Ready, replan: Replan): SubscriptionStream {
    const { graph, operation, variables, caller: context } = ready;
    const { caller, hooks, limits, subscriptions: policy, stillAllowed, audience } = this.options;
    const source = operation.plan.subscription;
    if (!source) throw new TypeError('The operation is no subscription.');
    const { principal } = context;
    const { eventQueue: queueCapacity, operationTimeoutMs: timeoutMs } = limits;
    const { call, open } = caller;
    const events = this.#events(
      {
        graph,
        operation,
        source,
        variables,
        context,
        call,
        open,
        policy,
        queueCapacity,
        timeoutMs,
        onSourceEvent: hooks.onSourceEvent,
      },
      principal === null ? null : audience(principal),
      replan,
    );
    return new SubscriptionStream({
      follow: (follower) => events.follow(follower),
      stillAllowed: () => principal === null || stillAllowed(principal),
      policy,
      queueCapacity,
    });
  }

  /**
   * The stream of this subscription: one that is open already for the same audience (null: those who are not signed
   * in) and whose client sent the same headers for subgraphs, or a new one. Without an audience it is shared with nobody.
   */
  #events(
    options: SharedEventsOptions,
    audience: string | null | undefined,
    replan: Replan,
  ): SharedEvents {
    const { operation, variables, graph, context } = options;
    const isShared = audience !== undefined && !resumes(graph.schema, operation, variables);
    const key = isShared ? JSON.stringify([audience, variables, context.clientHeaders]) : undefined;
    const known = key === undefined ? undefined : this.#shared.get(operation)?.get(key);
    if (known) return known.events;
    const events = new SharedEvents(options, () => this.#forget(open));
    const open: Open = { events, key, replan, operation };
    this.#open.add(open);
    this.#share(open);
    return events;
  }

  /** Goes on with each stream in another graph, where its operation is valid there; else ends it and says so. */
  async moveTo(graph: Graph): Promise<void> {
    for (const open of [...this.#open]) {
      const planned = await open.replan(graph);
      if (!this.#open.has(open)) continue;
      const source = planned.ok ? planned.operation.plan.subscription : undefined;
      if (!planned.ok || !source) {
        const errors = planned.ok ? [] : (planned.result.errors ?? []);
        open.events.finish(lastWord(schemaChanged(), ...errors));
        continue;
      }
      this.#unshare(open);
      open.operation = planned.operation;
      open.events.replan({ ...planned, source });
      this.#share(open);
    }
  }

  #share(open: Open): void {
    if (open.key === undefined) return;
    const shared = this.#shared.get(open.operation) ?? new Map<string, Open>();
    this.#shared.set(open.operation, shared);
    if (!shared.has(open.key)) shared.set(open.key, open);
  }

  #unshare({ operation, key, events }: Open): void {
    const shared = this.#shared.get(operation);
    if (key !== undefined && shared?.get(key)?.events === events) shared.delete(key);
  }

  #forget(open: Open): void {
    this.#unshare(open);
    this.#open.delete(open);
  }
}

/** The argument by which a client says what it has seen: its stream begins with a past of its own. */
const RESUME = 'after';

function resumes(schema: GraphQLSchema, operation: Operation, variables: JsonObject): boolean {
  const fields = schema.getSubscriptionType()?.getFields();
  return operation.definition.selectionSet.selections.some((node) => {
    // The root field of a subscription that stands in a fragment is looked at by nobody else.
    if (node.kind !== Kind.FIELD) return true;
    const field = fields?.[node.name.value];
    return field ? resumePoint(field, node, variables) != null : true;
  });
}

function resumePoint(
  field: Parameters<typeof getArgumentValues>[0],
  node: FieldNode,
  variables: JsonObject,
): unknown {
  return getArgumentValues(field, node, variables)[RESUME];
}
