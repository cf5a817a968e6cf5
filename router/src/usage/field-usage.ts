import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Caller, OperationEvent, RouterPlugin } from '../plugin.js';
import { oncePerPair } from '../support/once-per-pair.js';
import { InputCoordinates } from './input-coordinates.js';
import { type ReadOperation, readOperation } from './read-operation.js';
import { UsageCounters } from './usage-counters.js';
import type { UsageStore } from './usage-store.js';

export interface FieldUsageOptions<P = unknown> {
  /** For example `usageFile('usage.ndjson')`. */
  readonly store: UsageStore;
  /** Milliseconds between two batches; default 60,000. */
  readonly flushMs?: number;
  /** Different operations per client that are counted between two batches; default 10,000. The rest is only numbered. */
  readonly maxOperations?: number;
  /** Clients and versions that are told apart between two batches; default 500. The rest is called `other`. */
  readonly maxClients?: number;
  /** Who asks; default: what the client says of itself. `undefined`: nobody counts this operation. */
  readonly client?: (
    operation: OperationEvent<P>,
  ) => { readonly name?: string; readonly version?: string } | undefined;
  /** Told why the store did not take a batch; it is offered again with the next. */
  readonly onUnavailable?: (error: unknown) => void;
}

/** The plugin; a host that has no router to close calls {@link FieldUsage.flush} before it ends. */
export interface FieldUsage<P = unknown> extends RouterPlugin<P> {
  /** Hands over what was counted; the store's refusal goes to `onUnavailable`. */
  flush(): Promise<void>;
}

/**
 * Records which client uses which fields, arguments, input fields and enum values, with how many errors, and when
 * last. Values are never kept. An operation is read once; each answer then costs a counter. Operations that were
 * refused or could not be planned are not counted; a subscription counts when it begins.
 * @throws RangeError for a bound or an interval that is not above 0
 */
export function fieldUsage<P = unknown>(options: FieldUsageOptions<P>): FieldUsage<P> {
  const { store, flushMs = 60_000, maxOperations = 10_000, maxClients = 500 } = options;
  const { client: clientOf = askedBy, onUnavailable } = options;
  if (![flushMs, maxOperations, maxClients].every((bound) => bound > 0)) {
    throw new RangeError('Bounds and intervals of field usage are above 0.');
  }
  const counters = new UsageCounters({ counters: maxOperations, clients: maxClients });
  const read = readOnce<P>();
  const running = new WeakMap<Caller<P>, OperationEvent<P>>();
  let flushing: Promise<void> = Promise.resolve();

  const count = (event: OperationEvent<P>, failed: boolean): void => {
    const client = clientOf(event);
    if (!client) return;
    const operation = read(event);
    const asked = { client: client.name, version: client.version, contract: event.contract };
    const found = counters.count(operation, asked, failed, Date.now());
    if (!found || operation.inputs.length === 0) return;
    const inputs = new InputCoordinates(found);
    for (const { name, type } of operation.inputs) inputs.add(event.variables[name], type);
  };

  const handOver = async (): Promise<void> => {
    const taken = counters.take(Date.now());
    if (!taken) return;
    try {
      await store.record(taken.batch);
    } catch (error) {
      taken.restore();
      onUnavailable?.(error);
    }
  };
  const flush = (): Promise<void> => {
    flushing = flushing.then(handOver);
    return flushing;
  };
  const timer = setInterval(() => void flush(), flushMs).unref();

  return {
    name: 'field-usage',
    flush,
    onPlan(event) {
      if (event.operation.kind === 'subscription') count(event, false);
      else running.set(event.caller, event);
      return undefined;
    },
    onResponse({ caller, result }) {
      const event = running.get(caller);
      if (!event) return;
      running.delete(caller);
      count(event, (result.errors?.length ?? 0) > 0);
    },
    async onClose() {
      clearInterval(timer);
      await flush();
      await store.close?.();
    },
  };
}

function askedBy({ caller }: { readonly caller: Caller<unknown> }) {
  const { client, clientVersion } = caller.record?.arrival ?? {};
  return {
    ...(client !== undefined && { name: client }),
    ...(clientVersion !== undefined && { version: clientVersion }),
  };
}

/** Read once per schema and operation. */
function readOnce<P>(): (event: OperationEvent<P>) => ReadOperation {
  const once = oncePerPair<GraphQLSchema, OperationDefinitionNode, ReadOperation>();
  return ({ schema, document, definition }) =>
    once(schema, definition, () => readOperation(schema, document, definition));
}
