import {
  type Context,
  context,
  type Link,
  ROOT_CONTEXT,
  type Span,
  type SpanContext,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import type { OperationRecord } from '../observability/operation-record.js';
import type { Caller, RouterPlugin } from '../plugin.js';
import { markErrors } from './span-errors.js';
import { readTraceContext } from './trace-context.js';
import { tracedTransport } from './traced-transport.js';

export interface OpenTelemetryOptions<P = unknown> {
  /**
   * Whose `traceparent` is continued. A trace of anybody else begins here and is linked to theirs, so that strangers
   * decide neither what is sampled nor what belongs together. Default false.
   */
  readonly trustClients?: boolean | ((caller: Caller<P>) => boolean);
  /** Put the text of documents into spans: what clients wrote, literals included, but no variables. Default false. */
  readonly documents?: boolean;
  /** Name spans `query Name` instead of `query`; anybody may make up names. Default false. */
  readonly namedSpans?: boolean;
  /** Default: that of the SDK that the host registered. */
  readonly tracer?: Tracer;
}

interface TracedOperation {
  readonly span: Span;
  readonly within: Context;
  ran: boolean;
}

/**
 * Traces of operations, planning, calls of subgraphs and events, through the API of OpenTelemetry: what becomes of
 * them, and which are sampled, is the SDK's. Put it first among the plugins.
 */
export function openTelemetry<P = unknown>(options: OpenTelemetryOptions<P> = {}): RouterPlugin<P> {
  const { trustClients = false, documents = false, namedSpans = false } = options;
  const tracer = options.tracer ?? trace.getTracer('@nexus/router');
  const trusts = typeof trustClients === 'function' ? trustClients : () => trustClients;
  const underWay = new WeakMap<OperationRecord, TracedOperation>();
  /** Of operations that are over, too: a subscription's is when its events come. */
  const contexts = new WeakMap<OperationRecord, Context>();

  const start = (
    record: OperationRecord,
    caller: Caller<P>,
    said: { traceparent?: unknown; tracestate?: unknown },
    attributes: Record<string, string> = {},
  ): TracedOperation => {
    const remote = readTraceContext(said.traceparent, said.tracestate);
    const [parent, links] = origin(remote, () => trusts(caller));
    const { client } = record.arrival;
    const { name, kind } = record.operation ?? {};
    const span = tracer.startSpan(
      kind ? (namedSpans && name ? `${kind} ${name}` : kind) : 'GraphQL Operation',
      {
        kind: SpanKind.SERVER,
        startTime: performance.timeOrigin + record.began,
        links,
        attributes: {
          ...(kind && { 'graphql.operation.type': kind }),
          ...(name && { 'graphql.operation.name': name }),
          ...(record.hash && { 'graphql.document.hash': record.hash }),
          ...(client && { 'graphql.client.name': client }),
          'nexus.request.id': caller.requestId,
          ...attributes,
        },
      },
      parent,
    );
    const { traceId } = span.spanContext();
    if (trace.isSpanContextValid(span.spanContext())) record.traceId = traceId;
    const traced = { span, within: trace.setSpan(parent, span), ran: false };
    underWay.set(record, traced);
    contexts.set(record, traced.within);
    return traced;
  };

  const end = (record: OperationRecord, { span }: TracedOperation): void => {
    underWay.delete(record);
    span.end();
  };

  return {
    name: 'open-telemetry',
    wrapTransport: (_subgraph, transport) =>
      tracedTransport(transport, {
        tracer,
        documents,
        contextOf: (record) => (record && contexts.get(record)) ?? context.active(),
      }),
    onOperation({ caller, transport, extensions, document }) {
      const { record } = caller;
      if (!record) return undefined;
      const said = 'traceparent' in extensions ? extensions : record.arrival;
      start(record, caller, said, {
        'nexus.transport': transport,
        ...(documents && { 'graphql.document': document.loc?.source.body ?? '' }),
      });
      return undefined;
    },
    onPlan({ caller, operation }) {
      const { record } = caller;
      const traced = record && underWay.get(record);
      if (!traced) return undefined;
      traced.ran = true;
      const now = performance.timeOrigin + performance.now();
      const startTime = now - (record.planMs ?? 0);
      tracer.startSpan('plan', { startTime }, traced.within).end(now);
      // It may be open for days, and nobody would see it before: its events have spans of their own.
      if (operation.kind === 'subscription') end(record, traced);
      return undefined;
    },
    onSourceEvent({ caller, record, operation }) {
      const from = caller.record && contexts.get(caller.record);
      const of = from && trace.getSpanContext(from);
      const links: Link[] = of && trace.isSpanContextValid(of) ? [{ context: of }] : [];
      const attributes = {
        'graphql.operation.type': operation.kind,
        ...(operation.name && { 'graphql.operation.name': operation.name }),
      };
      const span = tracer.startSpan('subscription event', { links, attributes, root: true });
      contexts.set(record, trace.setSpan(ROOT_CONTEXT, span));
      return ({ errors }) => {
        markErrors(span, errors);
        span.end();
      };
    },
    onResponse({ caller, result, transport }) {
      const { record } = caller;
      if (!record) return;
      // Whatever was refused before any plugin was asked is traced only now.
      const traced =
        underWay.get(record) ??
        (contexts.has(record)
          ? undefined
          : start(record, caller, record.arrival, { 'nexus.transport': transport }));
      if (!traced) return;
      // What was refused is the client's doing, and no error of ours.
      const status = traced.ran ? SpanStatusCode.ERROR : SpanStatusCode.UNSET;
      markErrors(traced.span, result.errors, status);
      end(record, traced);
    },
  };
}

/** Under which context an operation runs, and what it is linked to. */
function origin(
  remote: SpanContext | undefined,
  trusted: () => boolean,
): [parent: Context, links: Link[]] {
  // The host traces its HTTP requests itself: whom it trusts is settled.
  if (trace.getActiveSpan()) return [context.active(), []];
  if (!remote) return [ROOT_CONTEXT, []];
  if (trusted()) return [trace.setSpanContext(ROOT_CONTEXT, remote), []];
  return [ROOT_CONTEXT, [{ context: remote }]];
}
