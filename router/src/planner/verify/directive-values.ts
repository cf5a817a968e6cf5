import { type ConstDirectiveNode, Kind, parse, type SelectionSetNode } from 'graphql';

/** The text or enum value of a directive's argument. */
export function text(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((node) => node.name.value === name)?.value;
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined;
}

export function textOf(
  directive: ConstDirectiveNode | undefined,
  name: string,
): string | undefined {
  return directive && text(directive, name);
}

export function flag(directive: ConstDirectiveNode, name: string): boolean {
  const value = directive.arguments?.find((node) => node.name.value === name)?.value;
  return value?.kind === Kind.BOOLEAN && value.value;
}

/** An argument that is a field set, such as `id org { id }`. */
export function fieldSet(
  join: ConstDirectiveNode | undefined,
  argument: string,
): SelectionSetNode | undefined {
  const fields = textOf(join, argument);
  return fields === undefined ? undefined : selectionSet(fields);
}

export function selectionSet(fields: string): SelectionSetNode {
  const [operation] = parse(`{${fields}}`, { noLocation: true }).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new TypeError(`No fields: ${fields}`);
  return operation.selectionSet;
}
