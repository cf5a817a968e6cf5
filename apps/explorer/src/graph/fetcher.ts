import type { Fetcher, FetcherParams } from '@graphiql/toolkit';
import { type Nexus, NexusError } from '@nexus/sdk';
import { getOperationAST, parse } from 'graphql';
import type { Live } from '../live/live.js';
import { fill } from '../placeholders/fill.js';
import type { Lookup } from '../placeholders/placeholder.types.js';
import { unknownNames } from '../placeholders/unknown-names.js';
import { asResults, errorResult } from './results.js';

export interface FetcherOptions {
  readonly nexus: Pick<Nexus, 'execute' | 'subscribe'>;
  readonly lookups: readonly Lookup[];
  /** Told what a mutation answered. */
  readonly remember: (data: unknown) => void;
  readonly live: Pick<Live, 'begin'>;
}

/** Carries what the editor runs to the graph, as whoever is signed in. */
export function createFetcher({ nexus, lookups, remember, live }: FetcherOptions): Fetcher {
  async function run(
    { query, variables, operationName }: FetcherParams,
    headers: Record<string, string>,
  ): Promise<unknown> {
    const filled = await fill(variables, lookups);
    if (!filled.ok) return unknownNames(filled.unknown);
    const given = (filled.variables ?? {}) as Record<string, unknown>;
    const { kind, name } = operationIn(query, operationName);
    const how = name ? { operationName: name } : {};
    try {
      if (kind === 'subscription') return follow(query, given, how);
      const result = await nexus.execute(query, given, { ...how, headers });
      if (kind === 'mutation') remember(result.data);
      return result;
    } catch (error) {
      if (error instanceof NexusError) return errorResult(error);
      throw error;
    }
  }

  function follow(
    query: string,
    variables: Record<string, unknown>,
    how: { operationName?: string },
  ): unknown {
    const report = live.begin(how.operationName ?? 'Subscription');
    try {
      const stream = nexus.subscribe(query, variables, { ...how, onState: report.state });
      return asResults(stream, report);
    } catch (error) {
      report.end('ended');
      throw error;
    }
  }

  // The editor's type wants GraphQL.js' own error objects; it only prints them, as they came.
  return (request, options) => run(request, lowerCased(options?.headers)) as ReturnType<Fetcher>;
}

/**
 * The operation that is meant. Where a document holds one alone, it is that one: for a moment after
 * a change of tabs the editor still names the former tab's. Without a kind for what does not parse:
 * the client says what is wrong with it.
 */
function operationIn(
  query: string,
  wanted: string | null | undefined,
): { readonly kind?: string; readonly name?: string | null | undefined } {
  try {
    const document = parse(query);
    const operation = getOperationAST(document, wanted) ?? getOperationAST(document);
    return operation
      ? { kind: operation.operation, name: operation.name?.value }
      : { name: wanted };
  } catch {
    return { name: wanted };
  }
}

/** Headers from the editor replace the client's own of the same name, however they are spelt. */
function lowerCased(headers: Record<string, unknown> = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
}
