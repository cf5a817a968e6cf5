import { type FieldNode, GraphQLError } from 'graphql';
import { KEYS } from './keys.ts';
import {
  type FieldModel,
  fieldsOf,
  findType,
  type Label,
  type Model,
  namedType,
  possibleTypes,
} from './model.ts';
import { hash } from './random.ts';
import { fieldSetText, parseFieldSet } from './render-subgraph.ts';

/** One object of the made-up data. What it says follows from its id, so that nothing is stored. */
export interface Thing {
  readonly __typename: string;
  readonly id: string;
  /** What a subgraph was told of it, where it came in as a reference. */
  readonly told?: Readonly<Record<string, unknown>>;
}

/** What goes wrong on purpose, by `<id of the object>.<field>`. */
export type Faults = Readonly<Record<string, 'throw' | 'null'>>;

const INSTANCES = [1, 2, 3] as const;
const NO_FAULTS: Faults = {};

/** The data of a graph, the same for its subgraphs and for the monolith they are held against. */
export class World {
  readonly #model: Model;
  readonly #faults: Faults;
  readonly #operation: string | undefined;

  /** @param operation by whose text it is decided which labels are on; default: none is */
  constructor(model: Model, faults: Faults = NO_FAULTS, operation?: string) {
    this.#model = model;
    this.#faults = faults;
    this.#operation = operation;
  }

  isOn(label: Label): boolean {
    if (this.#operation === undefined) return false;
    return hash(`${label} ${this.#operation}`) % 2 === 1;
  }

  /** Is somebody else the one to be asked for a field that moves? */
  #hasMoved({ overrides, label }: FieldModel, subgraph: string): boolean {
    if (overrides === undefined) return false;
    const isFormer = overrides === subgraph;
    return label === undefined || this.isOn(label) ? isFormer : !isFormer;
  }

