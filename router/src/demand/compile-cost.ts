import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { type Condition, readConditions } from '../execution/conditions.js';
import { fieldOf } from '../execution/schema-lookup.js';
import type { CostDirectives } from '../supergraph/cost-directives.js';
import { fragmentsOf } from '../support/fragments.js';
import { argumentCost } from './input-cost.js';
import { slicingOf } from './list-sizes.js';
import type { CostedField, Place, Shape } from './places.js';
import { TypeVariants, type Variant } from './type-variants.js';

interface Part {
  readonly set: SelectionSetNode;
  readonly conditions: readonly Condition[];
}

interface Found {
  /** The type at which the field was selected. */
  readonly parent: GraphQLCompositeType;
  readonly nodes: FieldNode[];
  readonly when: (readonly Condition[])[];
}

/** The operation selects so much in so many ways that its cost is not counted. */
export class TooManyPlaces extends Error {
  override readonly name = 'TooManyPlaces';
}

/** Selections looked at while one operation is compiled: a bound on what a hostile document can cost. */
const MAX_STEPS = 50_000;
const NO_FIELDS: ReadonlySet<string> = new Set();

/** Resolves an operation into places. @throws TooManyPlaces */
export class CostCompiler {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #places = new Map<string, Place>();
  readonly #ids = new Map<SelectionSetNode, number>();
  readonly #variants: TypeVariants;
  #steps = 0;
  #varies = false;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly costs: CostDirectives,
    document: DocumentNode,
  ) {
    this.#fragments = fragmentsOf(document);
    this.#variants = new TypeVariants(schema, costs, document);
  }

  /** Does the cost depend on variables? Known once the operation is compiled. */
  get varies(): boolean {
    return this.#varies;
  }

  /** What is selected at the root; the root itself weighs nothing. */
  root({ operation, selectionSet }: OperationDefinitionNode): Place {
    const type = this.schema.getRootType(operation);
    if (!type) throw new TypeError(`The schema has no ${operation} type.`);
    return this.#place(type, [{ set: selectionSet, conditions: [] }], NO_FIELDS, 0);
  }

  #place(
    type: GraphQLCompositeType,
    parts: readonly Part[],
    sizedFields: ReadonlySet<string>,
    explicit: number | undefined,
  ): Place {
    const key = [type.name, explicit ?? '', ...sizedFields, ...this.#keysOf(parts)].join(' ');
    const known = this.#places.get(key);
    if (known) return known;
    let typenameKey: string | undefined;
    const shapes = this.#variants.of(type).map((variant): Shape => {
      const found = new Map<string, Found>();
      for (const { set, conditions } of parts) {
        this.#collect(set, conditions, variant, type, new Set(), found);
      }
      const fields: CostedField[] = [];
      for (const [name, entry] of found) {
        const [node] = entry.nodes;
        if (node?.name.value === '__typename') typenameKey = name;
        else if (node && !node.name.value.startsWith('__')) {
          fields.push(this.#field(name, node, entry, variant));
        }
      }
      const weight = explicit ?? this.costs.types.get(variant.type.name) ?? 1;
      return { ...variant, weight, fields };
    });
    const place = { shapes, typenameKey, sizedFields };
    this.#places.set(key, place);
    return place;
  }

  #field(
    key: string,
    node: FieldNode,
    { parent, nodes, when }: Found,
    variant: Variant,
  ): CostedField {
    const name = node.name.value;
    const owner = variant.typeNames.size === 1 ? variant.type : parent;
    const field = fieldOf(this.schema, owner, name) ?? fieldOf(this.schema, parent, name);
    if (!field) throw new TypeError(`${parent.name}.${name} is not in the schema.`);
    const coordinate = `${variant.type.name}.${name}`;
    const costs =
      this.costs.fields.get(coordinate) ?? this.costs.fields.get(`${parent.name}.${name}`);
    const returned = getNamedType(field.type);
    const parts = nodes.flatMap(({ selectionSet: set }, index): Part[] =>
      // A field that stands once is not there at all where its own conditions do not hold.
      set ? [{ set, conditions: nodes.length > 1 ? (when[index] ?? []) : [] }] : [],
    );
    const listSize = costs?.listSize;
    const compiled: CostedField = {
      key,
      name,
      when: when.some((conditions) => conditions.length === 0) ? undefined : when,
      weight: costs?.weight ?? this.costs.types.get(returned.name) ?? 0,
      isList: isListType(getNullableType(field.type)),
      slicing: listSize && slicingOf(node, field, coordinate, listSize),
      arguments: (node.arguments ?? []).flatMap((given) => {
        const argument = field.args.find((entry) => entry.name === given.name.value);
        const weight = costs?.arguments.get(given.name.value);
        return argument ? [argumentCost(given, argument, weight, this.costs)] : [];
      }),
      place: isCompositeType(returned)
        ? this.#place(returned, parts, listSize?.sizedFields ?? NO_FIELDS, costs?.weight)
        : undefined,
    };
    this.#varies ||=
      compiled.when !== undefined ||
      typeof compiled.slicing === 'function' ||
      compiled.arguments.some((amount) => typeof amount === 'function');
    return compiled;
  }

  #collect(
    set: SelectionSetNode,
    conditions: readonly Condition[],
    variant: Variant,
    parent: GraphQLCompositeType,
    spread: Set<string>,
    found: Map<string, Found>,
  ): void {
    for (const node of set.selections) {
      if (++this.#steps > MAX_STEPS) throw new TooManyPlaces();
      const own = readConditions(node.directives);
      if (!own) continue;
      const all = own.length === 0 ? conditions : [...conditions, ...own];
      if (node.kind === Kind.FIELD) {
        const key = node.alias?.value ?? node.name.value;
        const field = found.get(key) ?? { parent, nodes: [], when: [] };
        field.nodes.push(node);
        field.when.push(all);
        found.set(key, field);
        continue;
      }
      if (node.kind === Kind.FRAGMENT_SPREAD && all.length === 0) {
        if (spread.has(node.name.value)) continue;
        spread.add(node.name.value);
      }
      const fragment =
        node.kind === Kind.INLINE_FRAGMENT ? node : this.#fragments.get(node.name.value);
      const condition = fragment?.typeCondition?.name.value;
      if (!fragment || !this.#variants.applies(condition, variant.type)) continue;
      const type = condition === undefined ? parent : this.schema.getType(condition);
      if (isCompositeType(type)) {
        this.#collect(fragment.selectionSet, all, variant, type, spread, found);
      }
    }
  }

  #keysOf(parts: readonly Part[]): Set<string> {
    return new Set(
      parts.map(({ set, conditions }) => {
        const id = this.#ids.get(set) ?? this.#ids.size;
        this.#ids.set(set, id);
        return `${id}${conditions.map(({ variable, expected }) => `${expected ? '+' : '-'}${variable}`).join('')}`;
      }),
    );
  }
}
