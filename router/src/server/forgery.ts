import type { FastifyRequest } from 'fastify';

/** Any of them makes a browser ask the server (a preflight) before it sends a request to a foreign origin. */
const PREFLIGHT_HEADERS = [
  'apollo-require-preflight',
  'x-apollo-operation-name',
  'graphql-require-preflight',
] as const;

const SIMPLE_TYPES = [
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'text/plain',
] as const;

/**
 * Could a page of a foreign origin have sent this, with its visitor's cookies and without asking first? Browsers send
 * GETs and bodies of form types so (the Fetch standard's "simple" requests).
 */
export function isForgeable({ headers }: FastifyRequest): boolean {
  if (PREFLIGHT_HEADERS.some((name) => headers[name])) return false;
  const [type = ''] = (headers['content-type'] ?? '').split(';', 1);
  const name = type.trim().toLowerCase();
  return name === '' || SIMPLE_TYPES.some((simple) => simple === name);
}

export const FORGEABLE =
  'A page of a foreign origin could have sent this request. Send a header `apollo-require-preflight: 1`, or a POST of `application/json`.';
