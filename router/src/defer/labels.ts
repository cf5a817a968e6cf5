import {
  type ASTNode,
  BREAK,
  type ConstDirectiveNode,
  type DirectiveNode,
  Kind,
  visit,
} from 'graphql';
import { deferLabel } from './directive.js';

/**
 * `@defer` with a label of the router's own: its number in the operation, by which plans name it, and behind a colon the
 * label that the client gave.
 */
export function numbered(directive: DirectiveNode, number: number): ConstDirectiveNode {
  const given = deferLabel({ directives: [directive] });
  const value = given === undefined ? `${number}` : `${number}:${given}`;
  return {
    kind: Kind.DIRECTIVE,
    name: directive.name,
    arguments: [
      {
        kind: Kind.ARGUMENT,
        name: { kind: Kind.NAME, value: 'label' },
        value: { kind: Kind.STRING, value },
      },
    ],
  };
}

/** The client's label within one of the router's. */
export function clientLabel(label: string): string | undefined {
  const colon = label.indexOf(':');
  return colon === -1 ? undefined : label.slice(colon + 1);
}

/** Is a fragment of a decided operation deferred? Such fragments are written out where they stand. */
export function defersSomething(node: ASTNode): boolean {
  let defers = false;
  visit(node, {
    InlineFragment(fragment) {
      if (deferLabel(fragment) !== undefined) defers = true;
      return defers ? BREAK : undefined;
    },
  });
  return defers;
}
