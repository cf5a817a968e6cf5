import { type GraphQLSchema, validate } from 'graphql';
import { compileOperation } from '../execution/operation.js';
import { NO_LABELS, type Planner, PlanningFailed } from '../planner/planner.js';
import type { Supergraph } from '../supergraph/supergraph.js';
import { addAll, noInputs } from '../usage/input-coordinates.js';
import { operationCoordinates } from '../usage/operation-coordinates.js';
import type { KnownOperation } from './known-operation.js';

/** A supergraph, or a contract of it, and who plans for it, by name. */
export interface Served {
  readonly supergraph: Supergraph;
  readonly planners: ReadonlyMap<string, Planner>;
}

export interface OperationFault {
  readonly fault: 'invalid' | 'unplannable';
  readonly errors: readonly string[];
}

/** Why an operation cannot be served; `undefined`: it can, by each planner, whatever override labels are on. */
export function operationFault(
  operation: KnownOperation,
  { supergraph, planners }: Served,
): OperationFault | undefined {
  const { document } = operation;
  const invalid = validate(supergraph.apiSchema, document, undefined, { hideSuggestions: true });
  if (invalid.length > 0) {
    return { fault: 'invalid', errors: invalid.map(({ message }) => message) };
  }
  const errors = [...planners].flatMap(([name, planner]) =>
    planningErrors(operation, supergraph, planner).map((error) => `${name}: ${error}`),
  );
  return errors.length > 0 ? { fault: 'unplannable', errors } : undefined;
}

function planningErrors(
  { document, definition }: KnownOperation,
  { apiSchema, overrideLabels }: Supergraph,
  planner: Planner,
): string[] {
  const labels = new Set(overrideLabels?.of(apiSchema, document, definition));
  for (const active of labels.size > 0 ? [NO_LABELS, labels] : [NO_LABELS]) {
    try {
      compileOperation(apiSchema, planner, document, definition, undefined, active);
    } catch (error) {
      if (!(error instanceof PlanningFailed)) throw error;
      return [error.message];
    }
  }
  return [];
}

/** The coordinates that an operation touches, and the types that they belong to. */
export function touchedCoordinates(
  { document, inputs: known }: KnownOperation,
  schema: GraphQLSchema,
): ReadonlySet<string> {
  const { coordinates, inputs } = operationCoordinates(schema, document);
  const found = noInputs();
  if (!known) for (const { type } of inputs) addAll(type, found);
  const touched = new Set([...coordinates, ...(known ?? found.inputs)]);
  for (const coordinate of [...touched]) {
    const owner = /^(\w+)\./.exec(coordinate)?.[1];
    if (owner !== undefined) touched.add(owner);
  }
  return touched;
}
