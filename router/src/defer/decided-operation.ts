import {
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { fragmentsOf } from '../support/fragments.js';
import { LruCache } from '../support/lru-cache.js';
import { deferOf } from './directive.js';
import { numbered } from './labels.js';

/** An operation in which it is decided what is deferred: no `@defer` is left that is not in effect. */
export interface DecidedOperation {
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
  readonly isDeferred: boolean;
}

interface KnownOperation {
  /** On which `@defer(if:)` depends. */
  readonly variables: readonly string[];
  readonly whole: DecidedOperation;
  /** By the values of the variables. */
  readonly deferred: LruCache<string, DecidedOperation>;
}

/** Kept per operation: one for each combination of its variables that came lately. */
const VARIANTS = 16;

const known = new WeakMap<OperationDefinitionNode, KnownOperation>();

/** The operation with nothing deferred, to be answered whole. */
export function withoutDefers(
  document: DocumentNode,
  definition: OperationDefinitionNode,
): DecidedOperation {
  return knownOperation(document, definition).whole;
}

/**
 * The operation as these (coerced) variables have it. A deferred fragment that is spread in several places is deferred
 * in each by itself: it is written out there, under a label of the router's own.
 */
export function decideDefers(
  document: DocumentNode,
  definition: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): DecidedOperation {
  const { variables: names, deferred } = knownOperation(document, definition);
  const key = names.map((name) => (isOn(variables[name]) ? '1' : '0')).join('');
  let decided = deferred.get(key);
  if (!decided) {
    decided = decide(document, definition, variables);
    deferred.set(key, decided);
  }
  return decided;
}

function knownOperation(
  document: DocumentNode,
  definition: OperationDefinitionNode,
): KnownOperation {
  let operation = known.get(definition);
  if (!operation) {
    const names = new Set<string>();
    const stripped = visit(
      { ...document, definitions: [definition, ...fragmentsOf(document).values()] },
      {
        Directive(node) {
          if (deferOf({ directives: [node] }) === undefined) return undefined;
          const value = condition(node);
          if (value?.kind === Kind.VARIABLE) names.add(value.name.value);
          return null;
        },
      },
    );
    const whole = { ...decided(stripped), isDeferred: false };
    const deferred = new LruCache<string, DecidedOperation>(VARIANTS);
    operation = { variables: [...names], whole, deferred };
    known.set(definition, operation);
  }
  return operation;
}

function decide(
  document: DocumentNode,
  definition: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): DecidedOperation {
  const fragments = fragmentsOf(document);
  const writer = new Writer(fragments, variables);
  const selectionSet = writer.set(definition.selectionSet);
  if (writer.count === 0) return withoutDefers(document, definition);
  const written = { ...definition, selectionSet };
  const others = [...fragments.values()].filter(({ name }) => !writer.defers(name.value));
  return { ...decided({ ...document, definitions: [written, ...others] }), isDeferred: true };
}

function decided(document: DocumentNode) {
  const definition = document.definitions[0] as OperationDefinitionNode;
  return { document, definition };
}

/** Writes out the fragments that are deferred, or defer something. */
class Writer {
  count = 0;
  readonly #defers = new Map<string, boolean>();

  constructor(
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    private readonly variables: Readonly<Record<string, unknown>>,
  ) {}

  set(set: SelectionSetNode): SelectionSetNode {
    return { ...set, selections: set.selections.map((node) => this.#selection(node)) };
  }

  /** Is there a `@defer` inside a fragment, or further in, whether in effect or not? */
  defers(name: string): boolean {
    const found = this.#defers.get(name);
    if (found !== undefined) return found;
    const look = ({ selections }: SelectionSetNode): boolean =>
      selections.some((node) => {
        if (deferOf(node)) return true;
        if (node.kind === Kind.FRAGMENT_SPREAD) return this.defers(node.name.value);
        return node.selectionSet !== undefined && look(node.selectionSet);
      });
    const fragment = this.fragments.get(name);
    const defers = fragment !== undefined && look(fragment.selectionSet);
    this.#defers.set(name, defers);
    return defers;
  }

  #selection(node: SelectionNode): SelectionNode {
    if (node.kind === Kind.FIELD) {
      return node.selectionSet ? { ...node, selectionSet: this.set(node.selectionSet) } : node;
    }
    if (node.kind === Kind.INLINE_FRAGMENT) {
      return { ...node, ...this.#directives(node), selectionSet: this.set(node.selectionSet) };
    }
    const fragment = this.fragments.get(node.name.value);
    if (!fragment || !(deferOf(node) || this.defers(node.name.value))) return node;
    const { typeCondition, selectionSet } = fragment;
    return {
      kind: Kind.INLINE_FRAGMENT,
      typeCondition,
      ...this.#directives(node),
      selectionSet: this.set(selectionSet),
    };
  }

  #directives(node: SelectionNode): { directives?: readonly DirectiveNode[] } {
    const defer = deferOf(node);
    if (!defer) return node.directives ? { directives: node.directives } : {};
    const others = (node.directives ?? []).filter((directive) => directive !== defer);
    if (!this.#isInEffect(defer)) return { directives: others };
    return { directives: [...others, numbered(defer, this.count++)] };
  }

  #isInEffect(directive: DirectiveNode): boolean {
    const value = condition(directive);
    if (value?.kind === Kind.VARIABLE) return isOn(this.variables[value.name.value]);
    return value?.kind !== Kind.BOOLEAN || value.value;
  }
}

function condition({ arguments: args }: DirectiveNode) {
  return args?.find(({ name }) => name.value === 'if')?.value;
}

/** A variable that was not given leaves the argument its default, which is true. */
function isOn(value: unknown): boolean {
  return value === undefined || value === true;
}
