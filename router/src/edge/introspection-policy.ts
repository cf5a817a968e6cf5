import { GraphQLError } from 'graphql';
import type { RouterConfig } from '../config.js';
import type { Caller } from '../plugin.js';

type Introspection<P> = RouterConfig<P>['introspection'];

/** Whom the configuration lets ask for the schema. */
export function introspectionPolicy<P>(
  introspection: Introspection<P> = true,
): (caller: Caller<P>) => boolean | Promise<boolean> {
  return typeof introspection === 'function' ? introspection : () => introspection;
}

/** Are suggestions shown? A schema that everybody may read has nothing to hide in them. */
export function showsSuggestions<P>({
  introspection = true,
  suggestions = introspection === true,
}: Pick<RouterConfig<P>, 'introspection' | 'suggestions'>): boolean {
  return suggestions;
}

export function introspectionDisabled(): GraphQLError {
  return new GraphQLError(
    'Introspection is not allowed: `__schema` and `__type` are not answered.',
    {
      extensions: { code: 'INTROSPECTION_DISABLED' },
    },
  );
}
