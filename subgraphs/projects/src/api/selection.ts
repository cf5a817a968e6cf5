import type { FieldNode, GraphQLResolveInfo, SelectionSetNode } from 'graphql';

/** The fields that an operation asks of the nodes of a connection, over fragments; @skip and @include aside. */
export function nodeFields(info: GraphQLResolveInfo): ReadonlySet<string> {
  const connection = fieldsOf(
    info,
    info.fieldNodes.map(({ selectionSet }) => selectionSet),
  );
  const below = (name: string, fields: readonly FieldNode[]) =>
    fieldsOf(
      info,
      fields.filter((field) => field.name.value === name).map(({ selectionSet }) => selectionSet),
    );
  const nodes = [...below('nodes', connection), ...below('node', below('edges', connection))];
  return new Set(nodes.map(({ name }) => name.value));
}

function fieldsOf(
  info: GraphQLResolveInfo,
  sets: readonly (SelectionSetNode | undefined)[],
): FieldNode[] {
  return sets.flatMap((set) =>
    (set?.selections ?? []).flatMap((selection) => {
      if (selection.kind === 'Field') return [selection];
      const fragment =
        selection.kind === 'InlineFragment' ? selection : info.fragments[selection.name.value];
      return fieldsOf(info, [fragment?.selectionSet]);
    }),
  );
}
