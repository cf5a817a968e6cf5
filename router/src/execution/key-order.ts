import type { Condition } from './conditions.js';
import type { CompiledField, PlannedField } from './planned-field.js';

/** Where a key is selected, and under which conditions. */
export interface Place {
  readonly key: string;
  readonly conditions: readonly Condition[];
}

/**
 * A key stands where it is first selected, which may depend on variables: it is listed once for
 * each place, up to the first one without a condition.
 */
export function inOrder(
  fields: ReadonlyMap<string, CompiledField>,
  places: readonly Place[],
): PlannedField[] {
  const earlier = new Map<string, (readonly Condition[])[]>();
  return places.flatMap(({ key, conditions }): PlannedField[] => {
    const field = fields.get(key);
    const before = earlier.get(key) ?? [];
    if (!field || before.some((group) => group.length === 0)) return [];
    earlier.set(key, [...before, conditions]);
    const when = conditions.length === 0 ? undefined : [conditions];
    return [{ ...field, when, unless: before.length === 0 ? undefined : before }];
  });
}
