import { type DocumentNode, Kind, visit } from 'graphql';
import type { Assignment } from './selected.js';

/** Up to so many variables every combination is looked at. */
const EXHAUSTIVE = 5;
/** Else so many at most: none on, all on, each alone on, each alone off. */
const SAMPLES = 64;

/** Variables on which `@skip` and `@include` of a document depend, in order of appearance. */
export function conditionVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ name, arguments: args }) => {
      if (name.value !== 'skip' && name.value !== 'include') return;
      const value = args?.find((node) => node.name.value === 'if')?.value;
      if (value?.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

/** Values of condition variables for which a plan is checked. */
export function assignmentsOf(variables: readonly string[]): Assignment[] {
  if (variables.length <= EXHAUSTIVE) {
    return Array.from({ length: 2 ** variables.length }, (_, bits) =>
      assign(variables, (index) => ((bits >> index) & 1) === 1),
    );
  }
  return [
    assign(variables, () => false),
    assign(variables, () => true),
    ...variables.map((_, alone) => assign(variables, (index) => index === alone)),
    ...variables.map((_, alone) => assign(variables, (index) => index !== alone)),
  ].slice(0, SAMPLES);
}

function assign(variables: readonly string[], valueAt: (index: number) => boolean): Assignment {
  return new Map(variables.map((name, index) => [name, valueAt(index)]));
}
