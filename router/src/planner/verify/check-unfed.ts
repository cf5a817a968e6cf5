import { type FieldNode, Kind, type SelectionSetNode } from 'graphql';
import { PlanningFailed } from '../planner.js';
import type { JoinFacts } from './join-facts.js';
import type { Selected } from './selected.js';

/**
 * Is a field with `@requires` asked where its subgraph is told nothing? Only the fields of an
 * entity itself come with a representation; below them, and at the root, all that is required must
 * stand there by `@provides`. (Apollo's planner forgets it where one requirement needs another.)
 * @throws PlanningFailed
 */
export function checkUnfed(
  selected: readonly Selected[],
  rootType: string | undefined,
  facts: JoinFacts,
): void {
  for (const field of selected) {
    const parents = rootType === undefined ? typesOf(field) : [rootType];
    checkBelow(field, parents, facts, undefined);
  }
}

function checkFields(
  fields: readonly Selected[],
  parents: readonly string[],
  facts: JoinFacts,
  provided: readonly FieldNode[],
): void {
  for (const field of fields) {
    const types = [...parents.filter((type) => field.types?.has(type) ?? true), ...typesOf(field)];
    for (const type of types) {
      const required = facts.requires(field.subgraph, type, field.name);
      if (required && !isProvided(required, provided)) {
        const where = `${field.subgraph} for ${type}.${field.name}`;
        throw new PlanningFailed(`The plan asks ${where} without what it requires.`);
      }
    }
    checkBelow(field, types, facts, childrenIn(provided, field.name));
  }
}

function checkBelow(
  { children, subgraph, name }: Selected,
  parents: readonly string[],
  facts: JoinFacts,
  provided: readonly FieldNode[] = [],
): void {
  if (!children) return;
  const types = new Set<string>();
  const known = [...provided];
  for (const parent of parents) {
    const type = facts.fieldType(subgraph, parent, name);
    if (type !== undefined) types.add(type);
    known.push(...fieldsIn(facts.provides(subgraph, parent, name)));
  }
  // An interface of hundreds of types answers the same for each of them: once is enough.
  for (const type of [...types]) {
    for (const each of facts.possibleTypes(subgraph, type)) types.add(each);
  }
  checkFields(children, [...types], facts, known);
}

function isProvided(required: SelectionSetNode, provided: readonly FieldNode[]): boolean {
  return fieldsIn(required).every(({ name, selectionSet }) => {
    if (!provided.some((field) => field.name.value === name.value)) return false;
    return !selectionSet || isProvided(selectionSet, childrenIn(provided, name.value));
  });
}

function childrenIn(fields: readonly FieldNode[], name: string): FieldNode[] {
  return fields
    .filter((field) => field.name.value === name)
    .flatMap(({ selectionSet }) => fieldsIn(selectionSet));
}

/** The fields of a field set, those in fragments too. */
function fieldsIn(set: SelectionSetNode | undefined): FieldNode[] {
  return (set?.selections ?? []).flatMap((node) => {
    if (node.kind === Kind.FIELD) return [node];
    return node.kind === Kind.INLINE_FRAGMENT ? fieldsIn(node.selectionSet) : [];
  });
}

function typesOf({ types, condition }: Selected): string[] {
  return [...(types ?? []), ...(condition === undefined ? [] : [condition])];
}
