import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { defersSomething } from '../defer/labels.js';
import { mergeEqualFetches } from '../planner/merge-fetches.js';
import type { QueryPlan } from '../planner/plan.js';
import type { Planner } from '../planner/planner.js';
import { planningDocument } from '../planner/planning-document.js';
import { fragmentsOf, withOneOperation } from '../support/fragments.js';
import type { Denial } from './denial.js';
import { introspectionDocument } from './introspection.js';
import { Selection } from './selection.js';

/** A valid operation, with everything about it that does not depend on one request. */
export interface Operation {
  readonly definition: OperationDefinitionNode;
  readonly name: string | undefined;
  readonly kind: OperationDefinitionNode['operation'];
  readonly rootType: string;
  readonly selection: Selection;
  readonly introspection: DocumentNode | undefined;
  readonly plan: QueryPlan;
  /** Is it answered in parts? */
  readonly isDeferred: boolean;
}

const NOTHING_TO_FETCH: QueryPlan = { subscription: undefined, node: undefined };

/** Plans and compiles one operation, without the fields that are denied, with the overrides whose labels are on. @throws PlanningFailed */
export function compileOperation(
  schema: GraphQLSchema,
  planner: Planner,
  document: DocumentNode,
  definition: OperationDefinitionNode,
  denials?: ReadonlyMap<FieldNode, Denial>,
  labels?: ReadonlySet<string>,
): Operation {
  const fragments = fragmentsOf(document);
  const name = definition.name?.value;
  const set = definition.selectionSet;
  return {
    definition,
    name,
    kind: definition.operation,
    rootType: schema.getRootType(definition.operation)?.name ?? '',
    selection: new Selection({ schema, fragments, denials }, [{ set, conditions: [] }]),
    introspection: introspectionDocument(definition, fragments),
    plan: planOperation(planner, document, definition, denials, labels),
    isDeferred: defersSomething(definition),
  };
}

function planOperation(
  planner: Planner,
  document: DocumentNode,
  definition: OperationDefinitionNode,
  denials: ReadonlyMap<FieldNode, Denial> | undefined,
  labels: ReadonlySet<string> | undefined,
): QueryPlan {
  // Other operations of the document would only make plans harder to share.
  const planned = planningDocument(withOneOperation(document, definition), denials);
  if (!fetchesSomething(planned)) return NOTHING_TO_FETCH;
  const plan = planner.plan(planned, definition.name?.value, labels);
  return { ...plan, node: plan.node && mergeEqualFetches(plan.node) };
}

/** Is anything but `__typename` left at the root? A fragment is looked into by name alone. */
function fetchesSomething(document: DocumentNode): boolean {
  const fragments = fragmentsOf(document);
  const look = (set: OperationDefinitionNode['selectionSet']): boolean =>
    set.selections.some((node) => {
      if (node.kind === Kind.FIELD) return node.name.value !== '__typename';
      const inner = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
      return inner !== undefined && look(inner.selectionSet);
    });
  return document.definitions.some(
    (node) => node.kind === Kind.OPERATION_DEFINITION && look(node.selectionSet),
  );
}
