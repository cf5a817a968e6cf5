import { argumentsCost, isSelected } from './estimate.js';
import type { Variables } from './input-cost.js';
import type { CostedField, Place, Shape } from './places.js';

type JsonObject = Readonly<Record<string, unknown>>;

/** What an answer has cost: the estimate's weights, counted over what is really there. */
export function actualCost(
  root: Place,
  base: number,
  variables: Variables,
  data: JsonObject | null | undefined,
): number {
  const ofObject = (place: Place, object: JsonObject): number => {
    const shape = shapeOf(place, object, variables);
    if (!shape) return 0;
    let sum = shape.weight;
    for (const field of shape.fields) {
      const value = object[field.key];
      if (value === undefined || !isSelected(field, variables)) continue;
      sum += ofValue(field, value) + argumentsCost(field, variables);
    }
    return sum;
  };

  const ofValue = (field: CostedField, value: unknown): number => {
    if (Array.isArray(value)) {
      let sum = 0;
      for (const item of value) sum += ofValue(field, item);
      return sum;
    }
    if (!field.place) return field.weight;
    // Whoever looked and found nothing has worked as well, if the schema says that it is work.
    if (value === null || typeof value !== 'object') return field.weight;
    return ofObject(field.place, value as JsonObject);
  };

  return data ? base + ofObject(root, data) : base;
}

/** By the type that the answer names; else the most expensive of those that answer just these keys. */
function shapeOf(place: Place, object: JsonObject, variables: Variables): Shape | undefined {
  const [first, ...others] = place.shapes;
  if (others.length === 0) return first;
  const name = place.typenameKey === undefined ? undefined : object[place.typenameKey];
  if (typeof name === 'string') {
    return place.shapes.find(({ typeNames }) => typeNames.has(name)) ?? first;
  }
  const keys = Object.keys(object).length;
  const fitting = place.shapes.filter(({ fields }) => {
    const selected = fields.filter((field) => isSelected(field, variables));
    return selected.length === keys && selected.every(({ key }) => key in object);
  });
  return fitting.reduce<Shape | undefined>(
    (most, shape) => (most && most.weight >= shape.weight ? most : shape),
    undefined,
  );
}
