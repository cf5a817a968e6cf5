import { setTimeout as sleep } from 'node:timers/promises';
import type { Principal } from '@nexus/kit/domain';
import { openTelemetry, type RouterPlugin } from '@nexus/router';
import { trace } from '@opentelemetry/api';
import type { Logger } from 'pino';
import type { Environment } from '../config/index.js';

/** A collector that does not answer holds nothing up for longer. */
const FLUSH_MS = 3_000;

export interface Tracing {
  readonly plugins: readonly RouterPlugin<Principal>[];
  /** Sends what was not sent yet, for three seconds at most. */
  close(): Promise<void>;
}

const NONE: Tracing = { plugins: [], close: async () => {} };

/**
 * Traces of the router, over OTLP to the collector that OTEL_EXPORTER_OTLP_ENDPOINT names; without it nothing of the
 * SDK is loaded. Other variables of the exporter (OTEL_EXPORTER_OTLP_HEADERS and the like) are its own.
 */
export async function openTracing(
  { otlpEndpoint }: Pick<Environment, 'otlpEndpoint'>,
  logger: Logger,
): Promise<Tracing> {
  if (otlpEndpoint === undefined) return NONE;
  const [{ BatchSpanProcessor, TracerProvider }, { OTLPTraceExporter }, resources] =
    await Promise.all([
      import('@opentelemetry/sdk-trace'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
    ]);
  const url = `${otlpEndpoint.replace(/\/$/, '')}/v1/traces`;
  const exporter = new OTLPTraceExporter({ url, timeoutMillis: FLUSH_MS });
  const provider = new TracerProvider({
    resource: resources.resourceFromAttributes({ 'service.name': 'nexus-router' }),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
  trace.setGlobalTracerProvider(provider);
  return {
    plugins: [openTelemetry<Principal>()],
    async close() {
      trace.disable();
      const late = sleep(FLUSH_MS, undefined, { ref: false });
      await Promise.race([provider.shutdown(), late]).catch((error: unknown) =>
        logger.warn({ err: error }, 'traces were not sent'),
      );
    },
  };
}
