/**
 * A made-up federated graph as plain data: generated from a seed, shrunk by leaving parts out,
 * rendered as the SDL of its subgraphs. Names tell kinds: `E` entities, `V` value types, `I`
 * interfaces, `N` interfaces that are entities, `U` unions.
 */
export interface Model {
  readonly subgraphs: readonly string[];
  readonly types: readonly TypeModel[];
  readonly roots: readonly FieldModel[];
}

export type TypeModel = EntityModel | ValueModel | InterfaceModel | UnionModel;

export interface EntityModel {
  readonly kind: 'entity';
  readonly name: string;
  /** Field sets, by subgraph that may know the entity. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
  readonly fields: readonly FieldModel[];
}

/** An object without a key; in a subgraph it has the fields that are `in` it, all shareable. */
export interface ValueModel {
  readonly kind: 'value';
  readonly name: string;
  readonly fields: readonly FieldModel[];
}

export interface InterfaceModel {
  readonly kind: 'interface';
  readonly name: string;
  readonly implementers: readonly string[];
  /** Names of fields that every implementer has. */
  readonly shared: readonly string[];
  /** Where it is an entity of its own: `@key` on the interface, `@interfaceObject` elsewhere. */
  readonly entity?: {
    /** The one subgraph with all implementers. */
    readonly home: string;
    /** Knows the interface as an object. */
    readonly detached: string;
    /** What `detached` adds to all implementers. */
    readonly fields: readonly FieldModel[];
  };
}

export interface UnionModel {
  readonly kind: 'union';
  readonly name: string;
  readonly members: readonly string[];
}

/** The labels of `@override(label:)`; each operation has some of them on. */
export const LABELS = ['moves-0', 'moves-1', 'moves-2'] as const;

export type Label = (typeof LABELS)[number];

export interface FieldModel {
  readonly name: string;
  /** Of the supergraph, for example `[E1!]`. */
  readonly type: string;
  /** Subgraphs that resolve it; more than one: `@shareable`. */
  readonly in: readonly string[];
  /** A subgraph of `in` that promises never to answer null though others do not. */
  readonly strictIn?: string;
  /** A subgraph that still declares it; the first of `in` has `@override(from:)`. */
  readonly overrides?: string;
  /** Its `@override` has this label: the one that is overridden answers wherever it is off. */
  readonly label?: Label;
  /** Field set of `@requires`. */
  readonly requires?: string;
  /** Field set of `@provides`. */
  readonly provides?: string;
  /** Takes `n: Int = 1`. */
  readonly argument?: boolean;
}

/** `[E1!]` → `E1`. */
export function namedType(type: string): string {
  return type.replace(/[[\]!]/g, '');
}

export function findType(model: Model, name: string): TypeModel | undefined {
  return model.types.find((type) => type.name === name);
}

/** Every field of an object type, also what an `@interfaceObject` adds to it. */
export function fieldsOf(model: Model, typeName: string): readonly FieldModel[] {
  const type = findType(model, typeName);
  if (typeName === 'Query') return model.roots;
  if (!type || type.kind === 'union') return [];
  if (type.kind === 'interface') return type.entity?.fields ?? [];
  const added = model.types.flatMap((other) =>
    other.kind === 'interface' && other.entity && other.implementers.includes(typeName)
      ? other.entity.fields
      : [],
  );
  return [...type.fields, ...added];
}

/** The concrete types that a value of a type may have. */
export function possibleTypes(model: Model, name: string): readonly string[] {
  const type = findType(model, name);
  if (type?.kind === 'interface') return type.implementers;
  return type?.kind === 'union' ? type.members : [name];
}
