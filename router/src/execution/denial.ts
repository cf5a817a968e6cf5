import type { GraphQLError } from 'graphql';
import type { ResponsePath } from './entities.js';

/** A field is withheld: what stands in the errors of an answer that has null in its place. */
export interface Denial {
  error(principal: unknown, path: ResponsePath): GraphQLError;
}
