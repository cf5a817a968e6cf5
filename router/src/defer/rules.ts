import {
  type ASTNode,
  type ASTVisitor,
  type DirectiveNode,
  GraphQLError,
  Kind,
  type ValidationContext,
  visit,
} from 'graphql';
import { argumentOf } from '../support/arguments.js';
import { deferOf } from './directive.js';

/**
 * What the incremental delivery proposal says of `@defer` in a document, where graphql-js 16 says nothing: labels are
 * written out and each is given once, root fields of mutations run one after the other, and a subscription's events
 * come whole.
 */
export function deferRule(context: ValidationContext): ASTVisitor {
  const labels = new Set<string>();
  const report = (message: string, nodes: DirectiveNode): void =>
    context.reportError(new GraphQLError(message, { nodes }));
  return {
    OperationDefinition(definition) {
      if (definition.operation !== 'subscription') return;
      const fragments = context.getRecursivelyReferencedFragments(definition);
      for (const directive of [definition, ...fragments].flatMap(defersIn)) {
        if (!isOff(directive))
          report('A subscription cannot defer a part of its events.', directive);
      }
    },
    Directive(node) {
      if (deferOf({ directives: [node] }) === undefined) return;
      const root = context.getSchema().getMutationType();
      if (root && context.getParentType() === root) {
        report('The fields of a mutation run one after the other: none can be deferred.', node);
      }
      const label = argumentOf(node, 'label');
      if (label?.kind === Kind.VARIABLE) {
        report('The label of a deferred fragment cannot be a variable.', node);
      }
      if (label?.kind !== Kind.STRING) return;
      if (labels.has(label.value)) {
        report(`The label "${label.value}" is given to two deferred fragments.`, node);
      }
      labels.add(label.value);
    },
  };
}

function defersIn(node: ASTNode): DirectiveNode[] {
  const found: DirectiveNode[] = [];
  visit(node, {
    [Kind.DIRECTIVE](directive: DirectiveNode) {
      if (deferOf({ directives: [directive] })) found.push(directive);
    },
  });
  return found;
}

function isOff({ arguments: args }: DirectiveNode): boolean {
  const value = args?.find(({ name }) => name.value === 'if')?.value;
  return value?.kind === Kind.BOOLEAN && !value.value;
}
