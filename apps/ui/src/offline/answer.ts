import { NexusError, type UserError } from '@nexus/sdk';
import type { OperationResult } from '@urql/core';
import { GraphFault } from '../graph/graph-fault.js';

/** The network or the server was not there for it: to be sent again, later. */
const PASSING_CODES = new Set(['NETWORK_ERROR', 'TIMEOUT']);
const PASSING_STATUSES = new Set([429, 502, 503, 504]);

/** Whether what came is no answer at all, so that the same has to be sent again. */
export function isUnanswered({ error }: OperationResult): boolean {
  const cause = error?.networkError;
  if (!(cause instanceof NexusError)) return false;
  return PASSING_CODES.has(cause.code) || PASSING_STATUSES.has(cause.status ?? 0);
}

/** Why the graph did not do it: the rules of its payload, or the fault; empty where it did. */
export function refusalsIn({
  data,
  error,
}: OperationResult): readonly Pick<UserError, 'message'>[] {
  if (error) return [{ message: GraphFault.of(error).message }];
  const [payload] = Object.values((data ?? {}) as object);
  return (payload as { readonly errors?: readonly UserError[] } | null)?.errors ?? [];
}
