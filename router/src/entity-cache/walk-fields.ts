import { type FieldNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';

/** Fields of a selection by the type that they are asked of, those of fragments too; `visit` goes deeper by itself. */
export function walkFields(
  set: SelectionSetNode,
  type: string,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  visit: (field: FieldNode, type: string) => void,
): void {
  for (const node of set.selections) {
    if (node.kind === Kind.FIELD) {
      if (node.name.value !== '__typename') visit(node, type);
      continue;
    }
    const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
    if (!fragment) continue;
    const condition = fragment.typeCondition?.name.value ?? type;
    walkFields(fragment.selectionSet, condition, fragments, visit);
  }
}
