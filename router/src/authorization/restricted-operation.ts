import type { DocumentNode, FieldNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { JsonObject } from '../execution/json.js';
import { fragmentsOf } from '../support/fragments.js';
import type { SchemaRequirements } from './read-requirements.js';
import type { Requirement } from './requirement.js';
import { Restriction } from './restriction.js';

/** A document's operation in which the fields that some callers do not see are known. */
export interface RestrictedOperation {
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
  /** By the nodes of `document`: a field of a shared fragment may be denied at one place alone. */
  readonly denied: ReadonlyMap<FieldNode, DeniedField>;
}

/** Why a field is denied, and where it first stands (response keys, without list indices). */
export interface DeniedField {
  readonly coordinate: string;
  readonly requirement: Requirement;
  readonly path: readonly string[];
}

/** Everything that the fields of an operation require, each once. */
export function operationRequirements(
  schema: GraphQLSchema,
  requirements: SchemaRequirements,
  document: DocumentNode,
  definition: OperationDefinitionNode,
): readonly Requirement[] {
  const found = new Set<Requirement>();
  const isUnmet = (requirement: Requirement): boolean => {
    found.add(requirement);
    return false;
  };
  restrictOperation(schema, requirements, document, definition, isUnmet);
  return [...found];
}

/** With `variables`, what `@skip` and `@include` switch off for this request is passed over. */
export function restrictOperation(
  schema: GraphQLSchema,
  requirements: SchemaRequirements,
  document: DocumentNode,
  definition: OperationDefinitionNode,
  isUnmet: (requirement: Requirement) => boolean,
  variables?: Readonly<JsonObject>,
): RestrictedOperation {
  const fragments = fragmentsOf(document);
  const restriction = new Restriction({ schema, requirements, fragments, isUnmet, variables });
  const restricted = restriction.operation(definition);
  return {
    document: { ...document, definitions: [restricted, ...restriction.fragments] },
    definition: restricted,
    denied: restriction.denied,
  };
}
