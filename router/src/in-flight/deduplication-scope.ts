import type { Caller } from '../plugin.js';
import type { AuthenticationPort } from '../policy/authentication.js';

/**
 * Who is answered the same: everything of a caller on which an answer may depend, as a text. `undefined`: nothing of
 * this caller's is shared with anybody.
 */
export type DeduplicationScope<P = unknown> = (caller: Caller<P>) => string | undefined;

/**
 * The scope of hosts that name none: the audience of the principal (anonymous callers are one), the attributes, and the
 * headers that are kept for subgraphs. A principal without an audience, and attributes that JSON does not tell apart,
 * are shared with nobody. Where nobody is authenticated, the only attribute is the address, which is let go.
 */
export function deduplicationScope<P>(
  authentication: Pick<AuthenticationPort<P>, 'audience'> | undefined,
): DeduplicationScope<P> {
  return ({ principal, attributes, clientHeaders = {} }) => {
    const audience = principal === null ? null : authentication?.audience?.(principal);
    if (audience === undefined) return undefined;
    const told = authentication ? attributes : {};
    return isExact(told, NESTING) ? JSON.stringify([audience, told, clientHeaders]) : undefined;
  };
}

/** Deeper values are not compared. */
const NESTING = 8;

/** Does JSON say everything of the value? Not of a date, a function, or what has a class. */
function isExact(value: unknown, levels: number): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object') return typeof value === 'string' || typeof value === 'boolean';
  if (value === null) return true;
  if (levels === 0) return false;
  if (Array.isArray(value)) return value.every((item) => isExact(item, levels - 1));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  return Object.values(value).every((item) => item === undefined || isExact(item, levels - 1));
}
