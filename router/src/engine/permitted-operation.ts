import type { Logger } from 'pino';
import type { AskedOperation } from '../authorization/access-control.js';
import type { Operation } from '../execution/operation.js';
import type { LabelDecision } from '../override/active-labels.js';
import { NO_LABELS } from '../planner/planner.js';
import type { Refusal } from '../plugin.js';
import type { Graph } from './graph.js';

/**
 * The operation with as much of it as its caller may see, or why it is refused.
 * @throws PlanningFailed, and whatever the host's authorization port throws
 */
export async function permittedOperation(
  graph: Graph,
  asked: AskedOperation<unknown>,
  decideLabels: LabelDecision,
  log: Logger,
): Promise<Operation | Refusal> {
  const began = performance.now();
  try {
    return await permitted(graph, asked, decideLabels, log);
  } finally {
    const { record } = asked.caller;
    if (record) record.planMs = performance.now() - began;
  }
}

async function permitted(
  graph: Graph,
  asked: AskedOperation<unknown>,
  decideLabels: LabelDecision,
  log: Logger,
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
