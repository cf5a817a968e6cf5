import type { FastifyRequest } from 'fastify';

/** The parameters of a GraphQL request as they came, not yet believed. */
export interface RawParameters {
  readonly query: unknown;
  readonly variables: unknown;
  readonly operationName: unknown;
}

/** Parameters of the right types, or a sentence about the first wrong one. */
export type Parameters =
  | {
      readonly ok: true;
      readonly query: string;
      readonly variables: Record<string, unknown> | undefined;
      readonly operationName: string | undefined;
    }
  | { readonly ok: false; readonly reason: string };

/** From the JSON body of a POST, or the query string of a GET. */
export function readParameters(request: FastifyRequest): RawParameters {
  const source = request.method === 'GET' ? request.query : request.body;
  if (typeof source !== 'object' || source === null || Array.isArray(source)) {
    return { query: undefined, variables: undefined, operationName: undefined };
  }
  const { query, variables, operationName } = source as Partial<RawParameters>;
  return { query, variables, operationName };
}

export function checkParameters(request: FastifyRequest): Parameters {
  const { query, variables, operationName } = readParameters(request);
  if (typeof query !== 'string' || query === '') {
    return { ok: false, reason: 'GraphQL operations must contain a non-empty `query`.' };
  }
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string') {
    return { ok: false, reason: '`operationName` must be a string.' };
  }
  const given = request.method === 'GET' ? parseJson(variables) : (variables ?? undefined);
  if (
    given !== undefined &&
    (typeof given !== 'object' || given === null || Array.isArray(given))
  ) {
    return { ok: false, reason: '`variables` must be an object.' };
  }
  return {
    ok: true,
    query,
    variables: given as Record<string, unknown> | undefined,
    operationName: operationName || undefined,
  };
}

function parseJson(text: unknown): unknown {
  if (text === undefined || text === '') return undefined;
  try {
    return JSON.parse(String(text)) ?? undefined;
  } catch {
    return String(text);
  }
}
