import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  isAbstractType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { deferLabel } from '../defer/directive.js';
import { planKey } from '../planner/plan-keys.js';
import { isIntrospection } from '../planner/planning-document.js';
import { type Condition, hold, readConditions } from './conditions.js';
import type { Denial } from './denial.js';
import type { JsonObject } from './json.js';
import { quote } from './json-text.js';
import { inOrder, type Place } from './key-order.js';
import { compileOutput } from './output.js';
import type { PlannedField } from './planned-field.js';
import { applies, fieldOf } from './schema-lookup.js';

/** What compiling one operation knows. */
export interface CompileContext {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Fields that the caller does not see. */
  readonly denials?: ReadonlyMap<FieldNode, Denial> | undefined;
}

/** A fragment with `@defer`: a part of the answer by itself. */
export interface DeferredFragment {
  /** Of the router's own; see `numbered`. */
  readonly label: string;
  /** As in {@link PlannedField.when}. */
  readonly when: PlannedField['when'];
  readonly selection: Selection;
}

/** A selection set and the conditions under which it counts. */
interface Part {
  readonly set: SelectionSetNode;
  readonly conditions: readonly Condition[];
}

interface Resolved {
  readonly fields: readonly PlannedField[];
  readonly deferred: readonly DeferredFragment[];
}

/** Is told what a selection set holds. */
interface Found {
  field(node: FieldNode, conditions: Condition[]): void;
  deferred(label: string, inner: Part): void;
}

/** Selections that stand at one place of an operation, resolved per runtime type and kept. */
export class Selection {
  readonly #byType = new Map<string, Resolved>();
  #tellsApart: boolean | undefined;

  constructor(
    private readonly context: CompileContext,
    private readonly parts: readonly Part[],
    /** Introspection is answered under the client's own keys, everything else under plan keys. */
    private readonly introspected = false,
  ) {}

  /** The fields that an object of type `typeName` answers, in the order of the operation. */
  fieldsFor(typeName: string): readonly PlannedField[] {
    return this.#resolve(typeName).fields;
  }

  /** The fragments that an object of type `typeName` answers later. */
  deferredFor(typeName: string): readonly DeferredFragment[] {
    return this.#resolve(typeName).deferred;
  }

  #resolve(typeName: string): Resolved {
    let resolved = this.#byType.get(typeName);
    if (!resolved) {
      resolved = this.#collect(typeName);
      this.#byType.set(typeName, resolved);
    }
    return resolved;
  }

  /** Do some of `types` answer other fields than others, or is any asked for its name? */
  tellsApart(types: readonly string[], variables: Readonly<JsonObject>): boolean {
    this.#tellsApart ??= this.#differ(types, () => true);
    if (!this.#tellsApart) return false;
    return this.#differ(types, ({ when }) => !when || when.some((group) => hold(group, variables)));
  }

  #differ(
    types: readonly string[],
    isSelected: (selected: Pick<PlannedField, 'when'>) => boolean,
  ): boolean {
    const signatures = types.map((typeName) => {
      const { deferred, fields: all } = this.#resolve(typeName);
      const fields = all.filter(isSelected);
      const named = fields.some(({ output }) => output === undefined);
      return JSON.stringify([
        named ? typeName : '',
        fields.map(({ key, source }) => [key, source]),
        deferred.filter(isSelected).map(({ label }) => label),
      ]);
    });
    return new Set(signatures).size > 1;
  }

  #collect(typeName: string): Resolved {
    const type = this.context.schema.getType(typeName);
    if (!isObjectType(type) && !isAbstractType(type)) return { fields: [], deferred: [] };
    const deferred: DeferredFragment[] = [];
    const found = new Map<string, { nodes: FieldNode[]; parts: Part[] }>();
    const places: Place[] = [];
    for (const part of this.parts) {
      this.#visit(part.set, [...part.conditions], type, {
        field(node, conditions) {
          const key = node.alias?.value ?? node.name.value;
          const field = found.get(key) ?? { nodes: [], parts: [] };
          field.nodes.push(node);
          places.push({ key, conditions });
          if (node.selectionSet) field.parts.push({ set: node.selectionSet, conditions });
          found.set(key, field);
        },
        deferred: (label, inner) => {
          const selection = new Selection(this.context, [inner], this.introspected);
          const when = inner.conditions.length === 0 ? undefined : [inner.conditions];
          deferred.push({ label, when, selection });
        },
      });
    }
    const fields = new Map<string, Omit<PlannedField, 'when' | 'unless'>>();
    for (const [key, { nodes, parts }] of found) {
      const [node] = nodes;
      if (!node) continue;
      const name = node.name.value;
      const introspected = this.introspected || isIntrospection(name);
      const source = introspected ? key : planKey(node);
      const prefix = `${quote(key)}:`;
      const common = {
        key,
        prefix,
        followingPrefix: `,${prefix}`,
        source,
        coordinate: `${typeName}.${name}`,
        denied: this.#denial(nodes),
      };
      if (name === '__typename') {
        fields.set(key, { ...common, output: undefined });
        continue;
      }
      const definition = fieldOf(this.context.schema, type, name);
      if (!definition) continue;
      const selection = new Selection(this.context, parts, introspected);
      const output = compileOutput(definition.type, selection, this.context.schema);
      fields.set(key, { ...common, output });
    }
    return { fields: inOrder(fields, places), deferred };
  }

  /** What one of several selections of a field denies, another one does not give away. */
  #denial(nodes: readonly FieldNode[]): Denial | undefined {
    const { denials } = this.context;
    const denied = denials && nodes.find((node) => denials.has(node));
    return denied && denials.get(denied);
  }

  #visit(
    set: SelectionSetNode,
    conditions: Condition[],
    type: GraphQLCompositeType,
    found: Found,
  ): void {
    const { schema, fragments } = this.context;
    for (const node of set.selections) {
      const own = readConditions(node.directives);
      if (!own) continue;
      const all = own.length === 0 ? conditions : [...conditions, ...own];
      if (node.kind === Kind.FIELD) {
        found.field(node, all);
        continue;
      }
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
      if (!fragment || !applies(schema, fragment.typeCondition?.name.value, type)) continue;
      const label = deferLabel(node);
      if (label === undefined) this.#visit(fragment.selectionSet, all, type, found);
      else found.deferred(label, { set: fragment.selectionSet, conditions: all });
    }
  }
}
