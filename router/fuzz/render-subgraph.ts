import { type FieldNode, Kind, parse, type SelectionSetNode } from 'graphql';
import { keyFields, keyFieldType, META } from './keys.ts';
import {
  type EntityModel,
  type FieldModel,
  fieldsOf,
  findType,
  type InterfaceModel,
  type Model,
  namedType,
  type TypeModel,
} from './model.ts';

const HEAD = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: [
  "@key", "@external", "@requires", "@provides", "@shareable", "@override", "@interfaceObject"])
enum Color { RED GREEN BLUE }`;

/** The SDL of one subgraph; `undefined` where it would have nothing to say. */
export function renderSubgraph(model: Model, subgraph: string): string | undefined {
  const page = new Page(model, subgraph);
  page.query();
  const text = page.text();
  return text === undefined ? undefined : `${HEAD}\n${text}\n`;
}

/** Writes what a subgraph declares, each type once, beginning with what its fields mention. */
class Page {
  readonly #types = new Set<string>();
  /** `E1.f3`: declared though resolved elsewhere. */
  readonly #external = new Set<string>();

  readonly #model: Model;
  readonly #subgraph: string;

  constructor(model: Model, subgraph: string) {
    this.#model = model;
    this.#subgraph = subgraph;
  }

  query(): void {
    for (const root of this.#own(this.#model.roots)) this.#mention(root, 'Query');
    for (const type of this.#model.types) {
      const fields = type.kind === 'interface' ? (type.entity?.fields ?? []) : fieldsIn(type);
      if (type.kind !== 'value' && this.#own(fields).length > 0) this.#reach(type.name);
    }
  }

  text(): string | undefined {
    if (this.#types.size === 0 && this.#own(this.#model.roots).length === 0) return undefined;
    const blocks = [...this.#types].sort().map((name) => this.#block(name));
    if (blocks.some((block) => block.includes('Meta'))) blocks.push(META);
    const roots = this.#own(this.#model.roots).map((root) => this.#field(root));
    if (roots.length > 0) blocks.push(`type Query {\n${roots.join('\n')}\n}`);
    return blocks.join('\n');
  }

  #own(fields: readonly FieldModel[]): FieldModel[] {
    const subgraph = this.#subgraph;
    return fields.filter((field) => field.in.includes(subgraph) || field.overrides === subgraph);
  }

  /** A type stands in this subgraph, with all that it needs to stand there. */
  #reach(name: string): void {
    const type = findType(this.#model, name);
    if (!type || this.#types.has(name)) return;
    this.#types.add(name);
    if (type.kind === 'union') for (const member of type.members) this.#reach(member);
    else if (type.kind === 'interface' && !this.#isObject(type)) {
      for (const implementer of type.implementers) this.#reach(implementer);
    } else {
      for (const field of this.#own(fieldsIn(type))) this.#mention(field, name);
      for (const other of this.#model.types) {
        // An entity interface is known wherever its home knows an implementer.
        if (other.kind !== 'interface' || other.entity?.home !== this.#subgraph) continue;
        if (other.implementers.includes(name)) this.#reach(other.name);
      }
    }
  }

  #mention(field: FieldModel, owner: string): void {
    this.#reach(namedType(field.type));
    if (field.requires) this.#externals(owner, field.requires);
    if (field.provides) this.#externals(namedType(field.type), field.provides);
  }

  #externals(owner: string, fieldSet: string): void {
    for (const { name, selectionSet } of parseFieldSet(fieldSet)) {
      const field = fieldsOf(this.#model, owner).find((other) => other.name === name.value);
      if (!field || field.in.includes(this.#subgraph)) continue;
      this.#external.add(`${owner}.${field.name}`);
      const target = namedType(field.type);
      this.#reach(target);
      if (selectionSet) this.#externals(target, fieldSetText(selectionSet));
    }
  }

  #isObject(type: InterfaceModel): boolean {
    return type.entity?.detached === this.#subgraph;
  }

  #block(name: string): string {
    const type = findType(this.#model, name);
    if (!type) return '';
    switch (type.kind) {
      case 'union':
        return `union ${name} = ${type.members.join(' | ')}`;
      case 'value':
        return block(
          `type ${name}`,
          this.#own(type.fields).map((field) => this.#field(field, true)),
        );
      case 'interface':
        return this.#interface(type);
      case 'entity':
        return this.#entity(type);
      default:
        return type satisfies never;
    }
  }

  #entity(type: EntityModel): string {
    const keys = type.keys[this.#subgraph] ?? [];
    const interfaces = this.#model.types
      .filter((other) => other.kind === 'interface' && this.#types.has(other.name))
      .filter((other) => (other as InterfaceModel).implementers.includes(type.name))
      .map(({ name }) => name);
    const head = [
      `type ${type.name}`,
      ...(interfaces.length > 0 ? [`implements ${interfaces.join(' & ')}`] : []),
      ...keys.map((key) => `@key(fields: "${key}")`),
    ].join(' ');
    const named = new Set(keys.flatMap(keyFields));
    const external = type.fields.filter(({ name }) => this.#external.has(`${type.name}.${name}`));
    return block(head, [
      ...[...named].map((key) => `${key}: ${keyFieldType(key)}`),
      ...this.#own(type.fields).map((field) => this.#field(field)),
      ...external.map((field) => `${field.name}: ${field.type} @external`),
    ]);
  }

  #interface(type: InterfaceModel): string {
    if (this.#isObject(type)) {
      const fields = this.#own(type.entity?.fields ?? []).map((field) => this.#field(field));
      return block(`type ${type.name} @key(fields: "id") @interfaceObject`, ['id: ID!', ...fields]);
    }
    const implementers = type.implementers.flatMap((name) => {
      const found = findType(this.#model, name);
      return found?.kind === 'entity' ? [found] : [];
    });
    const everywhere = (name: string): boolean =>
      implementers.every(({ fields }) =>
        this.#own(fields).some((field) => field.name === name && !field.overrides),
      );
    const shared = type.shared.filter(everywhere).map((name) => {
      const field = implementers[0]?.fields.find((other) => other.name === name);
      return `${name}: ${field?.type}`;
    });
    const named = implementers.every(({ keys }) => keys[this.#subgraph]?.includes('id'));
    const key = type.entity ? ' @key(fields: "id")' : '';
    return block(`interface ${type.name}${key}`, [...(named ? ['id: ID!'] : []), ...shared]);
  }

  #field(field: FieldModel, shareable = field.in.length > 1): string {
    const subgraph = this.#subgraph;
    const strict = field.strictIn === subgraph ? '!' : '';
    const label = field.label === undefined ? '' : `, label: "${field.label}"`;
    const overrides = field.overrides !== undefined && field.overrides !== subgraph;
    return [
      `${field.name}${field.argument ? '(n: Int = 1)' : ''}: ${field.type}${strict}`,
      ...(shareable ? ['@shareable'] : []),
      ...(overrides ? [`@override(from: "${field.overrides}"${label})`] : []),
      ...(field.requires && !isOverridden(field, subgraph)
        ? [`@requires(fields: "${field.requires}")`]
        : []),
      ...(field.provides ? [`@provides(fields: "${field.provides}")`] : []),
    ].join(' ');
  }
}

/** Declared by `subgraph`, but another one answers it. */
export function isOverridden(field: FieldModel, subgraph: string): boolean {
  return field.overrides === subgraph;
}

export function parseFieldSet(fieldSet: string): FieldNode[] {
  const [operation] = parse(`{ ${fieldSet} }`, { noLocation: true }).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return [];
  return operation.selectionSet.selections.filter((node) => node.kind === Kind.FIELD);
}

export function fieldSetText({ selections }: SelectionSetNode): string {
  return selections
    .flatMap((node) =>
      node.kind === Kind.FIELD
        ? [node.name.value + (node.selectionSet ? ` { ${fieldSetText(node.selectionSet)} }` : '')]
        : [],
    )
    .join(' ');
}

function fieldsIn(type: TypeModel): readonly FieldModel[] {
  if (type.kind === 'interface') return type.entity?.fields ?? [];
  return type.kind === 'union' ? [] : type.fields;
}

function block(head: string, fields: readonly string[]): string {
  return `${head} {\n  ${fields.join('\n  ')}\n}`;
}
