import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getOperationAST,
  Kind,
  OperationTypeNode,
} from 'graphql';
import { fragmentsOf } from '../support/fragments.js';
import type { GraphFacts } from './graph-facts.js';
import { entitySelection, rootSelection, type Selection } from './selection.js';

/** One `_entities` field of a call. */
export interface EntityList {
  /** Under which its entities come back. */
  readonly responseKey: string;
  /** The variable that holds its representations. */
  readonly variable: string;
  /** What it asks of entities of a type. `undefined`: the subgraph knows none of them. */
  selectionOf(type: string): Selection | undefined;
}

/** A call as the cache sees it: lists of entities, each kept by itself, or fields of the root, kept together. */
export type CachedCall =
  | { readonly kind: 'entities'; readonly lists: readonly EntityList[] }
  | { readonly kind: 'root'; readonly fields: readonly FieldNode[]; readonly selection: Selection };

export interface CallFacts {
  readonly subgraph: string;
  readonly facts: GraphFacts;
  readonly defaultSeconds: number;
}

/** @returns `undefined` for a call that is not cached: no query, or a form that no planner writes */
export function readCall(document: DocumentNode, facts: CallFacts): CachedCall | undefined {
  const fragments = fragmentsOf(document);
  const operation = getOperationAST(document);
  if (operation?.operation !== OperationTypeNode.QUERY) return undefined;
  const fields = operation.selectionSet.selections.filter((node) => node.kind === Kind.FIELD);
  if (fields.length < operation.selectionSet.selections.length) return undefined;
  const entities = fields.filter(({ name }) => name.value === '_entities');
  if (entities.length === 0) {
    const selection = rootSelection(operation.selectionSet, fragments, facts);
    return { kind: 'root', fields, selection };
  }
  if (entities.length < fields.length) return undefined;
  const lists = entities.flatMap((field) => readList(field, fragments, facts) ?? []);
  return lists.length < fields.length ? undefined : { kind: 'entities', lists };
}

function readList(
  { alias, name, arguments: args, directives, selectionSet: set }: FieldNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  facts: CallFacts,
): EntityList | undefined {
  const [argument, ...others] = args ?? [];
  if (argument?.value.kind !== Kind.VARIABLE || others.length > 0) return undefined;
  if ((directives?.length ?? 0) > 0 || !set) return undefined;
  const selections = new Map<string, Selection>();
  const { joins } = facts.facts;
  return {
    responseKey: (alias ?? name).value,
    variable: argument.value.name.value,
    selectionOf(type) {
      let selection = selections.get(type);
      // Type names that come in must not fill the memory.
      if (selection || !joins.knows(facts.subgraph, type)) return selection;
      selection = entitySelection(set, type, fragments, facts);
      selections.set(type, selection);
      return selection;
    },
  };
}