  /** Equal for worlds of one model in which the same goes wrong. */
  get name(): string {
    return JSON.stringify(this.#faults);
  }

  /**
   * What a field answers. `subgraph` is where it is asked: there `@requires` reads what the router
   * told; the monolith reads its own data.
   */
  resolve(thing: Thing, name: string, args: Readonly<Record<string, unknown>>, subgraph?: string) {
    const key = keyValue(thing, name);
    if (key !== undefined) return key;
    const field = fieldsOf(this.#model, thing.__typename).find((other) => other.name === name);
    if (!field) throw new RangeError(`The model has no ${thing.__typename}.${name}.`);
    if (subgraph !== undefined && this.#hasMoved(field, subgraph)) return poison(field);
    const fault = this.#faults[`${thing.id}.${name}`];
    if (fault === 'null') return null;
    if (fault) throw new GraphQLError('Injected', { extensions: { code: 'INJECTED' } });
    if (field.requires) return this.#required(thing, field, subgraph);
    const seed = `${thing.id}.${name}${field.argument ? `(${args.n ?? 'none'})` : ''}`;
    const value = this.#value(field.type, seed, field.strictIn === undefined);
    return field.provides === undefined ? value : this.#provide(value, field.provides);
  }

  /** A field with `@provides` knows more of its objects than its subgraph does elsewhere. */
  #provide(value: unknown, fieldSet: string): unknown {
    if (Array.isArray(value)) return value.map((item) => this.#provide(item, fieldSet));
    if (value === null) return null;
    const told = this.#read(value, parseFieldSet(fieldSet)) as Thing['told'];
    return { ...(value as Thing), told };
  }

  /** The object that a reference means; `null` where there is none. */
  find(told: Readonly<Record<string, unknown>>): Thing | null {
    for (const type of possibleTypes(this.#model, String(told.__typename))) {
      for (const instance of INSTANCES) {
        const thing = { __typename: type, id: `${type}-${instance}` };
        if (KEYS.some((key) => this.#matches(thing, told, key))) return { ...thing, told };
      }
    }
    return null;
  }

  #matches(thing: Thing, told: unknown, key: string): boolean {
    if (typeof told !== 'object' || told === null) return false;
    return parseFieldSet(key).every(({ name, selectionSet }) => {
      const value = keyValue(thing, name.value);
      const claimed = (told as Record<string, unknown>)[name.value];
      if (selectionSet) return this.#matches(value as Thing, claimed, fieldSetText(selectionSet));
      return value !== undefined && value === claimed;
    });
  }

  #required(thing: Thing, field: FieldModel, subgraph: string | undefined): string {
    const nodes = parseFieldSet(field.requires ?? '');
    const read =
      subgraph === undefined ? this.#read(thing, nodes) : pickOnly(thing.told ?? {}, nodes);
    return `${field.name} of ${JSON.stringify(read)}`;
  }

  #read(value: unknown, nodes: readonly FieldNode[]): unknown {
    if (Array.isArray(value)) return value.map((item) => this.#read(item, nodes));
    if (value === null || nodes.length === 0) return value;
    const thing = value as Thing;
    return Object.fromEntries(
      nodes.map(({ name, selectionSet }) => [
        name.value,
        this.#read(this.resolve(thing, name.value, {}), childrenOf(selectionSet)),
      ]),
    );
  }

  #value(type: string, seed: string, nullable: boolean): unknown {
    if (type.endsWith('!')) return this.#value(type.slice(0, -1), seed, false);
    if (nullable && hash(`${seed}?`) % 6 === 0) return null;
    if (type.startsWith('[')) {
      const item = type.slice(1, -1);
      return Array.from({ length: hash(`${seed}#`) % 4 }, (_, index) =>
        this.#value(item, `${seed}[${index}]`, true),
      );
    }
    return this.#one(namedType(type), seed);
  }

  #one(name: string, seed: string): unknown {
    const value = hash(seed);
    switch (name) {
      case 'Int':
        return value % 1_000;
      case 'Float':
        return (value % 1_000) / 8;
      case 'Boolean':
        return value % 2 === 0;
      case 'Color':
        return ['RED', 'GREEN', 'BLUE'][value % 3];
      case 'String':
      case 'ID':
        return `${name} ${value % 10_000}`;
      default:
        break;
    }
    if (findType(this.#model, name)?.kind === 'value') return { __typename: name, id: seed };
    const types = possibleTypes(this.#model, name);
    const type = types[value % types.length] ?? name;
    return { __typename: type, id: `${type}-${INSTANCES[hash(`${seed}@`) % INSTANCES.length]}` };
  }
}

function keyValue({ __typename, id }: Thing, name: string): unknown {
  switch (name) {
    case 'id':
      return id;
    case 'sku':
      return `sku ${id}`;
    case 'code':
      return Number(id.split('-')[1]);
    case 'region':
      return `of ${__typename}`;
    case 'meta':
      return { __typename: 'Meta', id };
    case 'tag':
      return `tag ${id}`;
    default:
      return undefined;
  }
}

/** What no right answer ever contains. */
function poison(field: FieldModel): unknown {
  if (field.type.startsWith('[')) return [];
  return { Int: -1, Float: -1, Boolean: null, Color: 'RED' }[namedType(field.type)] ?? 'OVERRIDDEN';
}

function pickOnly(value: unknown, nodes: readonly FieldNode[]): unknown {
  if (Array.isArray(value)) return value.map((item) => pickOnly(item, nodes));
  if (value === null || typeof value !== 'object' || nodes.length === 0) return value;
  const told = value as Record<string, unknown>;
  return Object.fromEntries(
    nodes.map(({ name, selectionSet }) => {
      const found = told[name.value];
      return [
        name.value,
        found === undefined ? 'NOT TOLD' : pickOnly(found, childrenOf(selectionSet)),
      ];
    }),
  );
}

function childrenOf(selectionSet: FieldNode['selectionSet']): FieldNode[] {
  return selectionSet ? parseFieldSet(fieldSetText(selectionSet)) : [];
}
