import {
  type ASTNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  print,
  type SelectionSetNode,
  visit,
} from 'graphql';
import type { CallFacts } from './cached-call.js';
import type { GraphFacts } from './graph-facts.js';
import { type SchemaHint, schemaHint } from './schema-hint.js';
import { walkFields } from './walk-fields.js';

/** What is asked of an entity, or of the root, and what follows from that alone. */
export interface Selection {
  readonly text: string;
  /** Names of the variables that it uses. */
  readonly variables: readonly string[];
  readonly hint: SchemaHint;
  /** Types of the entities inside, their own key known to the subgraph. */
  readonly holds: readonly string[];
  /** For whom the last answer was kept: with them the next question may be shared. */
  keptFor: 'everybody' | 'caller' | 'nobody';
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

export function rootSelection(
  set: SelectionSetNode,
  fragments: Fragments,
  facts: CallFacts,
): Selection {
  return compile(set, facts.facts.queryType, fragments, true, facts);
}

/** Without what is asked of entities of other types. */
export function entitySelection(
  whole: SelectionSetNode,
  type: string,
  fragments: Fragments,
  facts: CallFacts,
): Selection {
  const set = forType(whole, type, facts.facts);
  return compile(set, type, fragments, false, facts);
}

function compile(
  set: SelectionSetNode,
  type: string,
  fragments: Fragments,
  isRoot: boolean,
  { subgraph, facts, defaultSeconds }: CallFacts,
): Selection {
  const used = usedFragments(set, fragments);
  const hinted = { subgraph, type, set, fragments, isRoot };
  return {
    text: [type, set, ...used]
      .map((node) => (typeof node === 'string' ? node : print(node)))
      .join(' '),
    variables: variablesOf([set, ...used]),
    hint: schemaHint(hinted, facts, defaultSeconds),
    holds: entityTypes(set, type, fragments, subgraph, facts),
    keptFor: 'everybody',
  };
}

/** An object of one type is never of another; what abstract types are is left to the subgraph. */
function forType(set: SelectionSetNode, type: string, { joins }: GraphFacts): SelectionSetNode {
  const isObject = (name: string): boolean => {
    const names = joins.satisfying(name);
    return names.size === 1 && names.has(name);
  };
  if (!isObject(type)) return set;
  const selections = set.selections.filter((node) => {
    const condition = node.kind === Kind.INLINE_FRAGMENT && node.typeCondition?.name.value;
    return !condition || condition === type || !isObject(condition);
  });
  return { ...set, selections };
}

function usedFragments(set: SelectionSetNode, fragments: Fragments): FragmentDefinitionNode[] {
  const used = new Map<string, FragmentDefinitionNode>();
  const look = (node: ASTNode): void => {
    visit(node, {
      enter(inner) {
        const name = inner.kind === Kind.FRAGMENT_SPREAD ? inner.name.value : '';
        const fragment = fragments.get(name);
        if (!fragment || used.has(name)) return;
        used.set(name, fragment);
        look(fragment);
      },
    });
  };
  look(set);
  return [...used.values()];
}

function variablesOf(nodes: readonly ASTNode[]): string[] {
  const names = new Set<string>();
  for (const node of nodes) {
    visit(node, {
      enter(inner) {
        if (inner.kind === Kind.VARIABLE) names.add(inner.name.value);
      },
    });
  }
  return [...names].sort();
}

function entityTypes(
  set: SelectionSetNode,
  type: string,
  fragments: Fragments,
  subgraph: string,
  { joins }: GraphFacts,
): string[] {
  const found = new Set<string>();
  const look = (field: FieldNode, parent: string): void => {
    const { selectionSet } = field;
    const own = selectionSet && joins.fieldType(subgraph, parent, field.name.value);
    if (!own) return;
    for (const possible of [own, ...joins.possibleTypes(subgraph, own)]) {
      if (joins.keys(subgraph, possible).length > 0) found.add(possible);
    }
    walkFields(selectionSet, own, fragments, look);
  };
  walkFields(set, type, fragments, look);
  return [...found].sort();
}
