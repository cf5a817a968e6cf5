import type { GraphQLError } from 'graphql';
import type { Caller } from '../plugin.js';
import type { Requirement } from './requirement.js';

/**
 * What the host says about callers when the router enforces `@authenticated`, `@requiresScopes` and `@policy`.
 * Everything has a default; each function is called at most once per requirement or operation, before planning.
 */
export interface AuthorizationPort<P = unknown> {
  /** Fulfils the caller `@authenticated`? Default: the principal is not null. */
  isAuthenticated?(principal: P | null): boolean;
  /**
   * The caller's scopes; only `has` is asked. Default: `principal.scopes` (a list), else `principal.scope` (separated by
   * spaces, RFC 8693 4.2), else none.
   */
  scopes?(principal: P | null): Pick<ReadonlySet<string>, 'has'>;
  /**
   * Which of these policies the caller fulfils. Asked once per operation, with every policy that its fields name; of a
   * subscription, when it begins. One that throws fails the operation. Default: none.
   */
  policies?(names: readonly string[], caller: Caller<P>): Promise<ReadonlySet<string>>;
  /** Milliseconds that `policies` may take; beyond them the operation fails. Default 10,000. */
  policiesTimeoutMs?: number;
  /** `filter` (default): denied fields are null. `reject`: the operation is not run, HTTP 403 (401 for anonymous callers). */
  onDenied?: 'filter' | 'reject';
  /** Denies nothing, and logs what would be denied; default false. */
  dryRun?: boolean;
  /**
   * Where denied fields of a filtered answer are told: in `errors` (default), in `extensions.authorizationErrors`, or
   * nowhere. A refused operation always says why.
   */
  errors?: 'errors' | 'extensions' | 'none';
  /** The error of one denied field, `Type.field`. Default: code `UNAUTHORIZED_FIELD_OR_TYPE`. Its path is set by the router. */
  denied?(coordinate: string, requirement: Requirement, principal: P | null): GraphQLError;
}
