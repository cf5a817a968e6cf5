import type { Faults } from './data.ts';
import type { FieldModel, Model } from './model.ts';
import type { Random } from './random.ts';

const MOST = 12;

/**
 * Lets some fields of some objects fail. Spared are those whose failure one server and many
 * rightly answer differently: what another field requires (the monolith would have failed there
 * too), what one subgraph promises more than the supergraph does, and what reaches an object by
 * several ways.
 */
export function generateFaults(model: Model, random: Random): Faults {
  const spared = new Set(model.types.flatMap((type) => needed(type)));
  for (const root of model.roots) spared.add(root.provides ?? '');
  const places = model.types.flatMap((type): [string, FieldModel][] => {
    if (type.kind !== 'entity') return [];
    const interfaces = model.types.filter(
      (other) => other.kind === 'interface' && other.implementers.includes(type.name),
    );
    const added = interfaces.flatMap((other) =>
      other.kind === 'interface' ? (other.entity?.fields ?? []) : [],
    );
    return [...type.fields, ...added].map((field) => [type.name, field]);
  });
  const roots = model.roots.map((field): [string, FieldModel] => ['Query', field]);
  const candidates = [...places, ...roots].filter(
    ([, field]) => !spared.has(field.name) && field.in.length === 1 && !field.overrides,
  );
  if (candidates.length === 0) return {};
  const faults: Record<string, 'throw' | 'null'> = {};
  for (let count = 1 + random.below(MOST); count > 0; count--) {
    const [owner, field] = random.pick(candidates);
    const id = owner === 'Query' ? owner : `${owner}-${1 + random.below(3)}`;
    faults[`${id}.${field.name}`] = random.chance(50) ? 'throw' : 'null';
  }
  return faults;
}

function needed(type: Model['types'][number]): string[] {
  if (type.kind === 'union' || type.kind === 'interface') return [];
  return type.fields.flatMap(({ requires, provides }) =>
    `${requires ?? ''} ${provides ?? ''}`.split(/\W+/),
  );
}
