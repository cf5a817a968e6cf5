import {
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { hold, readConditions } from '../execution/conditions.js';
import type { JsonObject } from '../execution/json.js';
import { isIntrospection } from '../planner/planning-document.js';
import type { SchemaRequirements } from './read-requirements.js';
import type { Requirement } from './requirement.js';
import type { DeniedField } from './restricted-operation.js';
import { fieldIn, narrow, type SelectionScope, scopeOf } from './scope.js';

export interface RestrictionOptions {
  readonly schema: GraphQLSchema;
  readonly requirements: SchemaRequirements;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly isUnmet: (requirement: Requirement) => boolean;
  readonly variables: Readonly<JsonObject> | undefined;
}

/** A selection set, and what it asks of types that are not named: whoever returns them is denied. */
interface Restricted {
  readonly set: SelectionSetNode;
  readonly exposed: readonly Requirement[];
}

interface RestrictedFragment {
  readonly definition: FragmentDefinitionNode;
  readonly exposed: readonly Requirement[];
}

/**
 * Walks one operation and notes the fields that a caller does not see. A field is judged by its own requirements and
 * by its type's. One that is selected on an interface is judged by all types it can meet there; if one of these types
 * as a whole is not to be seen, the field that returns the interface is denied, as it could return that type. A
 * selection inside a fragment on one type is judged by that type alone.
 */
export class Restriction {
  readonly denied = new Map<FieldNode, DeniedField>();
  /** By name and scope: a fragment may be spread where more can be seen, and where less. */
  readonly #fragments = new Map<string, RestrictedFragment>();
  readonly #names = new Set<string>();
  readonly #path: string[] = [];

  constructor(private readonly options: RestrictionOptions) {}

  get fragments(): FragmentDefinitionNode[] {
    return [...this.#fragments.values()].map(({ definition }) => definition);
  }

  operation(definition: OperationDefinitionNode): OperationDefinitionNode {
    const { schema } = this.options;
    const root = schema.getRootType(definition.operation);
    if (!root) return definition;
    const { set } = this.#set(definition.selectionSet, scopeOf(schema, root));
    return { ...definition, selectionSet: set };
  }

  #set(set: SelectionSetNode, scope: SelectionScope): Restricted {
    const exposed: Requirement[] = [];
    const selections = set.selections.map((node): SelectionNode => {
      if (this.#isOff(node)) return node;
      switch (node.kind) {
        case Kind.FIELD:
          if (node.name.value === '__typename' || isIntrospection(node.name.value)) return node;
          if (scope.possible.size > 1) exposed.push(...this.#ofTypes(scope));
          return this.#field(node, scope);
        case Kind.INLINE_FRAGMENT: {
          const inner = narrow(this.options.schema, scope, node.typeCondition?.name.value);
          const restricted = this.#set(node.selectionSet, inner);
          exposed.push(...restricted.exposed);
          return { ...node, selectionSet: restricted.set };
        }
        case Kind.FRAGMENT_SPREAD: {
          const fragment = this.#fragment(node, scope);
          if (!fragment) return node;
          exposed.push(...fragment.exposed);
          return { ...node, name: fragment.definition.name };
        }
        default:
          return node satisfies never;
      }
    });
    return { set: { ...set, selections }, exposed: [...new Set(exposed)] };
  }

  #field(node: FieldNode, scope: SelectionScope): FieldNode {
    const { schema } = this.options;
    const name = node.name.value;
    const definition = fieldIn(schema, scope, name);
    if (!definition) return node;
    this.#path.push(node.alias?.value ?? name);
    const unmet = this.#ofField(scope, name);
    const type = getNamedType(definition.type);
    let restricted: FieldNode = { ...node };
    if (node.selectionSet && isCompositeType(type)) {
      const { set, exposed } = this.#set(node.selectionSet, scopeOf(schema, type));
      restricted = { ...node, selectionSet: set };
      unmet.push(...exposed);
    }
    const [requirement] = unmet;
    if (requirement) {
      const [only] = scope.possible;
      const owner = scope.possible.size === 1 && only !== undefined ? only : scope.type.name;
      const coordinate = `${owner}.${name}`;
      this.denied.set(restricted, { coordinate, requirement, path: [...this.#path] });
    }
    this.#path.pop();
    return restricted;
  }

  #fragment({ name }: FragmentSpreadNode, outer: SelectionScope): RestrictedFragment | undefined {
    const { schema, fragments } = this.options;
    const fragment = fragments.get(name.value);
    if (!fragment) return undefined;
    const scope = narrow(schema, outer, fragment.typeCondition.name.value);
    const key = `${name.value} ${[...scope.possible].sort().join(' ')}`;
    const known = this.#fragments.get(key);
    if (known) return known;
    const { set, exposed } = this.#set(fragment.selectionSet, scope);
    const value = this.#freeName(name.value);
    const definition = { ...fragment, name: { ...name, value }, selectionSet: set };
    const restricted = { definition, exposed };
    this.#fragments.set(key, restricted);
    return restricted;
  }

  #freeName(name: string): string {
    let free = name;
    for (let number = 2; this.#names.has(free); number++) {
      const candidate = `${name}_${number}`;
      if (!this.options.fragments.has(candidate)) free = candidate;
    }
    this.#names.add(free);
    return free;
  }

  #ofField({ type, possible }: SelectionScope, name: string): Requirement[] {
    const { requirements, schema } = this.options;
    const owners = new Set([type.name, ...possible]);
    const places = [...owners].flatMap((owner) => {
      const field = fieldIn(schema, { type, possible: new Set([owner]) }, name);
      const returned = field ? requirements.ofType(getNamedType(field.type).name) : [];
      return [...requirements.ofField(owner, name), ...returned];
    });
    // One type that may stand here is judged field by field; several are their parent's matter.
    const whole = possible.size > 1 ? [type.name] : [...owners];
    const ofOwner = whole.flatMap((owner) => requirements.ofType(owner));
    return [...new Set([...ofOwner, ...places])].filter(this.options.isUnmet);
  }

  #ofTypes({ possible }: SelectionScope): Requirement[] {
    const { requirements, isUnmet } = this.options;
    return [...possible].flatMap((name) => [...requirements.ofType(name)]).filter(isUnmet);
  }

  #isOff(node: SelectionNode): boolean {
    const conditions = readConditions(node.directives);
    const { variables } = this.options;
    return !conditions || (variables !== undefined && !hold(conditions, variables));
  }
}
