import type { GraphQLError, GraphQLSchema } from 'graphql';
import { executeNode } from './execute-plan.js';
import { type Format, objects } from './format.js';
import { introspect } from './introspection.js';
import type { JsonObject } from './json.js';
import { mergeInto } from './merge.js';
import type { Operation } from './operation.js';
import { placeErrors } from './place-errors.js';
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
  const data = await answerOperation(schema, operation, run, objects);
  return { data: data as JsonObject | null, errors: run.errors };
}

/** The same with `data` in any form; errors are in `run.errors` afterwards. */
export async function answerOperation<Out>(
  schema: GraphQLSchema,
  { plan, introspection, selection, rootType }: Operation,
  run: Run,
  format: Format<Out>,
): Promise<Out> {
  if (plan.node) await executeNode(plan.node, run);
  if (introspection) mergeInto(run.data, introspect(schema, introspection, run.variables));
  const data = project(selection, rootType, run, format);
  placeErrors(selection, rootType, run);
  return data;
}
