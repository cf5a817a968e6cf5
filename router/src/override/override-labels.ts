import {
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { readTypeNames } from '../planner/type-names.js';
import { textArgument } from '../support/arguments.js';
import { withOneOperation } from '../support/fragments.js';

/** So many labels of one operation are decided at most; each may double its plans. The others count as off. */
const MAX_LABELS = 8;

/** The labels of a supergraph's `@override(label:)`. */
export interface OverrideLabels {
  readonly all: ReadonlySet<string>;
  /** Those on which the plan of an operation may depend, sorted; eight at most. */
  of(
    schema: GraphQLSchema,
    document: DocumentNode,
    definition: OperationDefinitionNode,
  ): readonly string[];
}

/** `undefined` where a supergraph has no labels. */
export function readOverrideLabels(supergraph: DocumentNode): OverrideLabels | undefined {
  const { labelled, fieldSets } = readFields(supergraph);
  if (labelled.size === 0) return undefined;
  const all = new Set([...labelled.values()].flatMap((types) => [...types.values()].flat()));
  const words = new Set(fieldSets.flatMap((set) => set.split(/\W+/)));
  // What a key or `@requires` names may be fetched for any operation.
  const everywhere = [...labelled].flatMap(([field, types]) =>
    words.has(field) ? [...types.values()].flat() : [],
  );
  const { satisfying } = readTypeNames(supergraph);
  const related = (a: string, b: string): boolean => satisfying(a).has(b) || satisfying(b).has(a);

  return {
    all,
    of(schema, document, definition) {
      const found = new Set(everywhere);
      const types = new TypeInfo(schema);
      const enter = (): void => {
        const parent = types.getParentType()?.name;
        const owners = labelled.get(types.getFieldDef()?.name ?? '');
        if (parent === undefined || !owners) return;
        for (const [type, labels] of owners) {
          if (related(parent, type)) for (const label of labels) found.add(label);
        }
      };
      const operation = withOneOperation(document, definition);
      visit(operation, visitWithTypeInfo(types, { Field: { enter } }));
      return [...found].sort().slice(0, MAX_LABELS);
    },
  };
}

/** Labels by field and type, and all field sets of keys and `@requires`. */
function readFields(supergraph: DocumentNode) {
  const labelled = new Map<string, Map<string, string[]>>();
  const fieldSets: string[] = [];
  for (const node of supergraph.definitions) {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) {
      continue;
    }
    for (const join of node.directives ?? []) fieldSets.push(textArgument(join, 'key') ?? '');
    for (const { name, directives = [] } of node.fields ?? []) {
      for (const join of directives.filter(isJoinField)) {
        fieldSets.push(textArgument(join, 'requires') ?? '');
        const label = textArgument(join, 'overrideLabel');
        if (label === undefined) continue;
        const types = labelled.get(name.value) ?? new Map<string, string[]>();
        labelled.set(name.value, types);
        types.set(node.name.value, [...(types.get(node.name.value) ?? []), label]);
      }
    }
  }
  return { labelled, fieldSets };
}

function isJoinField({ name }: ConstDirectiveNode): boolean {
  return name.value === 'join__field';
}
