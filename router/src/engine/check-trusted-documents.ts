import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Graph } from './graph.js';

/** How long other work waits at most, in milliseconds. */
const SLICE_MS = 5;

/**
 * Holds each trusted operation against a graph, and those of contracts that have lists of their own against the
 * contract, so that none is read for the first time while its client waits. Those that do not fit are reported by id;
 * whoever asks for one gets its errors.
 */
export async function checkTrustedDocuments(graph: Graph, log: Logger): Promise<void> {
  await checkVariant(graph, log);
  for (const variant of graph.contracts.values()) {
    // A list for the whole graph is expected to hold what a contract does not show.
    if (variant.persistedOperations !== graph.persistedOperations) await checkVariant(variant, log);
  }
}

async function checkVariant(graph: Graph, log: Logger): Promise<void> {
  const invalid: { id: string; errors: string[] }[] = [];
  let began = performance.now();
  for (const trusted of graph.persistedOperations?.documents ?? []) {
    const read = graph.readTrusted(trusted);
    if (!read.ok) invalid.push({ id: trusted.id, errors: read.errors.map((e) => e.message) });
    if (performance.now() - began > SLICE_MS) {
      await nextTurn();
      began = performance.now();
    }
  }
  if (invalid.length === 0) return;
  const operations = invalid.slice(0, 100);
  const { contract } = graph;
  log.error(
    { contract, count: invalid.length, operations },
    'persisted operations do not fit the schema',
  );
}
