import { type Span, SpanStatusCode } from '@opentelemetry/api';

const LONGEST_CODE = 128;

interface Failed {
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** Marks a span as failed by the code of the first error. Messages stay out: they may quote what somebody wrote. */
export function markErrors(
  span: Span,
  errors: readonly Failed[] | undefined,
  status: SpanStatusCode = SpanStatusCode.ERROR,
): void {
  if (!errors?.length) return;
  const code = String(errors[0]?.extensions?.code ?? '_OTHER').slice(0, LONGEST_CODE);
  span.setAttributes({ 'error.type': code, 'graphql.errors': errors.length });
  span.setStatus({ code: status });
}
