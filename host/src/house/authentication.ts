import type { PrincipalResolver } from '@nexus/identity';
import type { Principal } from '@nexus/kit/domain';
import { AuthenticationFailed, type AuthenticationPort } from '@nexus/router';

function bearer(value: unknown): string | undefined {
  return typeof value === 'string' ? /^Bearer\s+(\S+)$/i.exec(value)?.[1] : undefined;
}

/** Tells the router who calls: identity's access tokens as bearers, in a header or in WebSocket parameters. */
export function tokenAuthentication(principals: PrincipalResolver): AuthenticationPort<Principal> {
  return {
    async authenticate({ headers, connectionParams, ip }) {
      const given =
        headers.authorization ?? connectionParams?.authorization ?? connectionParams?.Authorization;
      const attributes = { ip };
      if (given === undefined || given === '') return { anonymous: true, attributes };
      const token = bearer(given);
      const principal = token && (await principals.resolve(token));
      if (!principal)
        throw new AuthenticationFailed('The access token is not valid or has expired.');
      return { principal, attributes };
    },
    // What a principal may see hangs on everything in it but the session by which it came.
    audience: ({ sessionId: _, ...principal }) => JSON.stringify(principal),
    stillAllowed: (principal) => principals.stillAllowed(principal),
    onRevoked: (listener) => principals.onRevoked(listener),
  };
}
