import { execute, type GraphQLSchema, subscribe } from 'graphql';
import type { InProcessFunctions } from '../../dist/index.js';

/** A schema as a subgraph in the router's process. By this folder's graphql-js, which made the schema; it is not the router's. */
export function asFunctions<P>(schema: GraphQLSchema): InProcessFunctions<P> {
  return {
    execute: ({ document, variables }) =>
      execute({ schema, document, variableValues: variables }) as ReturnType<
        InProcessFunctions<P>['execute']
      >,
    subscribe: ({ document, variables }) =>
      subscribe({ schema, document, variableValues: variables }) as ReturnType<
        NonNullable<InProcessFunctions<P>['subscribe']>
      >,
  };
}
