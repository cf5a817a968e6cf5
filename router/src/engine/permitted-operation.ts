import type { Logger } from 'pino';
import type { AskedOperation } from '../authorization/access-control.js';
import { decideDefers, withoutDefers } from '../defer/decided-operation.js';
import { operationSize } from '../edge/operation-size.js';
import type { Operation } from '../execution/operation.js';
import type { LabelDecision } from '../override/active-labels.js';
import { NO_LABELS, PlanningFailed } from '../planner/planner.js';
import type { Refusal } from '../plugin.js';
import type { Graph } from './graph.js';

type Asked = AskedOperation<unknown>;

/** On what else than its document and its caller's rights the plan of an operation depends, and who is told. */
interface PlanningWishes {
  readonly decideLabels: LabelDecision;
  /** May what the operation defers come later? */
  readonly inParts: boolean;
  readonly log: Logger;
}

/**
 * The operation with as much of it as its caller may see, or why it is refused. What it defers is only deferred where
 * it may be answered in parts (`inParts`) and a planner can plan that: else it is answered with the rest.
 * @throws PlanningFailed, and whatever the host's authorization port throws
 */
export async function permittedOperation(
  graph: Graph,
  asked: Asked,
  how: PlanningWishes,
): Promise<Operation | Refusal> {
  const began = performance.now();
  try {
    return await planned(graph, asked, how);
  } finally {
    const { record } = asked.caller;
    if (record) record.planMs = performance.now() - began;
  }
}

async function planned(
  graph: Graph,
  asked: Asked,
  how: PlanningWishes,
): Promise<Operation | Refusal> {
  const { document, definition, variables } = asked;
  if (operationSize(document, definition).deferredFragments === 0) {
    return permitted(graph, asked, how);
  }
  const decided = how.inParts ? decideDefers(document, definition, variables) : undefined;
  if (decided?.isDeferred) {
    try {
      return await permitted(graph, { ...asked, ...decided }, how);
    } catch (error) {
      if (!(error instanceof PlanningFailed)) throw error;
      how.log.debug(
        { requestId: asked.caller.requestId, err: error },
        'answered whole: no plan defers',
      );
    }
  }
  return permitted(graph, { ...asked, ...withoutDefers(document, definition) }, how);
}

async function permitted(
  graph: Graph,
  asked: Asked,
  { decideLabels, log }: PlanningWishes,
): Promise<Operation | Refusal> {
  const { document, definition, caller } = asked;
  const access = await graph.access?.decide(asked);
  const known = graph.labelsOf(document, definition);
  const labels = known.length === 0 ? NO_LABELS : await decideLabels(known, caller);
  switch (access?.kind) {
    case 'none':
      return access.refusal;
    case 'part':
      return graph.operation(
        access.operation.document,
        access.operation.definition,
        access.operation.denials,
        labels,
      );
    case 'all': {
      if (access.spared.length > 0) {
        const fields = access.spared.map(({ coordinate, path }) => ({ coordinate, path }));
        const operation = definition.name?.value;
        log.warn({ requestId: caller.requestId, operation, fields }, 'fields would be denied');
      }
      return graph.operation(document, definition, undefined, labels);
    }
    case undefined:
      return graph.operation(document, definition, undefined, labels);
    default:
      return access satisfies never;
  }
}
