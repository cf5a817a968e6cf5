import type { GraphQLError } from 'graphql';
import type { BatchFetchNode, FetchNode } from '../planner/plan.js';
import type { SubgraphExtensions } from '../plugin.js';
import type { AnswerHeaders, OperationContext, SubgraphResult } from '../transport/transport.js';
import type { Deferral } from './deferred/deferral.js';
import type { JsonObject } from './json.js';

/** How a plan's calls reach subgraphs; never rejects with anything but a failure of that call. */
export type CallSubgraph = (
  call: FetchNode | BatchFetchNode,
  variables: JsonObject,
  context: OperationContext,
  /** `variables` as JSON text, where it is known already. */
  variablesText?: string,
) => Promise<SubgraphResult>;

/** Everything that one execution of a plan (or one event of a subscription) accumulates. */
export interface Run {
  /** Present where parts of the answer may come later. */
  readonly deferral?: Deferral | undefined;
  readonly call: CallSubgraph;
  readonly context: OperationContext;
  /** Coerced, defaults applied. */
  readonly variables: Readonly<JsonObject>;
  readonly data: JsonObject;
  readonly errors: GraphQLError[];
  /** References whose owner knows no such entity, or shows it to nobody like this caller. */
  readonly absent: WeakSet<JsonObject>;
  readonly subgraphExtensions: SubgraphExtensions[];
  /** Of each answer that came, by which it is known how long the whole holds. */
  readonly answerHeaders: (AnswerHeaders | undefined)[];
}

export function startRun(
  call: CallSubgraph,
  context: OperationContext,
  variables: Readonly<JsonObject>,
): Run {
  return {
    call,
    context,
    variables,
    data: {},
    errors: [],
    absent: new WeakSet(),
    subgraphExtensions: [],
    answerHeaders: [],
  };
}
