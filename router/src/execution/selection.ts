import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  isAbstractType,
  isObjectType,
  isUnionType,
  Kind,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql';
import { planKey } from '../planner/plan-keys.js';
import { isIntrospection } from '../planner/planning-document.js';
import { type Condition, hold, readConditions } from './conditions.js';
import type { Denial } from './denial.js';
import type { JsonObject } from './json.js';
import { quote } from './json-text.js';
import { inOrder, type Place } from './key-order.js';
import { compileOutput, type Output } from './output.js';

/** What compiling one operation knows. */
export interface CompileContext {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Fields that the caller does not see. */
  readonly denials?: ReadonlyMap<FieldNode, Denial> | undefined;
}

/** One key of an object of the answer. */
export interface PlannedField {
  readonly key: string;
  /** `"key":` as JSON text, and the same after a comma. */
  readonly prefix: string;
  readonly followingPrefix: string;
  /** Under which the merged data holds it. */
  readonly source: string;
  /** `Type.field`, for messages. */
  readonly coordinate: string;
  /** `undefined`: always; else selected when any group of conditions holds. */
  readonly when: readonly (readonly Condition[])[] | undefined;
  /** The key stands further up already when any of these groups holds; in the order of keys that counts. */
  readonly unless: readonly (readonly Condition[])[] | undefined;
  /** The caller does not see it: null, whatever the data holds. */
  readonly denied?: Denial | undefined;
  /** `undefined`: `__typename`. */
  readonly output: Output | undefined;
}

/** A selection set and the conditions under which it counts. */
interface Part {
  readonly set: SelectionSetNode;
  readonly conditions: readonly Condition[];
}

/** Selections that stand at one place of an operation, resolved per runtime type and kept. */
export class Selection {
  readonly #byType = new Map<string, readonly PlannedField[]>();
  #tellsApart: boolean | undefined;

  constructor(
    private readonly context: CompileContext,
    private readonly parts: readonly Part[],
    /** Introspection is answered under the client's own keys, everything else under plan keys. */
    private readonly introspected = false,
  ) {}

  /** The fields that an object of type `typeName` answers, in the order of the operation. */
  fieldsFor(typeName: string): readonly PlannedField[] {
    let fields = this.#byType.get(typeName);
    if (!fields) {
      fields = this.#collect(typeName);
      this.#byType.set(typeName, fields);
    }
    return fields;
  }

  /** Do some of `types` answer other fields than others, or is any asked for its name? */
  tellsApart(types: readonly string[], variables: Readonly<JsonObject>): boolean {
    this.#tellsApart ??= this.#differ(types, () => true);
    if (!this.#tellsApart) return false;
    return this.#differ(types, ({ when }) => !when || when.some((group) => hold(group, variables)));
  }

  #differ(types: readonly string[], isSelected: (field: PlannedField) => boolean): boolean {
    const signatures = types.map((typeName) => {
      const fields = this.fieldsFor(typeName).filter(isSelected);
      const named = fields.some(({ output }) => output === undefined);
      return JSON.stringify([
        named ? typeName : '',
        fields.map(({ key, source }) => [key, source]),
      ]);
    });
    return new Set(signatures).size > 1;
  }

  #collect(typeName: string): PlannedField[] {
    const type = this.context.schema.getType(typeName);
    if (!isObjectType(type) && !isAbstractType(type)) return [];
    const found = new Map<string, { nodes: FieldNode[]; parts: Part[] }>();
    const places: Place[] = [];
    for (const part of this.parts) {
      this.#visit(part.set, [...part.conditions], type, (node, conditions) => {
        const key = node.alias?.value ?? node.name.value;
        const field = found.get(key) ?? { nodes: [], parts: [] };
        field.nodes.push(node);
        places.push({ key, conditions });
        if (node.selectionSet) field.parts.push({ set: node.selectionSet, conditions });
        found.set(key, field);
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
    return inOrder(fields, places);
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
    found: (node: FieldNode, conditions: Condition[]) => void,
  ): void {
    for (const node of set.selections) {
      const own = readConditions(node.directives);
      if (!own) continue;
      const all = own.length === 0 ? conditions : [...conditions, ...own];
      if (node.kind === Kind.FIELD) {
        found(node, all);
        continue;
      }
      const fragment =
        node.kind === Kind.INLINE_FRAGMENT ? node : this.context.fragments.get(node.name.value);
      if (fragment && this.#applies(fragment.typeCondition?.name.value, type)) {
        this.#visit(fragment.selectionSet, all, type, found);
      }
    }
  }

  #applies(typeCondition: string | undefined, type: GraphQLCompositeType): boolean {
    if (typeCondition === undefined || typeCondition === type.name) return true;
    const condition = this.context.schema.getType(typeCondition);
    return isAbstractType(condition) && !isUnionType(type)
      ? this.context.schema.isSubType(condition, type)
      : false;
  }
}

function fieldOf(
  schema: GraphQLSchema,
  type: GraphQLCompositeType,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  if (type === schema.getQueryType()) {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  }
  return isUnionType(type) ? undefined : type.getFields()[name];
}
