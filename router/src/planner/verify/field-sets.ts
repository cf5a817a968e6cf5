import { type ConstDirectiveNode, Kind, parse, type SelectionSetNode } from 'graphql';
import { textArgument } from '../../support/arguments.js';

/** An argument that is a field set, such as `id org { id }`. */
export function fieldSet(
  join: ConstDirectiveNode | undefined,
  argument: string,
): SelectionSetNode | undefined {
  const fields = textArgument(join, argument);
  return fields === undefined ? undefined : selectionSet(fields);
}

export function selectionSet(fields: string): SelectionSetNode {
  const [operation] = parse(`{${fields}}`, { noLocation: true }).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new TypeError(`No fields: ${fields}`);
  return operation.selectionSet;
}
