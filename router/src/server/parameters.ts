import type { FastifyRequest } from 'fastify';

type JsonMap = Record<string, unknown>;

/** Parameters of the right types, or a sentence about the first wrong one. */
export type Parameters =
  | {
      readonly ok: true;
      readonly query: string;
      readonly variables: JsonMap | undefined;
      readonly operationName: string | undefined;
      readonly extensions: JsonMap | undefined;
    }
  | { readonly ok: false; readonly reason: string };

/** The parameters of a GraphQL request: from the query string of a GET, or the JSON body of a POST. */
export function requestParameters(request: FastifyRequest): Parameters {
  if (request.method !== 'GET') return checkParameters(request.body);
  const { variables, extensions, ...rest } = request.query as JsonMap;
  return checkParameters({
    ...rest,
    variables: parseJson(variables),
    extensions: parseJson(extensions),
  });
}

/** The parameters of one operation, as they came and not yet believed. */
export function checkParameters(source: unknown): Parameters {
  const { query, operationName, variables, extensions } = isMap(source) ? source : {};
  if (typeof query !== 'string' || query === '') {
    return { ok: false, reason: 'GraphQL operations must contain a non-empty `query`.' };
  }
  if (operationName != null && typeof operationName !== 'string') {
    return { ok: false, reason: '`operationName` must be a string.' };
  }
  if (variables != null && !isMap(variables)) {
    return { ok: false, reason: '`variables` must be an object.' };
  }
  if (extensions != null && !isMap(extensions)) {
    return { ok: false, reason: '`extensions` must be an object.' };
  }
  return {
    ok: true,
    query,
    variables: variables ?? undefined,
    operationName: operationName || undefined,
    extensions: extensions ?? undefined,
  };
}

function isMap(value: unknown): value is JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseJson(text: unknown): unknown {
  if (text === undefined || text === '') return undefined;
  try {
    return JSON.parse(String(text));
  } catch {
    return text;
  }
}
