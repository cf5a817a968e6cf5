import {
  type ConstValueNode,
  type DirectiveNode,
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { deferOf } from '../defer/directive.js';
import { fragmentsOf } from '../support/fragments.js';

/** How large an operation is, with fragments counted where they are spread. */
export interface OperationSize {
  /** Fields inside fields. */
  readonly depth: number;
  /** Fields in all. */
  readonly height: number;
  readonly rootFields: number;
  readonly aliases: number;
  readonly directives: number;
  /** Fragments with `@defer`. */
  readonly deferredFragments: number;
  /** Items of the longest list that is written out. */
  readonly listItems: number;
  /** Does it ask for `__schema` or `__type`? */
  readonly introspects: boolean;
}

const NOTHING: OperationSize = {
  depth: 0,
  height: 0,
  rootFields: 0,
  aliases: 0,
  directives: 0,
  deferredFragments: 0,
  listItems: 0,
  introspects: false,
};

const known = new WeakMap<OperationDefinitionNode, OperationSize>();

/** Measures a valid operation once. Each fragment is looked at once, however often it is spread. */
export function operationSize(
  document: DocumentNode,
  definition: OperationDefinitionNode,
): OperationSize {
  let size = known.get(definition);
  if (!size) {
    size = measure(document, definition);
    known.set(definition, size);
  }
  return size;
}

function measure(document: DocumentNode, definition: OperationDefinitionNode): OperationSize {
  const definitions = fragmentsOf(document);
  const fragments = new Map<string, OperationSize>();

  const ofSet = (set: SelectionSetNode | undefined): OperationSize =>
    (set?.selections ?? []).reduce((sum, node) => add(sum, ofSelection(node)), NOTHING);

  const ofSelection = (node: SelectionNode): OperationSize => {
    if (node.kind === Kind.FRAGMENT_SPREAD) {
      return add(ofFragment(node.name.value), ofDirectives(node.directives));
    }
    const inner = add(ofSet(node.selectionSet), ofDirectives(node.directives));
    if (node.kind === Kind.INLINE_FRAGMENT) return inner;
    const name = node.name.value;
    return {
      depth: inner.depth + 1,
      height: inner.height + 1,
      rootFields: 1,
      aliases: inner.aliases + (node.alias ? 1 : 0),
      directives: inner.directives,
      deferredFragments: inner.deferredFragments,
      listItems: Math.max(inner.listItems, longestList(node.arguments)),
      introspects: name === '__schema' || name === '__type',
    };
  };

  const ofFragment = (name: string): OperationSize => {
    let size = fragments.get(name);
    if (!size) {
      // Documents are measured before validation, which refuses cycles.
      fragments.set(name, NOTHING);
      const fragment = definitions.get(name);
      size = add(ofSet(fragment?.selectionSet), ofDirectives(fragment?.directives));
      fragments.set(name, size);
    }
    return size;
  };

  const variables = (definition.variableDefinitions ?? []).map((node) =>
    add(ofDirectives(node.directives), { ...NOTHING, listItems: longest(node.defaultValue) }),
  );
  const own = add(ofSet(definition.selectionSet), ofDirectives(definition.directives));
  return variables.reduce(add, own);
}

/** Two that stand side by side. */
function add(a: OperationSize, b: OperationSize): OperationSize {
  if (b === NOTHING) return a;
  return {
    depth: Math.max(a.depth, b.depth),
    height: a.height + b.height,
    rootFields: a.rootFields + b.rootFields,
    aliases: a.aliases + b.aliases,
    directives: a.directives + b.directives,
    deferredFragments: a.deferredFragments + b.deferredFragments,
    listItems: Math.max(a.listItems, b.listItems),
    introspects: a.introspects || b.introspects,
  };
}

function ofDirectives(directives: readonly DirectiveNode[] | undefined): OperationSize {
  if (!directives || directives.length === 0) return NOTHING;
  const listItems = Math.max(...directives.map((node) => longestList(node.arguments)));
  const deferredFragments = deferOf({ directives }) ? 1 : 0;
  return { ...NOTHING, directives: directives.length, deferredFragments, listItems };
}

function longestList(given: readonly { readonly value: ValueNode }[] | undefined): number {
  return (given ?? []).reduce((most, { value }) => Math.max(most, longest(value)), 0);
}

function longest(value: ValueNode | ConstValueNode | undefined): number {
  if (value?.kind === Kind.LIST) {
    return value.values.reduce<number>(
      (most, item) => Math.max(most, longest(item)),
      value.values.length,
    );
  }
  return value?.kind === Kind.OBJECT ? longestList(value.fields) : 0;
}
