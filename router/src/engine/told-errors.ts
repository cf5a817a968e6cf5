import type { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { AccessDenied } from '../authorization/access-denied.js';
import { clientErrors } from '../observability/client-errors.js';
import type { Graph } from './graph.js';

/** What an answer tells of its errors; neither key is there without any. */
export interface ToldErrors {
  readonly errors?: readonly GraphQLError[];
  readonly extensions?: { readonly authorizationErrors: readonly GraphQLError[] };
}

const NOTHING: ToldErrors = {};

/** An answer's errors as its client sees them: faults masked, denials where the host wants them told. */
export function toldErrors(
  errors: readonly GraphQLError[],
  { access }: Graph,
  requestId: string,
  log: Logger,
): ToldErrors {
  if (errors.length === 0) return NOTHING;
  const place = access?.errorPlace ?? 'errors';
  if (place === 'errors') return { errors: clientErrors(errors, requestId, log) };
  const denials = errors.filter((error) => error instanceof AccessDenied);
  const others = errors.filter((error) => !(error instanceof AccessDenied));
  const authorizationErrors = clientErrors(denials, requestId, log);
  return {
    ...(others.length > 0 && { errors: clientErrors(others, requestId, log) }),
    ...(place === 'extensions' && denials.length > 0 && { extensions: { authorizationErrors } }),
  };
}
