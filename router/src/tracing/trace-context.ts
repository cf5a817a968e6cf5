import { createTraceState, isSpanContextValid, type SpanContext } from '@opentelemetry/api';

/** https://www.w3.org/TR/trace-context/#traceparent-header; later versions may append more. */
const TRACEPARENT = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;
/** As much of a `tracestate` as the specification asks to pass on. */
const LONGEST_STATE = 512;
/** Of the flags, those that the specification defines. */
const KNOWN_FLAGS = 0x03;

/** The span that a client named; `undefined`: none, or not by the rules. */
export function readTraceContext(
  traceparent: unknown,
  tracestate: unknown,
): SpanContext | undefined {
  const [, version, traceId = '', spanId = '', flags = '', rest] =
    (typeof traceparent === 'string' && TRACEPARENT.exec(traceparent)) || [];
  if (version === undefined || version === 'ff' || (version === '00' && rest)) return undefined;
  const traceFlags = Number.parseInt(flags, 16) & KNOWN_FLAGS;
  const context = { traceId, spanId, traceFlags, isRemote: true };
  if (!isSpanContextValid(context)) return undefined;
  const state =
    typeof tracestate === 'string' && tracestate !== '' && tracestate.length <= LONGEST_STATE
      ? createTraceState(tracestate)
      : undefined;
  return { ...context, ...(state && { traceState: state }) };
}

/** The headers by which a span is named to a subgraph; none where nothing is traced. */
export function traceHeaders(span: SpanContext): Record<string, string> {
  if (!isSpanContextValid(span)) return {};
  const flags = (span.traceFlags & KNOWN_FLAGS).toString(16).padStart(2, '0');
  const tracestate = span.traceState?.serialize();
  return {
    traceparent: `00-${span.traceId}-${span.spanId}-${flags}`,
    ...(tracestate && { tracestate }),
  };
}
