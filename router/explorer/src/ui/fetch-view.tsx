import type { ExplainedFetch, ExplainedMeasures } from '../../../src/explain/query-plan.types.js';

interface FetchViewProps {
  readonly fetch: ExplainedFetch;
  /** Of the whole operation. */
  readonly totalMs: number;
}

/** One call of a subgraph: what it took, when in the whole, and, opened, what was asked. */
export function FetchView({ fetch, totalMs }: FetchViewProps) {
  const { subgraph, operationKind, operation, paths = [], requires = [], measured } = fetch;
  return (
    <details className="fetch" data-outcome={measured?.outcome ?? 'not run'}>
      <summary>
        <strong>{subgraph}</strong>
        {operationKind !== 'query' && ` ${operationKind}`}
        {paths.length > 0 && ` for ${paths.join(', ')}`}{' '}
        <span className="fetch-facts">{factsOf(measured).join(' · ')}</span>
        {measured && totalMs > 0 && (
          <span className="fetch-line" aria-hidden="true">
            <span
              style={{
                marginInlineStart: `${share(measured.startMs, totalMs)}%`,
                width: `${share(measured.ms, totalMs)}%`,
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

function factsOf(measured: ExplainedMeasures | undefined): string[] {
  if (!measured) return ['not run'];
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
