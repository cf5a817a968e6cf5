import { type FieldNode, type GraphQLSchema, getArgumentValues, Kind } from 'graphql';
import type { JsonObject } from '../execution/json.js';
import type { Operation } from '../execution/operation.js';
import { SharedEvents, type SharedEventsOptions } from './shared-events.js';

/** The streams from subgraphs that are open now: equal subscriptions of one audience share one. */
export class Subscriptions {
  readonly #open = new WeakMap<Operation, Map<string, SharedEvents>>();

  /**
   * The stream of this subscription: one that is open already for the same audience (null: those who are not signed
   * in), or a new one. Without an audience it is shared with nobody.
   */
  events(options: SharedEventsOptions, audience: string | null | undefined): SharedEvents {
    const { operation, variables, graph } = options;
    if (audience === undefined || resumes(graph.schema, operation, variables)) {
      return new SharedEvents(options, () => {});
    }
    const key = JSON.stringify([audience, variables]);
    const open = this.#open.get(operation) ?? new Map<string, SharedEvents>();
    this.#open.set(operation, open);
    const known = open.get(key);
    if (known) return known;
    const events = new SharedEvents(options, () => open.delete(key));
    open.set(key, events);
    return events;
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
