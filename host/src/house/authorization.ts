import { holdsScope, type Principal } from '@nexus/kit/domain';
import type { AuthorizationPort } from '@nexus/router';
import { GraphQLError } from 'graphql';

function isSignedIn(principal: Principal | null): principal is Principal {
  return principal !== null && principal.type !== 'anonymous';
}

/**
 * What the router refuses before a subgraph is asked, in the subgraphs' own words: they enforce the same rights again,
 * and a client cannot tell who refused.
 */
export const schemaRights: AuthorizationPort<Principal> = {
  isAuthenticated: isSignedIn,
  scopes: (principal) => ({
    has: (scope) => isSignedIn(principal) && holdsScope(principal, scope),
  }),
  denied(_coordinate, requirement, principal) {
    if (!isSignedIn(principal)) {
      return new GraphQLError('Sign in to see this.', { extensions: { code: 'UNAUTHENTICATED' } });
    }
    const requiredScope =
      requirement.kind === 'scopes' ? requirement.anyOf[0]?.join(' ') : undefined;
    return new GraphQLError('You may not do this.', {
      extensions: { code: 'FORBIDDEN', ...(requiredScope !== undefined && { requiredScope }) },
    });
  },
};
