import type { Logger } from 'pino';
import type { AskedOperation } from '../authorization/access-control.js';
import type { Operation } from '../execution/operation.js';
import type { Refusal } from '../plugin.js';
import type { Graph } from './graph.js';

/**
 * The operation with as much of it as its caller may see, or why it is refused.
 * @throws PlanningFailed, and whatever the host's authorization port throws
 */
export async function permittedOperation(
  graph: Graph,
  asked: AskedOperation<unknown>,
  log: Logger,
): Promise<Operation | Refusal> {
  const began = performance.now();
  try {
    return await permitted(graph, asked, log);
  } finally {
    const { record } = asked.caller;
    if (record) record.planMs = performance.now() - began;
  }
}

async function permitted(
  graph: Graph,
  asked: AskedOperation<unknown>,
  log: Logger,
): Promise<Operation | Refusal> {
  const { document, definition, caller } = asked;
  const access = await graph.access?.decide(asked);
  switch (access?.kind) {
    case 'none':
      return access.refusal;
    case 'part':
      return graph.operation(
        access.operation.document,
        access.operation.definition,
        access.operation.denials,
      );
    case 'all': {
      if (access.spared.length > 0) {
        const fields = access.spared.map(({ coordinate, path }) => ({ coordinate, path }));
        const operation = definition.name?.value;
        log.warn({ requestId: caller.requestId, operation, fields }, 'fields would be denied');
      }
      return graph.operation(document, definition);
    }
    case undefined:
      return graph.operation(document, definition);
    default:
      return access satisfies never;
  }
}
