import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit';
import type { Insight, InsightReport } from '../insight/insight.js';
import type { PlanWish } from '../insight/insight.types.js';
import { asking, type Extensions, withoutInsight } from '../insight/read-extensions.js';
import { operationMeant } from './operation.js';
import { type EventTransport, subscribe } from './subscribe.js';
import { type Tap, tapped } from './tap.js';

export interface FetcherOptions {
  /** Absolute. */
  readonly url: string;
  readonly insight: Pick<Insight, 'begin'>;
  /** Asked for each operation. */
  readonly settings: () => { readonly eventsBy: EventTransport; readonly plan: PlanWish };
  readonly fetch: typeof window.fetch;
}

/** One answer, or a first part and what was deferred, in the form that the editor puts together. */
const ACCEPT = 'application/json, multipart/mixed;deferSpec=20220824';

/** Carries what the editor runs to the router, and keeps what it tells of it beside the data. */
export function createFetcher({ url, insight, settings, fetch }: FetcherOptions): Fetcher {
  const overHttp = createGraphiQLFetcher({ url, fetch, headers: { accept: ACCEPT } });

  const run: (...given: Parameters<Fetcher>) => unknown = async (params, options) => {
    // The editor's own question for the schema tells nobody anything.
    if (params.operationName === 'IntrospectionQuery') return overHttp(params, options);
    const { query, variables } = params;
    const { eventsBy, plan } = settings();
    const operation = operationMeant(query, params.operationName);
    const request = {
      query,
      ...(operation.name === undefined ? {} : { operationName: operation.name }),
      variables: variables as Record<string, unknown>,
      extensions: asking(plan),
    };
    const tap = tapOf(insight.begin(operation));
    if (operation.kind === 'subscription') {
      const headers = asStrings(options?.headers);
      return tapped(subscribe(request, { url, headers, by: eventsBy }), tap);
    }
    try {
      const answer = await overHttp(request, options);
      if (isAsyncIterable(answer)) return tapped(answer[Symbol.asyncIterator](), tap);
      const shown = tap.result(answer);
      tap.end();
      return shown;
    } catch (error) {
      tap.end();
      throw error;
    }
  };
  return run as Fetcher;
}

function tapOf(report: InsightReport): Tap {
  const take = (result: unknown): unknown => {
    report.result((result as { extensions?: Extensions } | null)?.extensions);
    return withoutInsight(result);
  };
  return {
    // Of an answer in parts several may come at once.
    result: (result) => (Array.isArray(result) ? result.map(take) : take(result)),
    end: () => report.end(),
  };
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

function asStrings(headers: Record<string, unknown> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
