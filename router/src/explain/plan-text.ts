import type {
  ExplainedFetch,
  ExplainedMeasures,
  ExplainedNode,
  ExplainedTimings,
} from './query-plan.types.js';

/** A plan as text: one line per node, its children below and further in. */
export function planText(plan: ExplainedNode | null, timings: ExplainedTimings): string {
  const took = [
    told('parsed', timings.parseMs),
    told('validated', timings.validateMs),
    told('planned', timings.planMs),
    told('executed', timings.executeMs),
    told('all', timings.totalMs),
  ];
  const lines = plan ? nodeLines(plan) : ['Nothing to fetch'];
  return [`Query plan (${took.flat().join(', ')})`, ...indented(lines)].join('\n');
}

function told(what: string, ms: number | undefined): string[] {
  return ms === undefined ? [] : [`${what} ${ms} ms`];
}

function nodeLines(node: ExplainedNode): string[] {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return [node.kind, ...indented(node.nodes.flatMap(nodeLines))];
    case 'Condition':
      return [
        ...branchLines(`If $${node.variable}`, node.ifTrue),
        ...branchLines(`Unless $${node.variable}`, node.ifFalse),
      ];
    case 'Defer':
      return [
        'Defer',
        ...indented(branchLines('At once', node.primary)),
        ...indented(
          node.deferred.flatMap(({ label, node: later }) => branchLines(laterTitle(label), later)),
        ),
      ];
    case 'Subscription':
      return [
        'Subscription',
        ...indented(fetchLines(node.primary)),
        ...indented(branchLines('For each event', node.rest)),
      ];
    case 'Fetch':
      return fetchLines(node);
    default:
      return node satisfies never;
  }
}

function laterTitle(label: string | undefined): string {
  return label === undefined ? 'Later' : `Later, as ${label}`;
}

function branchLines(title: string, node: ExplainedNode | undefined): string[] {
  return node ? [title, ...indented(nodeLines(node))] : [];
}

function fetchLines({ subgraph, operation, paths, requires, measured }: ExplainedFetch): string[] {
  const place = paths ? ` for ${paths.join(', ')}` : '';
  const took = measured ? ` (${measuredText(measured)})` : '';
  return [
    `Fetch ${subgraph}${place}${took}`,
    ...indented((requires ?? []).map((text) => `with ${text}`)),
    ...indented(operation.split('\n')),
  ];
}

function measuredText(measured: ExplainedMeasures): string {
  const { calls, startMs, ms, representations, sentBytes, receivedBytes, status } = measured;
  return [
    `${ms} ms, begun at ${startMs} ms`,
    ...(calls > 1 ? [`${calls} calls`] : []),
    ...(representations === undefined ? [] : [`${representations} representations`]),
    ...(sentBytes === undefined ? [] : [`${sentBytes} bytes out, ${receivedBytes} bytes in`]),
    ...(status === undefined ? [] : [`HTTP ${status}`]),
    ...(measured.outcome === 'ok' ? [] : [measured.outcome]),
  ].join(', ');
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
