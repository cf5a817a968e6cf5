import { type Context, context, type Span, SpanKind, type Tracer, trace } from '@opentelemetry/api';
import type { OperationRecord } from '../observability/operation-record.js';
import { countRepresentations } from '../transport/count-representations.js';
import {
  type OperationContext,
  type SubgraphRequest,
  type SubgraphTransport,
  SubgraphUnavailable,
} from '../transport/transport.js';
import { markErrors } from './span-errors.js';
import { traceHeaders } from './trace-context.js';

export interface TracedTransportOptions {
  readonly tracer: Tracer;
  /** In which context the operation, or the event, of a call runs. */
  readonly contextOf: (record: OperationRecord | undefined) => Context;
  readonly documents: boolean;
}

/** A transport that has a span for each call, and names it to the subgraph: in headers, or in this process by context. */
export function tracedTransport<P>(
  transport: SubgraphTransport<P>,
  { tracer, contextOf, documents }: TracedTransportOptions,
): SubgraphTransport<P> {
  const start = (
    name: string,
    request: SubgraphRequest,
    { record }: OperationContext<P>,
  ): { span: Span; within: Context } => {
    const parent = contextOf(record);
    const { subgraph, operationKind, operationName, query } = request;
    const attributes = {
      'nexus.subgraph.name': subgraph,
      'graphql.operation.type': operationKind,
      ...(operationName && { 'graphql.operation.name': operationName }),
      ...(documents && { 'graphql.document': query }),
    };
    const span = tracer.startSpan(name, { kind: SpanKind.CLIENT, attributes }, parent);
    return { span, within: trace.setSpan(parent, span) };
  };
  /** What the hop carries: the headers that it had, and the span's. */
  const carrying = (call: OperationContext<P>, span: Span): OperationContext<P> => ({
    ...call,
    hopHeaders: { ...call.hopHeaders, ...traceHeaders(span.spanContext()) },
  });

  return {
    ...(transport.heedsSignal !== undefined && { heedsSignal: transport.heedsSignal }),
    async execute(request, call) {
      const { span, within } = start('subgraph request', request, call);
      try {
        const asked = carrying(call, span);
        const result = await context.with(within, () => transport.execute(request, asked));
        if (span.isRecording()) describe(span, request);
        markErrors(span, result.errors);
        return result;
      } catch (failure) {
        markErrors(span, [{ extensions: { code: codeOf(failure) } }]);
        throw failure;
      } finally {
        span.end();
      }
    },
    async subscribe(request, call) {
      const { span, within } = start('subgraph subscription', request, call);
      try {
        const asked = carrying(call, span);
        return await context.with(within, () => transport.subscribe(request, asked));
      } catch (failure) {
        markErrors(span, [{ extensions: { code: codeOf(failure) } }]);
        throw failure;
      } finally {
        span.end();
      }
    },
    close: () => transport.close(),
  };
}

function describe(span: Span, request: SubgraphRequest): void {
  if (request.entityVariables) {
    span.setAttribute('nexus.representations', countRepresentations(request));
  }
  const status = request.traffic?.status;
  if (status !== undefined) span.setAttribute('http.response.status_code', status);
}

function codeOf(failure: unknown): string {
  return failure instanceof SubgraphUnavailable ? failure.code : '_OTHER';
}
