import type { GraphQLError, GraphQLSchema } from 'graphql';
import { executeNode } from './execute-plan.js';
import { introspect } from './introspection.js';
import type { JsonObject } from './json.js';
import { mergeInto } from './merge.js';
import type { Operation } from './operation.js';
import { project } from './project.js';
import type { Run } from './run.js';

/** An answer before masking: errors still carry their causes. */
export interface OperationResult {
  readonly data: JsonObject | null;
  readonly errors: readonly GraphQLError[];
}

/** Runs what is left of `operation`'s plan into `run`, and writes the answer. */
export async function executeOperation(
  schema: GraphQLSchema,
  operation: Operation,
  run: Run,
): Promise<OperationResult> {
  if (operation.plan.node) await executeNode(operation.plan.node, run);
  if (operation.introspection) {
    mergeInto(run.data, introspect(schema, operation.introspection, run.variables));
  }
  const { selection, rootType } = operation;
  const data = project(selection, rootType, run);
  return { data, errors: run.errors };
}
