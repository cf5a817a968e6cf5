import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { SubgraphRequest } from '../transport/transport.js';
import type { Part } from './part.js';

/** The same request for some of its parts: representations of the others are left out. */
export function reducedRequest(
  request: SubgraphRequest,
  all: readonly Part[],
  asked: readonly Part[],
): SubgraphRequest {
  if (asked.length === all.length) return request;
  const variables: Record<string, unknown> = { ...request.variables };
  for (const { place } of all) if (place) variables[place.list.variable] = [];
  for (const { place } of asked) {
    if (!place) continue;
    const { variable } = place.list;
    const whole = request.variables[variable] as readonly unknown[];
    (variables[variable] as unknown[]).push(whole[place.index]);
  }
  return { ...request, variables, variablesText: undefined };
}

/** Entities of the answer to a reduced request, in the order of its parts. `undefined`: it holds no such list. */
export function answeredParts(
  data: Readonly<Record<string, unknown>> | null | undefined,
  asked: readonly Part[],
): unknown[] {
  const taken = new Map<string, number>();
  return asked.map(({ place }) => {
    if (!place) return data;
    const { responseKey } = place.list;
    const position = taken.get(responseKey) ?? 0;
    taken.set(responseKey, position + 1);
    const list = data?.[responseKey];
    return Array.isArray(list) ? list[position] : undefined;
  });
}

/** An error of the answer to a reduced request, at its place in the whole; one without is the first part's. */
export function replacedError(
  error: GraphQLError | GraphQLFormattedError,
  asked: readonly Part[],
): GraphQLError | GraphQLFormattedError {
  const [key, position, ...rest] = error.path ?? [];
  const ofList = asked.filter(({ place }) => place?.list.responseKey === key);
  const part = (typeof position === 'number' ? ofList[position] : undefined) ?? asked[0];
  if (!part?.place) return error;
  const path = [part.place.list.responseKey, part.place.index, ...rest];
  if (!(error instanceof GraphQLError)) return { ...error, path };
  const { message, extensions } = error;
  return new GraphQLError(message, {
    path,
    extensions,
    originalError: error.originalError ?? error,
  });
}
