import { GraphQLError } from 'graphql';
import { holdsScope, type Principal } from '../domain/index.js';

/** What a field asks of its caller: nothing, a sign-in, or a scope. */
export type Access = 'anonymous' | 'authenticated' | { readonly scope: string };

/** Throws UNAUTHENTICATED or FORBIDDEN. Row rules are the policy's matter. */
export function requireAccess(access: Access, principal: Principal): void {
  if (access === 'anonymous') return;
  if (principal.type === 'anonymous') {
    throw new GraphQLError('Sign in to see this.', { extensions: { code: 'UNAUTHENTICATED' } });
  }
  if (access !== 'authenticated' && !holdsScope(principal, access.scope)) {
    throw new GraphQLError('You may not do this.', {
      extensions: { code: 'FORBIDDEN', requiredScope: access.scope },
    });
  }
}
