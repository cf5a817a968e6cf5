import type { GraphQLError } from 'graphql';
import { hold } from '../execution/conditions.js';
import { amountIn, type Variables } from './input-cost.js';
import type { CostedField, Place } from './places.js';

/** What an operation may cost at most, as far as the directives tell. */
export interface Estimate {
  readonly cost: number;
  /** Slicing arguments that are missing. */
  readonly faults: readonly GraphQLError[];
}

/**
 * The static cost by https://ibm.github.io/graphql-specs/cost-spec.html, with the defaults of Apollo's demand control:
 * objects 1, leaves 0. Of an abstract type the most expensive possible one counts.
 * @param listSize items of a list of which no directive says anything
 */
export function estimate(
  root: Place,
  base: number,
  variables: Variables,
  listSize: number,
): Estimate {
  const known = new Map<Place, Map<number | undefined, number>>();
  const faults = new Set<GraphQLError>();

  const ofPlace = (place: Place, sized: number | undefined): number => {
    const bySize = known.get(place) ?? new Map<number | undefined, number>();
    known.set(place, bySize);
    const before = bySize.get(sized);
    if (before !== undefined) return before;
    let most = 0;
    for (const { weight, fields } of place.shapes) {
      let sum = weight;
      for (const field of fields) {
        if (isSelected(field, variables)) {
          sum += ofField(field, place.sizedFields.has(field.name) ? sized : undefined);
        }
      }
      most = Math.max(most, sum);
    }
    bySize.set(sized, most);
    return most;
  };

  const ofField = (field: CostedField, sized: number | undefined): number => {
    const slice = typeof field.slicing === 'function' ? field.slicing(variables) : field.slicing;
    if (slice?.fault) faults.add(slice.fault);
    const items = field.isList ? (sized ?? slice?.size ?? listSize) : 1;
    const each = field.place ? ofPlace(field.place, slice?.size) : field.weight;
    return items * each + argumentsCost(field, variables);
  };

  const cost = base + ofPlace(root, undefined);
  return { cost: Math.min(Math.max(0, cost), Number.MAX_SAFE_INTEGER), faults: [...faults] };
}

export function isSelected({ when }: CostedField, variables: Variables): boolean {
  return when === undefined || when.some((conditions) => hold(conditions, variables));
}

export function argumentsCost(field: CostedField, variables: Variables): number {
  let sum = 0;
  for (const amount of field.arguments) sum += amountIn(amount, variables);
  return sum;
}
