import type { DocumentNode } from 'graphql';
import type { SubgraphRequest } from './transport.js';

/** Everything before the variables, by document: each run of one plan says the same. */
const beginnings = new WeakMap<DocumentNode, string>();

/** The body by which GraphQL over HTTP asks for `request`. */
export function requestBody(request: SubgraphRequest): string {
  let beginning = beginnings.get(request.document);
  if (beginning === undefined) {
    const { query, operationName } = request;
    const whole = JSON.stringify({ query, ...(operationName && { operationName }) });
    beginning = `${whole.slice(0, -1)},"variables":`;
    beginnings.set(request.document, beginning);
  }
  return `${beginning}${request.variablesText ?? JSON.stringify(request.variables)}}`;
}
