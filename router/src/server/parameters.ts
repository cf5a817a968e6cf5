import type { FastifyRequest } from 'fastify';
import { isObject, type JsonObject } from '../execution/json.js';

/** Parameters of the right types, or a sentence about the first wrong one. */
export type Parameters =
  | {
      readonly ok: true;
      /** Absent where `documentId` or `extensions.persistedQuery` names the operation. */
      readonly query: string | undefined;
      readonly documentId: string | undefined;
      readonly variables: JsonObject | undefined;
      readonly operationName: string | undefined;
      readonly extensions: JsonObject | undefined;
    }
  | { readonly ok: false; readonly reason: string };

/** The parameters of a GraphQL request: from the query string of a GET, or the JSON body of a POST. */
export function requestParameters(request: FastifyRequest): Parameters {
  if (request.method !== 'GET') return checkParameters(request.body);
  const { variables, extensions, ...rest } = request.query as JsonObject;
  return checkParameters({
    ...rest,
    variables: parseJson(variables),
    extensions: parseJson(extensions),
  });
}

/** The parameters of one operation, as they came and not yet believed. */
export function checkParameters(source: unknown): Parameters {
  const { query, documentId, operationName, variables, extensions } = isObject(source)
    ? source
    : {};
  const named = documentId != null || (isObject(extensions) && extensions.persistedQuery != null);
  if (query == null || query === '' ? !named : typeof query !== 'string') {
    return { ok: false, reason: 'GraphQL operations must contain a non-empty `query`.' };
  }
  if (documentId != null && typeof documentId !== 'string') {
    return { ok: false, reason: '`documentId` must be a string.' };
  }
  if (operationName != null && typeof operationName !== 'string') {
    return { ok: false, reason: '`operationName` must be a string.' };
  }
  if (variables != null && !isObject(variables)) {
    return { ok: false, reason: '`variables` must be an object.' };
  }
  if (extensions != null && !isObject(extensions)) {
    return { ok: false, reason: '`extensions` must be an object.' };
  }
  return {
    ok: true,
    query: (query as string | null | undefined) || undefined,
    documentId: documentId ?? undefined,
    variables: variables ?? undefined,
    operationName: operationName || undefined,
    extensions: extensions ?? undefined,
  };
}

function parseJson(text: unknown): unknown {
  if (text === undefined || text === '') return undefined;
  try {
    return JSON.parse(String(text));
  } catch {
    return text;
  }
}
