import {
  buildASTSchema,
  type ConstDirectiveNode,
  type DocumentNode,
  Kind,
  type ObjectTypeDefinitionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { textArgument } from '../support/arguments.js';
import { PlanningFailed } from './planner.js';

/**
 * Keeps from the native planner (0.0.38) what ends the whole process: it panics, past any `catch`,
 * over a field with `@requires` in a subgraph that knows the entity by more than one key, where
 * the subgraph before knows fewer of them.
 * @returns a check of one operation, which throws PlanningFailed
 */
export function refusePanics(supergraph: DocumentNode): (document: DocumentNode) => void {
  const dangerous = dangerousFields(supergraph);
  if (dangerous.size === 0) return () => undefined;
  const typeInfo = new TypeInfo(buildASTSchema(supergraph, { assumeValid: true }));
  return (document) => {
    const enter = (): void => {
      const field = `${typeInfo.getParentType()?.name}.${typeInfo.getFieldDef()?.name}`;
      if (dangerous.has(field)) {
        throw new PlanningFailed(`The native planner would panic over ${field}.`);
      }
    };
    visit(document, visitWithTypeInfo(typeInfo, { Field: { enter } }));
  };
}

/** `Type.field`, of interfaces too, and whatever requires such a field in turn. */
function dangerousFields(supergraph: DocumentNode): Set<string> {
  const types = supergraph.definitions.filter((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION);
  const found = new Set<string>();
  const names = new Set<string>();
  let before = -1;
  while (found.size > before) {
    before = found.size;
    for (const type of types) {
      for (const { name, directives } of type.fields ?? []) {
        if (!isDangerous(type, directives ?? [], names)) continue;
        names.add(name.value);
        for (const owner of [type, ...(type.interfaces ?? [])]) {
          found.add(`${owner.name.value}.${name.value}`);
        }
      }
    }
  }
  return found;
}

function isDangerous(
  type: ObjectTypeDefinitionNode,
  directives: readonly ConstDirectiveNode[],
  names: ReadonlySet<string>,
): boolean {
  return directives.some((directive) => {
    const requires = textArgument(directive, 'requires');
    if (directive.name.value !== 'join__field' || requires === undefined) return false;
    if (requires.split(/\W+/).some((word) => names.has(word))) return true;
    const graph = textArgument(directive, 'graph');
    const keys = (type.directives ?? []).filter(
      (other) =>
        other.name.value === 'join__type' &&
        textArgument(other, 'graph') === graph &&
        textArgument(other, 'key') !== undefined,
    );
    return keys.length > 1;
  });
}
