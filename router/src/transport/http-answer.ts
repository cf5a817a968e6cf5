import { isObject } from '../execution/json.js';
import type { HttpAnswer } from './http-exchange.js';
import { type SubgraphResult, SubgraphUnavailable } from './transport.js';

/**
 * Reads a GraphQL answer out of an HTTP one, whatever its status says.
 * @throws SubgraphUnavailable where there is none
 */
export function readAnswer(
  subgraph: string,
  { statusCode, contentType, text, headers }: HttpAnswer,
): SubgraphResult {
  if (!contentType.includes('json')) {
    throw new SubgraphUnavailable(
      subgraph,
      `HTTP ${statusCode} with content type "${contentType}"`,
    );
  }
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch (cause) {
    throw new SubgraphUnavailable(subgraph, `HTTP ${statusCode} with broken JSON`, { cause });
  }
  if (!isAnswer(answer)) {
    throw new SubgraphUnavailable(subgraph, `HTTP ${statusCode} without data or errors`);
  }
  // Whatever a body says there: headers come from HTTP alone.
  return { ...answer, headers };
}

/** Has it the shape of a result of GraphQL? */
export function isAnswer(value: unknown): value is SubgraphResult {
  if (!isObject(value)) return false;
  const { data, errors } = value;
  if (errors !== undefined && !Array.isArray(errors)) return false;
  return errors !== undefined ? true : typeof data === 'object' && !Array.isArray(data);
}
