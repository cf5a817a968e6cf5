import {
  type ASTVisitor,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  Kind,
  type SelectionNode,
  visit,
} from 'graphql';
import { argumentOf } from '../support/arguments.js';
import { withPlanKey } from './plan-keys.js';

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/**
 * The operation as a planner should see it: without introspection (answered by the router itself),
 * with fields under their plan keys, and without what `@skip(if: true)` and `@include(if: false)` switch off for good,
 * or what is `denied` to the caller.
 */
export function planningDocument(
  document: DocumentNode,
  denied?: { has(field: FieldNode): boolean },
): DocumentNode {
  return visit(document, visitor(withPlanKey, denied));
}

/** A planning document without what literal conditions switch off by now. */
export function withoutSwitchedOff(planningDocument: DocumentNode): DocumentNode {
  return visit(
    planningDocument,
    visitor((field) => field),
  );
}

function visitor(
  withKey: (field: FieldNode) => FieldNode,
  denied?: { has(field: FieldNode): boolean },
): ASTVisitor {
  return {
    Field: {
      enter: (node) =>
        isIntrospection(node.name.value) || isOff(node) || denied?.has(node)
          ? null
          : withKey(withoutLiteralConditions(node)),
    },
    InlineFragment: { enter: (node) => (isOff(node) ? null : withoutLiteralConditions(node)) },
    FragmentSpread: { enter: (node) => (isOff(node) ? null : withoutLiteralConditions(node)) },
    SelectionSet: {
      leave: (node) => (node.selections.length === 0 ? { ...node, selections: [TYPENAME] } : node),
    },
  };
}

/** `__schema` or `__type`, which are valid on the query root alone. */
export function isIntrospection(fieldName: string): boolean {
  return fieldName === '__schema' || fieldName === '__type';
}

function isOff(node: SelectionNode): boolean {
  return (node.directives ?? []).some((directive) => {
    const value = literalCondition(directive);
    return value !== undefined && value === (directive.name.value === 'skip');
  });
}

function withoutLiteralConditions<T extends SelectionNode>(node: T): T {
  const kept = node.directives?.filter((directive) => literalCondition(directive) === undefined);
  if (!kept || kept.length === node.directives?.length) return node;
  return { ...node, directives: kept };
}

function literalCondition(directive: DirectiveNode): boolean | undefined {
  if (directive.name.value !== 'skip' && directive.name.value !== 'include') return undefined;
  const value = argumentOf(directive, 'if');
  return value?.kind === Kind.BOOLEAN ? value.value : undefined;
}
