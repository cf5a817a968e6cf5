import { NexusError } from '@nexus/sdk';
import { CombinedError, type Exchange, type OperationResult } from '@urql/core';
import { map, pipe } from 'wonka';
import type { Finding } from '../i18n/sentence-of.js';

type Say = (finding: Finding) => string;

/**
 * Has what the graph refuses, warns of or fails with said in the reader's language, wherever a screen shows it:
 * each `message` of a payload and of a fault is replaced, everything else stays.
 */
export function spokenExchange(say: Say): Exchange {
  return ({ forward }) =>
    (operations$) =>
      pipe(
        forward(operations$),
        map((result) => spoken(result, say)),
      );
}

function spoken(result: OperationResult, say: Say): OperationResult {
  const { operation, data, error } = result;
  return {
    ...result,
    ...(operation.kind === 'mutation' && data && { data: payloadsIn(data, say) }),
    ...(error && { error: faultIn(error, say) }),
  };
}

function payloadsIn(data: object, say: Say): object {
  return Object.fromEntries(
    Object.entries(data).map(([field, payload]) => [field, payloadIn(payload, say)]),
  );
}

function payloadIn(payload: unknown, say: Say): unknown {
  if (typeof payload !== 'object' || payload === null) return payload;
  const { errors, warnings } = payload as { errors?: unknown; warnings?: unknown };
  return {
    ...payload,
    ...(Array.isArray(errors) && { errors: errors.map((one) => inWords(one, say)) }),
    ...(Array.isArray(warnings) && { warnings: warnings.map((one) => inWords(one, say)) }),
  };
}

const inWords = (finding: Finding, say: Say) => ({ ...finding, message: say(finding) });

function faultIn({ networkError, graphQLErrors, response }: CombinedError, say: Say) {
  return new CombinedError({
    response,
    networkError: networkError instanceof NexusError ? nexusFault(networkError, say) : networkError,
    graphQLErrors: graphQLErrors.map(({ message, extensions, path }) => ({
      message: say({ message, code: String(extensions.code ?? '') }),
      extensions,
      path,
    })),
  });
}

function nexusFault(error: NexusError, say: Say): NexusError {
  const { code, status, requestId, errors, data, retryAfterMs } = error;
  return new NexusError(code, say(error), {
    ...{ status, requestId, errors, data, retryAfterMs },
    cause: error,
  });
}
