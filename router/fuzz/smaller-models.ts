import type { FieldModel, Model, TypeModel } from './model.ts';

/** Each way to leave a little out of a graph; not all compose. The largest cuts come first. */
export function* smallerModels(model: Model): Generator<Model> {
  for (const subgraph of model.subgraphs) yield withoutSubgraph(model, subgraph);
  for (const type of model.types) {
    yield { ...model, types: model.types.filter((other) => other !== type) };
  }
  for (const roots of smallerLists(model.roots, smallerFields)) yield { ...model, roots };
  for (const types of smallerItems(model.types, smallerTypes)) yield { ...model, types };
}

function withoutSubgraph(model: Model, gone: string): Model {
  const stay = (fields: readonly FieldModel[]): FieldModel[] =>
    fields.flatMap((field) => {
      const places = field.in.filter((subgraph) => subgraph !== gone);
      return places.length > 0 ? [{ ...field, in: places }] : [];
    });
  const types = model.types.map((type): TypeModel => {
    if (type.kind === 'union') return type;
    if (type.kind === 'interface') {
      const { entity } = type;
      return entity ? { ...type, entity: { ...entity, fields: stay(entity.fields) } } : type;
    }
    return { ...type, fields: stay(type.fields) };
  });
  const subgraphs = model.subgraphs.filter((subgraph) => subgraph !== gone);
  return { subgraphs, types, roots: stay(model.roots) };
}

function* smallerTypes(type: TypeModel): Generator<TypeModel> {
  switch (type.kind) {
    case 'union':
      for (const members of without(type.members)) yield { ...type, members };
      return;
    case 'value':
      for (const fields of smallerLists(type.fields, smallerFields)) yield { ...type, fields };
      return;
    case 'interface': {
      const { entity } = type;
      for (const implementers of without(type.implementers)) yield { ...type, implementers };
      for (const shared of without(type.shared)) yield { ...type, shared };
      if (!entity) return;
      for (const fields of smallerLists(entity.fields, smallerFields)) {
        yield { ...type, entity: { ...entity, fields } };
      }
      return;
    }
    case 'entity':
      for (const fields of smallerLists(type.fields, smallerFields)) yield { ...type, fields };
      for (const [subgraph, keys] of Object.entries(type.keys)) {
        for (const fewer of without(keys)) {
          if (fewer.length > 0) yield { ...type, keys: { ...type.keys, [subgraph]: fewer } };
        }
      }
      return;
    default:
      return type satisfies never;
  }
}

function* smallerFields(field: FieldModel): Generator<FieldModel> {
  const { name, type, in: places } = field;
  const options = ['strictIn', 'label', 'overrides', 'requires', 'provides', 'argument'] as const;
  for (const option of options) {
    if (field[option] === undefined) continue;
    const { [option]: _, ...rest } = field;
    yield rest;
  }
  for (const fewer of without(places)) {
    if (fewer.length > 0) yield { ...field, in: fewer };
  }
  const simple = type.replace(/[[\]!]/g, '');
  if (simple !== type) yield { ...field, name, type: simple };
}

/** The list without one item, or with one item made smaller. */
function* smallerLists<T>(
  items: readonly T[],
  smaller: (item: T) => Iterable<T>,
): Generator<readonly T[]> {
  yield* without(items);
  yield* smallerItems(items, smaller);
}

function* smallerItems<T>(
  items: readonly T[],
  smaller: (item: T) => Iterable<T>,
): Generator<readonly T[]> {
  for (const [index, item] of items.entries()) {
    for (const one of smaller(item)) yield items.with(index, one);
  }
}

function* without<T>(items: readonly T[]): Generator<readonly T[]> {
  for (const index of items.keys()) yield items.toSpliced(index, 1);
}
