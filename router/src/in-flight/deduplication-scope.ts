import type { Caller } from '../plugin.js';
import type { AuthenticationPort } from '../policy/authentication.js';
import { stableText } from '../support/stable-text.js';

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
    const told = authentication ? stableText(attributes) : '';
    return told === undefined ? undefined : JSON.stringify([audience, told, clientHeaders]);
  };
}
