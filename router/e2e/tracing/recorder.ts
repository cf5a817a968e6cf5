import {
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { until } from '../../test/support/client.js';

/** An SDK that keeps what it is told. */
export function recorder() {
  const exporter = new InMemorySpanExporter();
  const provider = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] });
  const spans = (name: string): ReadableSpan[] =>
    exporter.getFinishedSpans().filter((span) => span.name === name);
  return {
    tracer: provider.getTracer('test'),
    spans,
    /** The first of that name, once it has ended. */
    async span(name: string): Promise<ReadableSpan> {
      await until(() => spans(name).length > 0);
      return spans(name)[0] as ReadableSpan;
    },
    forget: () => exporter.reset(),
  };
}
