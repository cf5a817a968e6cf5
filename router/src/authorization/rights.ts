import type { Caller } from '../plugin.js';
import { within } from '../support/within.js';
import { satisfies } from './alternatives.js';
import type { AuthorizationPort } from './port.js';
import type { Requirement } from './requirement.js';

const POLICIES_TIMEOUT_MS = 10_000;

/**
 * Those of `requirements` that the caller does not fulfil. Rejects with what the port's `policies` throws, and with a
 * RangeError where it takes too long.
 */
export async function unmetRequirements<P>(
  requirements: readonly Requirement[],
  port: AuthorizationPort<P>,
  caller: Caller<P>,
): Promise<ReadonlySet<Requirement>> {
  const { principal } = caller;
  const named = requirements.flatMap((one) => (one.kind === 'policies' ? one.anyOf.flat() : []));
  const policies = named.length > 0 ? await fulfilled([...new Set(named)], port, caller) : NONE;
  const scopes = port.scopes?.(principal) ?? claimedScopes(principal);
  const isMet = (requirement: Requirement): boolean => {
    switch (requirement.kind) {
      case 'authenticated':
        return port.isAuthenticated?.(principal) ?? principal !== null;
      case 'scopes':
        return satisfies(scopes, requirement.anyOf);
      case 'policies':
        return satisfies(policies, requirement.anyOf);
      default:
        return requirement satisfies never;
    }
  };
  return new Set(requirements.filter((requirement) => !isMet(requirement)));
}

const NONE: ReadonlySet<string> = new Set();

async function fulfilled<P>(
  names: readonly string[],
  port: AuthorizationPort<P>,
  caller: Caller<P>,
): Promise<ReadonlySet<string>> {
  if (!port.policies) return NONE;
  const { policiesTimeoutMs: limit = POLICIES_TIMEOUT_MS } = port;
  return within(limit, port.policies(names, caller), `No word on policies within ${limit} ms.`);
}

/** `scopes` as a list, or `scope` as one text (RFC 8693 4.2), of whatever the principal is. */
function claimedScopes(principal: unknown): ReadonlySet<string> {
  if (typeof principal !== 'object' || principal === null) return new Set();
  const { scopes, scope } = principal as { scopes?: unknown; scope?: unknown };
  if (scopes instanceof Set) return scopes;
  if (Array.isArray(scopes)) return new Set(scopes);
  return new Set(typeof scope === 'string' ? scope.split(' ') : []);
}
