import type { GraphError } from '../nexus-error.js';

const CODES = new Set(['UNAUTHENTICATED', 'SESSION_EXPIRED', 'TOKEN_EXPIRED']);

/** Do these errors say that the access token is no longer good? */
export function isRefusedToken(errors: readonly GraphError[] | undefined): boolean {
  return errors?.some(({ extensions }) => CODES.has(extensions?.code ?? '')) ?? false;
}
