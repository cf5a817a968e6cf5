import {
  type ConstDirectiveNode,
  type ConstValueNode,
  type DirectiveNode,
  type FieldNode,
  Kind,
  type ValueNode,
} from 'graphql';

/** What a directive or a field is given for an argument. */
export function argumentOf(node: ConstDirectiveNode, name: string): ConstValueNode | undefined;
export function argumentOf(node: DirectiveNode | FieldNode, name: string): ValueNode | undefined;
export function argumentOf(node: DirectiveNode | FieldNode, name: string): ValueNode | undefined {
  return node.arguments?.find((argument) => argument.name.value === name)?.value;
}

/** The text or enum value of an argument, where it is one. */
export function textArgument(node: DirectiveNode | undefined, name: string): string | undefined {
  const value = node && argumentOf(node, name);
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined;
}

/** Is `true` given for an argument? */
export function flagArgument(node: DirectiveNode, name: string): boolean {
  const value = argumentOf(node, name);
  return value?.kind === Kind.BOOLEAN && value.value;
}
