import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { deferLabel } from '../defer/directive.js';
import { type Condition, readConditions } from './conditions.js';
import { applies } from './schema-lookup.js';

/** By what selections are read. */
export interface VisitContext {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** A selection set and the conditions under which it counts. */
export interface Part {
  readonly set: SelectionSetNode;
  readonly conditions: readonly Condition[];
}

/** Is told what a selection set holds. */
export interface Found {
  field(node: FieldNode, conditions: readonly Condition[]): void;
  deferred(label: string, inner: Part): void;
}

/** Goes through a selection set, and through its fragments that apply to objects of `type` and are not deferred. */
export function visitSelection(
  context: VisitContext,
  { set, conditions }: Part,
  type: GraphQLCompositeType,
  found: Found,
): void {
  for (const node of set.selections) {
    const own = readConditions(node.directives);
    if (!own) continue;
    const all = own.length === 0 ? conditions : [...conditions, ...own];
    if (node.kind === Kind.FIELD) {
      found.field(node, all);
      continue;
    }
    const fragment =
      node.kind === Kind.INLINE_FRAGMENT ? node : context.fragments.get(node.name.value);
    if (!fragment || !applies(context.schema, fragment.typeCondition?.name.value, type)) continue;
    const label = deferLabel(node);
    const inner = { set: fragment.selectionSet, conditions: all };
    if (label === undefined) visitSelection(context, inner, type, found);
    else found.deferred(label, inner);
  }
}
