import { keyFieldType } from './keys.ts';
import {
  type EntityModel,
  type FieldModel,
  findType,
  LABELS,
  type Model,
  namedType,
} from './model.ts';
import type { Random } from './random.ts';

/** Adds what ties subgraphs together: `@override`, `@requires`, `@provides`, promises of no null. */
export function decorate(random: Random, model: Model): Model {
  const types = model.types.map((type) => {
    if (type.kind !== 'entity') return type;
    const fields = type.fields.map((field) => {
      const strict = stricter(random, field);
      return findType(model, namedType(field.type)) ? strict : override(random, type, strict);
    });
    return { ...type, fields };
  });
  const overridden = { ...model, types };
  return provideAll(random, requireAll(random, overridden));
}

function stricter(random: Random, field: FieldModel): FieldModel {
  const [first] = field.in;
  if (field.in.length < 2 || first === undefined || field.type.endsWith('!')) return field;
  return random.chance(50) ? { ...field, strictIn: first } : field;
}

function override(random: Random, type: EntityModel, field: FieldModel): FieldModel {
  const others = Object.keys(type.keys).filter((subgraph) => !field.in.includes(subgraph));
  // Fields of interfaces stay: an overridden one would be missing where the interface has it.
  if (others.length === 0 || field.in.length > 1 || !field.name.startsWith('f')) return field;
  if (!random.chance(10)) return field;
  const overridden = { ...field, overrides: random.pick(others) };
  return random.chance(50) ? { ...overridden, label: random.pick(LABELS) } : overridden;
}

function requireAll(random: Random, model: Model): Model {
  const types = model.types.map((type) => {
    if (type.kind !== 'entity') return type;
    // Whoever requires is text from here on, so that others may require it in turn; only earlier
    // ones, so that nothing ever needs itself.
    const fields = type.fields.map((field): FieldModel => {
      if (!mayRequire(field) || !random.chance(30)) return field;
      return { ...field, type: field.type.endsWith('!') ? 'String!' : 'String', requires: '' };
    });
    for (const [index, field] of fields.entries()) {
      const [subgraph] = field.in;
      if (field.requires === undefined || subgraph === undefined) continue;
      const needed = fields
        .filter((other, place) => isForeign(other, subgraph) && (!other.requires || place < index))
        .filter(({ requires }) => requires !== '')
        .flatMap((other) => requirement(random, model, other, subgraph));
      const requires = random.some(needed, 40).slice(0, 2).join(' ');
      const { requires: _, ...plain } = field;
      fields[index] = requires === '' ? plain : { ...plain, requires };
    }
    return { ...type, fields };
  });
  return { ...model, types };
}

function mayRequire(field: FieldModel): boolean {
  const simple = field.in.length === 1 && field.overrides === undefined && !field.argument;
  return simple && field.name.startsWith('f');
}

/** Ways to require one field; none where the subgraph could not state it. */
function requirement(random: Random, model: Model, field: FieldModel, subgraph: string): string[] {
  const target = findType(model, namedType(field.type));
  if (!target) return [field.name];
  if (target.kind === 'value') {
    const leaves = target.fields.filter(
      (leaf) => leaf.in.includes(subgraph) && !findType(model, namedType(leaf.type)),
    );
    return leaves.length > 0 ? [`${field.name} { ${random.pick(leaves).name} }`] : [];
  }
  if (target.kind !== 'entity' || !(subgraph in target.keys)) return [];
  const leaves = target.fields.filter(
    (leaf) => isForeign(leaf, subgraph) && !leaf.requires && !findType(model, namedType(leaf.type)),
  );
  const names = [...leaves.map(({ name }) => name), ...(keyed(target, subgraph) ? ['id'] : [])];
  return names.length > 0 ? [`${field.name} { ${random.pick(names)} }`] : [];
}

function keyed(type: EntityModel, subgraph: string): boolean {
  return type.keys[subgraph]?.includes('id') ?? false;
}

/** Resolved elsewhere, and simple enough to be declared `@external` here. */
function isForeign(field: FieldModel, subgraph: string): boolean {
  return !field.in.includes(subgraph) && field.overrides !== subgraph && !field.argument;
}

function provideAll(random: Random, model: Model): Model {
  const provide = (field: FieldModel): FieldModel => {
    const [subgraph] = field.in;
    const target = findType(model, namedType(field.type));
    if (target?.kind !== 'entity' || subgraph === undefined || field.in.length > 1) return field;
    if (field.overrides || !random.chance(25)) return field;
    const leaves = target.fields.filter(
      (leaf) =>
        isForeign(leaf, subgraph) &&
        !leaf.requires &&
        !leaf.overrides &&
        !keyFieldType(leaf.name) &&
        !findType(model, namedType(leaf.type)),
    );
    return leaves.length > 0 ? { ...field, provides: random.pick(leaves).name } : field;
  };
  const types = model.types.map((type) =>
    type.kind === 'entity' ? { ...type, fields: type.fields.map(provide) } : type,
  );
  return { ...model, types, roots: model.roots.map(provide) };
}
