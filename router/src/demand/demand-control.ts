import { GraphQLError, type OperationDefinitionNode } from 'graphql';
import type {
  Caller,
  ClientResult,
  OperationEvent,
  OperationInfo,
  Refusal,
  RouterPlugin,
} from '../plugin.js';
import type { Supergraph } from '../supergraph/supergraph.js';
import { oncePerPair } from '../support/once-per-pair.js';
import { AnswerSoFar } from './answer-so-far.js';
import { OperationCost } from './operation-cost.js';

/** What an operation cost; the unit is the weights of the supergraph's `@cost`. */
export interface MeasuredCost {
  readonly estimated: number;
  /** Of one answer or event; absent where it was refused, or nobody asked. */
  readonly actual?: number;
  readonly max: number;
}

export interface DemandControlOptions<P = unknown> {
  /** The dearest operation that is run, by its estimate. */
  readonly max: number;
  /** `enforce` refuses what is dearer than `max`; `measure` only tells. Default `enforce`. */
  readonly mode?: 'enforce' | 'measure';
  /** Items assumed of a list of which no `@listSize` says anything; default 10. */
  readonly listSize?: number;
  /** Whose answers have `extensions.cost`; default: those of requests with `"extensions": { "cost": true }`. */
  readonly expose?: (operation: OperationEvent<P>) => boolean;
  /** Told of each operation (of a subscription: of each event), with its actual cost, which is then always counted. */
  readonly onMeasured?: (cost: MeasuredCost, operation: OperationInfo, caller: Caller<P>) => void;
}

/** The plugin, and what it knows: {@link DemandControl.estimate} serves rate limits. */
export interface DemandControl<P = unknown> extends RouterPlugin<P> {
  /** The estimated cost of an operation. */
  estimate(operation: OperationEvent<P>): number;
}

interface Asked {
  readonly cost: OperationCost;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly estimated: number;
  readonly exposed: boolean;
  /** While parts of the answer are still to come. */
  answer?: AnswerSoFar;
}

/**
 * Estimates what an operation costs before it is planned, and refuses what is too expensive with
 * `COST_ESTIMATED_TOO_EXPENSIVE`. Weights come from the supergraph's `@cost` and `@listSize`.
 * @throws RangeError when `max` or `listSize` is negative or no number
 */
export function demandControl<P = unknown>(options: DemandControlOptions<P>): DemandControl<P> {
  const { max, mode = 'enforce', listSize = 10, onMeasured } = options;
  const { expose = ({ extensions }) => extensions.cost === true } = options;
  for (const value of [max, listSize]) {
    if (!(value >= 0)) throw new RangeError('Costs and list sizes are numbers from 0 on.');
  }
  const costOf = costPerOperation(listSize);
  const asked = new WeakMap<Caller<P>, Asked>();

  const measure = (
    { cost, variables, estimated }: Asked,
    { data }: Pick<ClientResult, 'data'>,
  ): MeasuredCost =>
    data === undefined
      ? { estimated, max }
      : { estimated, actual: cost.actual(variables, data), max };

  /** The cost, where the client is to see it. */
  const tell = (
    operation: OperationInfo | undefined,
    caller: Caller<P>,
    result: Pick<ClientResult, 'data'>,
  ): MeasuredCost | undefined => {
    const known = asked.get(caller);
    if (!known || !operation || !(known.exposed || onMeasured)) return undefined;
    const cost = measure(known, result);
    if (caller.record) caller.record.cost = cost;
    onMeasured?.(cost, operation, caller);
    return known.exposed ? cost : undefined;
  };

  return {
    name: 'demand-control',
    estimate: (event) => costOf(event).estimate(event.variables).cost,
    onOperation(event): Refusal | undefined {
      const { caller, variables } = event;
      const cost = costOf(event);
      const { cost: estimated, faults } = cost.estimate(variables);
      asked.set(caller, { cost, variables, estimated, exposed: expose(event) });
      if (caller.record) caller.record.cost = { estimated, max };
      if (mode === 'measure') return undefined;
      if (faults.length > 0) return { errors: faults, status: 400 };
      if (estimated <= max) return undefined;
      onMeasured?.({ estimated, max }, event.operation, caller);
      return { errors: [tooExpensive(estimated, max)], status: 400 };
    },
    onEvent({ operation, caller, result }) {
      const cost = tell(operation, caller, result);
      return cost && { ...result, extensions: { ...result.extensions, cost } };
    },
    onDeferred({ operation, caller, payloads, isLast }) {
      const answer = asked.get(caller)?.answer;
      for (const payload of payloads) answer?.add(payload);
      const last = payloads.at(-1);
      const cost = isLast && answer ? tell(operation, caller, answer) : undefined;
      if (last && cost) last.extensions = { ...last.extensions, cost };
    },
    onResponse({ operation, caller, result, hasNext }) {
      const known = asked.get(caller);
      // Of an answer in parts the cost is known, and told, with the last one.
      if (hasNext && known) {
        if (known.exposed || onMeasured) known.answer = new AnswerSoFar(result);
        return;
      }
      const cost = tell(operation, caller, result);
      if (cost) result.extensions = { ...result.extensions, cost };
    },
  };
}

/** @param max the dearest that would have been run */
export function tooExpensive(estimated: number, max: number): GraphQLError {
  return new GraphQLError(
    `The operation may cost ${estimated}, and at most ${max} is allowed. Ask for fewer fields or shorter lists.`,
    { extensions: { code: 'COST_ESTIMATED_TOO_EXPENSIVE', estimated, max } },
  );
}

/** Compiled once per supergraph and operation. */
function costPerOperation<P>(listSize: number): (event: OperationEvent<P>) => OperationCost {
  const once = oncePerPair<Supergraph, OperationDefinitionNode, OperationCost>();
  return ({ supergraph, document, definition }) =>
    once(
      supergraph,
      definition,
      () => new OperationCost(supergraph, document, definition, listSize),
    );
}
