import { GraphQLError } from 'graphql';
import { textFault } from './text.js';

/**
 * Checks every string of the variables once, at the edge, and that they neither nest nor go on without end.
 * The error names the variable's path.
 */
export function checkVariables(
  variables: Readonly<Record<string, unknown>> | null | undefined,
  { depth, listItems }: VariableLimits,
): GraphQLError | undefined {
  if (!variables) return undefined;
  const fault = findFault(variables, [], depth, listItems);
  if (!fault) return undefined;
  const where = fault.path.map((key, index) => (index === 0 ? `$${key}` : String(key))).join('.');
  return new GraphQLError(`Variable "${printable(where)}" ${fault.what}.`, {
    extensions: {
      code: 'BAD_USER_INPUT',
      variable: fault.path.map((key) => printable(`${key}`)),
      ...fault.extensions,
    },
  });
}

export interface VariableLimits {
  /** Nesting of values. */
  readonly depth: number;
  /** Items of one list. */
  readonly listItems: number;
}

interface Fault {
  readonly path: readonly (string | number)[];
  readonly what: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

function findFault(
  value: unknown,
  path: readonly (string | number)[],
  depthLeft: number,
  listItems: number,
): Fault | undefined {
  if (typeof value === 'string') {
    const fault = textFault(value);
    return fault === undefined ? undefined : { path, what: `contains ${fault}` };
  }
  if (typeof value !== 'object' || value === null) return undefined;
  if (depthLeft === 0) return { path: path.slice(0, 3), what: 'is nested too deeply' };
  if (Array.isArray(value)) {
    if (value.length > listItems) {
      const extensions = { code: 'LIST_TOO_LONG', limit: listItems, actual: value.length };
      return { path, what: `has more than ${listItems} items`, extensions };
    }
    for (let index = 0; index < value.length; index++) {
      const item: unknown = value[index];
      if (typeof item !== 'string' && typeof item !== 'object') continue;
      const fault = findFault(item, [...path, index], depthLeft - 1, listItems);
      if (fault) return fault;
    }
    return undefined;
  }
  for (const [key, item] of Object.entries(value)) {
    const keyFault = textFault(key);
    if (keyFault !== undefined) return { path: [...path, key], what: `has a key with ${keyFault}` };
    if (typeof item !== 'string' && typeof item !== 'object') continue;
    const fault = findFault(item, [...path, key], depthLeft - 1, listItems);
    if (fault) return fault;
  }
  return undefined;
}

/** What is wrong with a name must not travel back inside the message about it. */
function printable(text: string): string {
  return text.replaceAll('\0', '\uFFFD').replaceAll(/\p{Surrogate}/gu, '\uFFFD');
}
