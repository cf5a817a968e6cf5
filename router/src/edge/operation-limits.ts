import { GraphQLError } from 'graphql';
import type { OperationSize } from './operation-size.js';

type Limited = Exclude<keyof OperationSize, 'introspects' | 'depth'> | 'operationDepth';
/** The part of `RouterLimits` that bounds operations. */
export type OperationLimits = Readonly<Record<Limited, number>>;

interface Bound {
  readonly limit: Limited;
  readonly measure: Exclude<keyof OperationSize, 'introspects'>;
  readonly code: string;
  readonly message: (limit: number) => string;
}

const BOUNDS: readonly Bound[] = [
  {
    limit: 'operationDepth',
    measure: 'depth',
    code: 'OPERATION_TOO_DEEP',
    message: (limit) => `Fields nest deeper than ${limit} levels.`,
  },
  {
    limit: 'height',
    measure: 'height',
    code: 'TOO_MANY_FIELDS',
    message: (limit) => `The operation has more than ${limit} fields.`,
  },
  {
    limit: 'rootFields',
    measure: 'rootFields',
    code: 'TOO_MANY_ROOT_FIELDS',
    message: (limit) => `The operation has more than ${limit} fields at its root.`,
  },
  {
    limit: 'aliases',
    measure: 'aliases',
    code: 'TOO_MANY_ALIASES',
    message: (limit) => `The operation has more than ${limit} aliases.`,
  },
  {
    limit: 'directives',
    measure: 'directives',
    code: 'TOO_MANY_DIRECTIVES',
    message: (limit) => `The operation applies more than ${limit} directives.`,
  },
  {
    limit: 'deferredFragments',
    measure: 'deferredFragments',
    code: 'TOO_MANY_DEFERRED_FRAGMENTS',
    message: (limit) => `The operation defers more than ${limit} fragments.`,
  },
  {
    limit: 'listItems',
    measure: 'listItems',
    code: 'LIST_TOO_LONG',
    message: (limit) => `A list of the document has more than ${limit} items.`,
  },
];

/** One error per limit that an operation exceeds, with `extensions.limit` and `extensions.actual`. */
export function checkSize(size: OperationSize, limits: OperationLimits): readonly GraphQLError[] {
  return BOUNDS.filter(({ limit, measure }) => size[measure] > limits[limit]).map(
    ({ limit, measure, code, message }) =>
      beyondLimit(message(limits[limit]), code, limits[limit], size[measure]),
  );
}

/** JSON knows no infinity, which nested fragments reach soon. */
export function beyondLimit(
  message: string,
  code: string,
  limit: number,
  actual: number,
): GraphQLError {
  const extensions = { code, limit, actual: Math.min(actual, Number.MAX_SAFE_INTEGER) };
  return new GraphQLError(message, { extensions });
}
