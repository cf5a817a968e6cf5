import type { ExplainedFetch, ExplainedMeasures } from '../../../src/explain/query-plan.types.js';

/** The operation that a call is part of. */
export interface Whole {
  readonly ms: number;
  /** What is said of a call that was not measured. */
  readonly unmeasured: string;
}

interface FetchViewProps {
  readonly fetch: ExplainedFetch;
  readonly whole: Whole;
}

/** One call of a subgraph: what it took, when in the whole, and, opened, what was asked. */
export function FetchView({ fetch, whole }: FetchViewProps) {
  const { subgraph, operationKind, operation, paths = [], requires = [], measured } = fetch;
  return (
    <details className="fetch" data-outcome={measured?.outcome}>
      <summary>
        <strong>{subgraph}</strong>
        {operationKind !== 'query' && ` ${operationKind}`}
        {paths.length > 0 && ` for ${paths.join(', ')}`}{' '}
        <span className="fetch-facts">
          {(measured ? factsOf(measured) : [whole.unmeasured]).join(' · ')}
        </span>
        {measured && whole.ms > 0 && (
          <span className="fetch-line" aria-hidden="true">
            <span
              style={{
                marginInlineStart: `${share(measured.startMs, whole.ms)}%`,
                width: `${share(measured.ms, whole.ms)}%`,
              }}
            />
          </span>
        )}
      </summary>
      {requires.length > 0 && <pre>{requires.join('\n')}</pre>}
      <pre>{operation}</pre>
    </details>
  );
}

function factsOf(measured: ExplainedMeasures): string[] {
  const { calls, ms, representations, sentBytes, receivedBytes, status, outcome } = measured;
  return [
    `${ms.toFixed(1)} ms`,
    ...(calls > 1 ? [`${calls} calls`] : []),
    ...(representations === undefined
      ? []
      : [`${representations} ${representations === 1 ? 'entity' : 'entities'}`]),
    ...(sentBytes === undefined ? [] : [`${sentBytes} bytes out, ${receivedBytes ?? 0} in`]),
    ...(status === undefined ? [] : [`HTTP ${status}`]),
    ...(outcome === 'ok' ? [] : [outcome]),
  ];
}

/** Percent, within 0 and 100. */
function share(ms: number, totalMs: number): number {
  return Math.min(100, Math.max(0, (100 * ms) / totalMs));
}
