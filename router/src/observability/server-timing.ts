import type { Caller, RouterPlugin } from '../plugin.js';
import type { OperationRecord } from './operation-record.js';

/** Names of subgraphs that are told one by one; the header stays short. */
const MOST_SUBGRAPHS = 20;

/**
 * Tells in the header `Server-Timing` (https://www.w3.org/TR/server-timing/) how long the parts of an operation took,
 * and each subgraph in total. Of a batch: the operation that was answered last.
 */
export function serverTiming<P>(
  allowed: boolean | ((caller: Caller<P>) => boolean | Promise<boolean>),
): RouterPlugin<P> {
  return {
    name: 'server-timing',
    async onResponse({ caller, reply }) {
      if (!reply || !caller.record || reply.sent) return;
      if (!(typeof allowed === 'function' ? await allowed(caller) : allowed)) return;
      void reply.header('server-timing', timingText(caller.record));
    },
  };
}

function timingText(record: OperationRecord): string {
  const { parseMs, validateMs, planMs, executeMs, calls } = record;
  const subgraphs = new Map<string, number>();
  for (const { request, ms } of calls) {
    subgraphs.set(request.subgraph, (subgraphs.get(request.subgraph) ?? 0) + ms);
  }
  return [
    ...entry('parse', parseMs),
    ...entry('validate', validateMs),
    ...entry('plan', planMs),
    ...entry('execute', executeMs),
    ...[...subgraphs]
      .slice(0, MOST_SUBGRAPHS)
      .flatMap(([name, ms], index) => [
        `subgraph-${index};desc="${name.replaceAll(/[^\w .:-]/g, '_')}";dur=${ms.toFixed(3)}`,
      ]),
    ...entry('total', record.elapsed()),
  ].join(', ');
}

function entry(name: string, ms: number | undefined): string[] {
  return ms === undefined ? [] : [`${name};dur=${ms.toFixed(3)}`];
}
