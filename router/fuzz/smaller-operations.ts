import {
  type ASTNode,
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import type { GeneratedOperation } from './generate-operation.ts';

/** Each way to make an operation a little smaller; not all are valid. The largest cuts come first. */
export function* smallerOperations({
  query,
  variables,
}: GeneratedOperation): Generator<GeneratedOperation> {
  const document = parse(query, { noLocation: true });
  const whole = print(document);
  for (let target = 0; ; target++) {
    const cuts = [withoutSelection, withContents, withoutDecoration];
    const smaller = cuts.map((cut) => cutAt(document, target, cut));
    if (smaller.every((one) => one === undefined)) return;
    for (const one of smaller) {
      const tidied = one && tidy(one);
      const text = tidied && print(tidied);
      if (text && text !== whole) yield { query: text, variables: used(tidied, variables) };
    }
  }
}

type Cut = (node: SelectionNode, document: DocumentNode) => readonly SelectionNode[] | undefined;

/** Applies `cut` to the selection with number `target`; `undefined` where there is none. */
function cutAt(document: DocumentNode, target: number, cut: Cut): DocumentNode | undefined {
  let count = 0;
  let found = false;
  const result = visit(document, {
    SelectionSet: (set: SelectionSetNode) => {
      const selections = set.selections.flatMap((node) => {
        if (count++ !== target) return [node];
        found = true;
        return cut(node, document) ?? [node];
      });
      return { ...set, selections };
    },
  });
  return found ? result : undefined;
}

const withoutSelection: Cut = () => [];

/** A fragment gives way to what stands in it. */
const withContents: Cut = (node, document) => {
  if (node.kind === Kind.INLINE_FRAGMENT) return node.selectionSet.selections;
  if (node.kind !== Kind.FRAGMENT_SPREAD) return undefined;
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.FRAGMENT_DEFINITION) continue;
    if (definition.name.value !== node.name.value) continue;
    const { typeCondition, selectionSet } = definition;
    return [{ ...node, kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet }];
  }
  return undefined;
};

const withoutDecoration: Cut = (node) => {
  if (node.kind !== Kind.FIELD) return [{ ...node, directives: [] }];
  const { alias: _, ...plain } = node;
  return [{ ...plain, directives: [] }];
};

/** Without empty fields, and without fragments and variables that nothing uses. */
function tidy(document: DocumentNode): DocumentNode | undefined {
  const full = visit(document, {
    InlineFragment: { leave: (node) => (node.selectionSet.selections.length > 0 ? node : null) },
    Field: { leave: (node) => (node.selectionSet?.selections.length === 0 ? null : node) },
  });
  const spread = names(full, Kind.FRAGMENT_SPREAD);
  const definitions = full.definitions.filter(
    (node) => node.kind !== Kind.FRAGMENT_DEFINITION || spread.has(node.name.value),
  );
  const operation = definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (!operation || operation.selectionSet.selections.length === 0) return undefined;
  const fragments = definitions.filter((node) => node !== operation);
  return { ...full, definitions: [withUsedVariables(operation, fragments), ...fragments] };
}

function withUsedVariables(
  operation: OperationDefinitionNode,
  fragments: readonly ASTNode[],
): OperationDefinitionNode {
  const bare = { ...operation, variableDefinitions: [] };
  const read = [bare, ...fragments].map((node) => names(node, Kind.VARIABLE));
  const variableDefinitions = operation.variableDefinitions?.filter(({ variable }) =>
    read.some((set) => set.has(variable.name.value)),
  );
  return { ...operation, ...(variableDefinitions && { variableDefinitions }) };
}

function names(node: ASTNode, kind: Kind.VARIABLE | Kind.FRAGMENT_SPREAD): Set<string> {
  const found = new Set<string>();
  visit(node, { [kind]: ({ name }: { name: { value: string } }) => void found.add(name.value) });
  return found;
}

function used(document: DocumentNode, variables: GeneratedOperation['variables']) {
  const read = names(document, Kind.VARIABLE);
  return Object.fromEntries(Object.entries(variables).filter(([name]) => read.has(name)));
}
