import {
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';
import type { JsonObject } from './json.js';

export type CoercedVariables =
  | { readonly ok: true; readonly values: JsonObject }
  | { readonly ok: false; readonly errors: readonly GraphQLError[] };

/** Checks variables against the API schema and applies defaults; errors have `BAD_USER_INPUT`. */
export function coerceVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  given: Readonly<JsonObject> | undefined,
  suggestions = true,
): CoercedVariables {
  const definitions = operation.variableDefinitions ?? [];
  if (definitions.length === 0) return { ok: true, values: {} };
  const { coerced, errors } = getVariableValues(schema, definitions, given ?? {}, {
    maxErrors: 20,
    hideSuggestions: !suggestions,
  });
  if (coerced) return { ok: true, values: coerced };
  return { ok: false, errors: errors.map(asBadInput) };
}

function asBadInput(error: GraphQLError): GraphQLError {
  return new GraphQLError(error.message, {
    nodes: error.nodes ?? null,
    extensions: { code: 'BAD_USER_INPUT' },
  });
}
