import { type DirectiveNode, Kind } from 'graphql';
import { argumentOf } from '../support/arguments.js';
import type { JsonObject } from './json.js';

/** A `@skip`/`@include` on a variable: the selection counts when the variable equals `expected`. */
export interface Condition {
  readonly variable: string;
  readonly expected: boolean;
}

/** The conditions of a selection; `undefined` when a literal switches it off for good. */
export function readConditions(
  directives: readonly DirectiveNode[] | undefined,
): readonly Condition[] | undefined {
  if (!directives || directives.length === 0) return [];
  const conditions: Condition[] = [];
  for (const directive of directives) {
    const name = directive.name.value;
    if (name !== 'skip' && name !== 'include') continue;
    const expected = name === 'include';
    const value = argumentOf(directive, 'if');
    if (value?.kind === Kind.VARIABLE) conditions.push({ variable: value.name.value, expected });
    else if (value?.kind === Kind.BOOLEAN && value.value !== expected) return undefined;
  }
  return conditions;
}

/** Do all conditions hold? */
export function hold(conditions: readonly Condition[], variables: Readonly<JsonObject>): boolean {
  for (const { variable, expected } of conditions) {
    if ((variables[variable] === true) !== expected) return false;
  }
  return true;
}
